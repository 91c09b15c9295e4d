import { beforeWitnesses } from "../components/roles";
import { Screen } from "../components/screen";
import { Stages } from "../components/stages";
import { StopPrinting } from "../components/stop-printing";
import type { At } from "./step-view";

/** The proof page is on its way to the printer. */
export function ProofPrintingScreen({ view }: { readonly view: At<"proof-printing"> }) {
  return (
    <Screen
      heading="The proof page is being printed"
      roles={beforeWitnesses(view.plan)}
      others={<StopPrinting />}
    >
      <Stages stages={[`Sending one page to ${view.printer.name}, until its job is through`]} now={0} />
    </Screen>
  );
}

import { alone } from "../components/roles";
import { Screen } from "../components/screen";
import { ShareTitle } from "../components/share-title";
import { Stages } from "../components/stages";
import { StopPrinting } from "../components/stop-printing";
import type { At } from "./step-view";

/** The page is on its way to the printer. */
export function PrintingScreen({ view }: { readonly view: At<"printing"> }) {
  const { share, printer, blank } = view;
  return (
    <Screen
      heading={blank ? "The empty form is being printed" : "The sheet is being printed"}
      roles={alone(share)}
      others={<StopPrinting />}
    >
      <ShareTitle share={share} total={view.shares.length} />
      <Stages stages={[`Sending one page to ${printer.name}, until its job is through`]} now={0} />
    </Screen>
  );
}

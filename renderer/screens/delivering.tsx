import { beforeWitnesses } from "../components/roles";
import { Screen } from "../components/screen";
import { Stages } from "../components/stages";
import { StopPrinting } from "../components/stop-printing";
import type { At } from "./step-view";

/** The Wrapping Key is on its way to its file or to the printer. */
export function DeliveringScreen({ view }: { readonly view: At<"delivering"> }) {
  const { plan, delivery } = view;
  const stages =
    delivery.way === "file"
      ? ["Writing the Wrapping Key to its file and reading it back"]
      : ["Sending the Wrapping Key sheet to the printer, until its job is through"];
  return (
    <Screen
      heading="The Wrapping Key is being delivered"
      roles={beforeWitnesses(plan)}
      others={delivery.way === "sheet" ? <StopPrinting /> : undefined}
    >
      <Stages stages={stages} now={0} />
    </Screen>
  );
}

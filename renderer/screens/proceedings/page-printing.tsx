import type { ClosingView, OpeningView } from "../../../electron/contract/proceedings";
import type { RolesOfAStep } from "../../components/roles";
import { Screen } from "../../components/screen";
import { Stages } from "../../components/stages";
import { StopPrinting } from "../../components/stop-printing";

interface PagePrintingProps {
  readonly view: Extract<OpeningView | ClosingView, { step: "script-printing" | "record-printing" }>;
  readonly roles: RolesOfAStep;
}

/** The script or the record is on its way to the printer. */
export function PagePrintingScreen({ view, roles }: PagePrintingProps) {
  return (
    <Screen
      heading={view.step === "script-printing" ? "Printing the script" : "Printing the record"}
      roles={roles}
      others={<StopPrinting />}
    >
      <Stages stages={[`Sending its pages to ${view.printer.name}, until the job is through`]} now={0} />
    </Screen>
  );
}

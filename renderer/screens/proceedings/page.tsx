import type { ClosingView, OpeningView } from "../../../electron/contract/proceedings";
import { act } from "../../bridge";
import { Button } from "../../components/buttons";
import { usePrintOrder } from "../../components/print-order";
import { PrinterChoice } from "../../components/printer-choice";
import type { RolesOfAStep } from "../../components/roles";
import { Screen } from "../../components/screen";

interface PageProps {
  readonly view: Extract<OpeningView | ClosingView, { step: "script-page" | "record-page" }>;
  readonly roles: RolesOfAStep;
}

/** The script or the record goes on paper. Neither holds a secret. */
export function PageScreen({ view, roles }: PageProps) {
  const ordering = usePrintOrder(view);
  const { order } = ordering;
  const what = view.step === "script-page" ? "script" : "record";
  return (
    <Screen
      heading={`Print the ${what}`}
      roles={roles}
      problem={view.problem}
      primary={{
        label: "Print it",
        onGo: () => order && void act("printPage", order),
        disabled: order === null,
      }}
      others={<Button onPress={() => void act("leavePage", null)}>Back to the {what}</Button>}
    >
      <p>
        {what === "script"
          ? "Its pages hold every step with room for initials, and no secret."
          : "Its pages hold the whole record with a line for each person’s signature, and no secret."}
      </p>
      <PrinterChoice view={view} ordering={ordering} />
    </Screen>
  );
}

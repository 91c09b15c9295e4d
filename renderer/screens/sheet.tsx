import { act } from "../bridge";
import { Button } from "../components/buttons";
import { usePrintOrder } from "../components/print-order";
import { PrinterChoice } from "../components/printer-choice";
import { alone } from "../components/roles";
import { Screen } from "../components/screen";
import { ShareTitle } from "../components/share-title";
import type { At } from "./step-view";

/** The share goes on paper: printed, or copied by hand on plain paper or on an empty form. */
export function SheetScreen({ view }: { readonly view: At<"sheet"> }) {
  const { share } = view;
  const ordering = usePrintOrder(view);
  const { order } = ordering;
  return (
    <Screen
      heading="Put the share on paper"
      roles={alone(share)}
      problem={view.problem}
      primary={{
        label: "Print the sheet",
        onGo: () => order && void act("printShare", order),
        disabled: order === null,
      }}
      others={
        <>
          <Button onPress={() => void act("copyByHand", null)}>Copy it by hand</Button>
          <Button disabled={order === null} onPress={() => order && void act("printBlank", order)}>
            Print an empty form to write on
          </Button>
          {share.copies === 0 && (
            <Button onPress={() => void act("leaveShare", null)}>Choose another custodian</Button>
          )}
        </>
      }
    >
      <ShareTitle share={share} total={view.shares.length} />
      {view.blankPrinted && (
        <p className="note" role="status">
          The empty form was printed. It holds no secret. Fetch it, then copy the share by hand.
        </p>
      )}
      <p>One page is printed. Stand at the printer before you print, and take the page as it comes out.</p>
      <PrinterChoice view={view} ordering={ordering} />
    </Screen>
  );
}

import type { CheckView } from "../../electron/contract/check-views";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { alone } from "../components/roles";
import { ShareEntry } from "../components/share-entry";
import { CheckedScreen } from "./checked";
import { CustodyScreen } from "./custody";
import { RoundScreen } from "./round";

/** The screen of each step of a round of checks. */
export function CheckScreen({ view }: { readonly view: CheckView }) {
  switch (view.step) {
    case "round":
      return <RoundScreen view={view} />;
    case "checked":
      return <CheckedScreen view={view} />;
    case "custody":
      return <CustodyScreen view={view} />;
    default:
      return <ShareEntry entry={view} frame={frameOf(view)} />;
  }
}

function frameOf({ sheet, keystore }: Extract<CheckView, { step: "enter-share" | "searching" | "repairs" }>) {
  return {
    roles: alone(sheet),
    title: `Key Share ${sheet.index} of ${keystore.custodians.length}`,
    others: (
      <>
        <Button onPress={() => void act("sheetBad", null)}>This sheet is not good</Button>
        <Button kind="quiet" onPress={() => void act("leaveSheet", null)}>
          Back to the list
        </Button>
      </>
    ),
  };
}

import type { CheckView } from "../../electron/contract/check-views";
import type { WorkstationView } from "../../electron/contract/views";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { alone } from "../components/roles";
import { ShareEntry } from "../components/share-entry";
import { CheckPeopleScreen } from "./check-people";
import { CheckedScreen } from "./checked";
import { CustodyScreen } from "./custody";
import { ProceedingsScreen } from "./proceedings/proceedings";
import { RoundScreen } from "./round";

interface CheckScreenProps {
  readonly view: CheckView;
  readonly workstation: WorkstationView;
}

/** The screen of each step of a round of checks. A step without a screen does not compile. */
export function CheckScreen({ view, workstation }: CheckScreenProps) {
  switch (view.step) {
    case "people":
      return <CheckPeopleScreen view={view} workstation={workstation} />;
    case "round":
      return <RoundScreen view={view} />;
    case "enter-share":
    case "searching":
    case "repairs":
      return <ShareEntry entry={view} frame={frameOf(view)} />;
    case "checked":
      return <CheckedScreen view={view} />;
    case "custody":
      return <CustodyScreen view={view} />;
    default:
      return <ProceedingsScreen view={view} plan={view.plan} />;
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

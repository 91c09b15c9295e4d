import type { SpoiledCause } from "../../electron/contract/ceremony-views";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { alone } from "../components/roles";
import { Screen } from "../components/screen";
import { ShareTitle } from "../components/share-title";
import type { At } from "./step-view";

const says: Readonly<Record<SpoiledCause, string>> = {
  declared:
    "This sheet is not used. Destroy it in front of the witnesses, folded so that they see paper and no words.",
  reprint:
    "Before the sheet is printed again, the first one is destroyed in front of the witnesses, folded so that they " +
    "see paper and no words.",
  "no-page":
    "Make sure that no page is left behind: look into the printer and its trays, and cancel the job. What did come " +
    "out, whole or in part, is destroyed in front of the witnesses, folded so that they see paper and no words.",
};

/** A sheet that is not to be used: nobody goes on before it is accounted for. */
export function SpoiledScreen({ view }: { readonly view: At<"spoiled"> }) {
  const { share, cause } = view;
  return (
    <Screen
      heading={cause === "no-page" ? "Account for the page" : "Destroy the sheet"}
      roles={alone(share)}
      problem={view.problem}
      primary={{
        label:
          cause === "no-page" ? "Nobody else saw it; nothing is left" : "Nobody else saw it; it is destroyed",
        onGo: () => void act("answerSpoiled", { seenByOthers: false }),
      }}
      others={
        <>
          <Button onPress={() => void act("back", null)}>
            {cause === "no-page" ? "The page came out after all" : "Go back: the sheet is good"}
          </Button>
          <Button kind="danger" onPress={() => void act("answerSpoiled", { seenByOthers: true })}>
            Others saw it: abort the ceremony
          </Button>
        </>
      }
    >
      <ShareTitle share={share} total={view.shares.length} />
      <p className="lead">{says[cause]}</p>
      <p>
        If anybody but you saw its words or its code, the share is no longer yours alone. Then the ceremony is
        aborted and begins anew.
      </p>
    </Screen>
  );
}

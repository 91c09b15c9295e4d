import { act } from "../bridge";
import { Button } from "../components/buttons";
import { custodianAlone } from "../components/custodian-alone";
import { Screen } from "../components/screen";
import { ShareTitle } from "../components/share-title";
import type { At } from "./step-view";

/** A sheet that is not to be used: nobody goes on before it is accounted for. */
export function SpoiledScreen({ view }: { readonly view: At<"spoiled"> }) {
  return (
    <Screen
      heading="Account for the first sheet"
      roles={custodianAlone(view.share)}
      problem={view.problem}
      primary={{
        label: "Nobody else saw it; it is destroyed",
        onGo: () => void act("answerSpoiled", { seenByOthers: false }),
      }}
      others={
        <Button kind="danger" onPress={() => void act("answerSpoiled", { seenByOthers: true })}>
          Others saw it: abort
        </Button>
      }
    >
      <ShareTitle share={view.share} total={view.shares.length} />
      <p className="lead">
        Before this share goes on paper again, what is already on paper is destroyed in front of the
        witnesses, folded so that they see the sheet and not its words.
      </p>
      <ul>
        <li>
          If no page came out, make sure of it: look into the printer and its other trays, and cancel the job.
        </li>
        <li>
          If anybody but you saw the words or the code, this share is no longer yours alone. Then the ceremony
          is aborted and begins anew.
        </li>
      </ul>
    </Screen>
  );
}

import { act } from "../bridge";
import { Button } from "../components/buttons";
import { custodianAlone } from "../components/custodian-alone";
import { Screen } from "../components/screen";
import { ShareTitle } from "../components/share-title";
import { WordCells } from "../components/word-cells";
import type { At } from "./step-view";

/** The custodian types the words of the sheet: the proof that it can be read. Nobody can skip it. */
export function ReadBackScreen({ view }: { readonly view: At<"read-back"> }) {
  const { share, filled, problem } = view;
  const entered = filled.filter(Boolean).length;
  const wrong = problem !== null && "positions" in problem ? problem.positions : [];
  return (
    <Screen
      heading="Read the sheet back"
      roles={custodianAlone(share)}
      problem={problem}
      others={
        <>
          <Button onPress={() => startOver(filled)} disabled={entered === 0}>
            Start over
          </Button>
          {!view.copiedByHand && <Button onPress={() => void act("reprint", null)}>Print again</Button>}
          <Button onPress={() => void act("declareSpoiled", null)}>This sheet is spoiled</Button>
        </>
      }
    >
      <div className="read-back-head">
        <ShareTitle share={share} total={view.shares.length} />
        <p role="status">{entered} of 31 words entered</p>
      </div>
      <WordCells filled={filled} wrong={wrong} />
      <p className="hint">
        Type each word as it stands on the sheet; four letters are enough. Space moves on, Backspace goes
        back.
      </p>
    </Screen>
  );
}

function startOver(filled: readonly boolean[]): void {
  for (const [index, done] of filled.entries()) {
    if (done) void act("forgetWord", { position: index + 1 });
  }
}

import { useState } from "react";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { alone } from "../components/roles";
import { Screen } from "../components/screen";
import { ShareTitle } from "../components/share-title";
import { WordCells } from "../components/word-cells";
import type { At } from "./step-view";

/** The custodian types the words of the sheet: the proof that it can be read. Nobody can skip it. */
export function ReadBackScreen({ view }: { readonly view: At<"read-back"> }) {
  const { share, filled, problem, asked } = view;
  const entered = filled.filter(Boolean).length;
  const wrong = problem !== null && "positions" in problem ? problem.positions : [];
  const [round, setRound] = useState(0);
  const startOver = async () => {
    if ((await act("forgetWords", null)) === null) setRound(round + 1);
  };
  return (
    <Screen
      heading="Read the sheet back"
      roles={alone(share)}
      problem={problem}
      others={
        <>
          <Button onPress={() => void startOver()} disabled={entered === 0}>
            Start over
          </Button>
          {!view.copiedByHand && <Button onPress={() => void act("reprint", null)}>Print again</Button>}
          <Button onPress={() => void act("declareSpoiled", null)}>This sheet is spoiled</Button>
        </>
      }
    >
      <ShareTitle share={share} total={view.shares.length}>
        <span role="status">{entered} of 31 words entered</span>
      </ShareTitle>
      {asked !== null && (
        <p className="note" role="status">
          The code is read. Now type the words that are still open, as they stand on the sheet: they prove
          that the words can be read too.
        </p>
      )}
      <WordCells key={round} filled={filled} changed={problem !== null || asked !== null} wrong={wrong} />
    </Screen>
  );
}

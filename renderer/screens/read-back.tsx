import { useState } from "react";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { alone } from "../components/roles";
import { ScanPane } from "../components/scan-pane";
import { PictureButton } from "../components/scan-picture";
import { ScanProblemNote } from "../components/scan-problem";
import { useScan } from "../components/scan-state";
import { Screen } from "../components/screen";
import { ShareTitle } from "../components/share-title";
import { WordCells } from "../components/word-cells";
import type { At } from "./step-view";

/** The custodian scans the sheet's code or types its words: the proof that it can be read. Nobody can skip it. */
export function ReadBackScreen({ view }: { readonly view: At<"read-back"> }) {
  const { share, filled, problem, asked } = view;
  const entered = filled.filter(Boolean).length;
  const wrong = problem !== null && "positions" in problem ? problem.positions : [];
  const [round, setRound] = useState(0);
  const startOver = async () => {
    if ((await act("forgetWords", null)) === null) setRound(round + 1);
  };
  const scan = useScan((text) => void act("enterWords", { position: 1, text }), view);
  // A copy by hand has no code.
  const scannable = entered === 0 && asked === null && !view.copiedByHand && !scan.filming;
  return (
    <Screen
      heading="Read the sheet back"
      roles={alone(share)}
      problem={scan.filming || scan.problem !== null ? null : problem}
      primary={
        scannable
          ? { label: "Scan the code with the camera", onGo: scan.film, disabled: scan.reading }
          : undefined
      }
      others={
        scan.filming ? undefined : (
          <>
            {scannable ? (
              <PictureButton onFiles={scan.open} disabled={scan.reading} />
            ) : (
              <Button onPress={() => void startOver()} disabled={entered === 0}>
                Start over
              </Button>
            )}
            {!view.copiedByHand && <Button onPress={() => void act("reprint", null)}>Print again</Button>}
            <Button onPress={() => void act("declareSpoiled", null)}>This sheet is spoiled</Button>
          </>
        )
      }
    >
      <ShareTitle share={share} total={view.shares.length}>
        <span role="status">
          {scan.reading && "Reading the picture …"}
          {!scan.reading && !scan.filming && `${entered} of 31 words entered`}
        </span>
      </ShareTitle>
      <ScanProblemNote problem={scan.problem} />
      {asked !== null && (
        <p className="note" role="status">
          The code is read. Now type the words that are still open, as they stand on the sheet: they prove
          that the words can be read too.
        </p>
      )}
      {scan.filming ? (
        <ScanPane onText={scan.take} onLeave={scan.leave} />
      ) : (
        <WordCells key={round} filled={filled} changed={problem !== null || asked !== null} wrong={wrong} />
      )}
    </Screen>
  );
}

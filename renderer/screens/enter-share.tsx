import { useState } from "react";
import type { ShareEntryView } from "../../electron/contract/views";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { ScanPane } from "../components/scan-pane";
import { PictureButton } from "../components/scan-picture";
import { ScanProblemNote } from "../components/scan-problem";
import { useScan } from "../components/scan-state";
import { Screen } from "../components/screen";
import type { EntryFrame } from "../components/share-entry";
import { WordCells } from "../components/word-cells";

interface EnterShareProps {
  readonly entry: Extract<ShareEntryView, { step: "enter-share" }>;
  readonly frame: EntryFrame;
}

/** A custodian scans the sheet's code or types its words; `?` stands for one that cannot be read. */
export function EnterShareScreen({ entry, frame }: EnterShareProps) {
  const { cells, problem } = entry;
  const entered = cells.filter((cell) => cell !== "empty").length;
  const wrong = problem !== null && "positions" in problem ? problem.positions : [];
  const [round, setRound] = useState(0);
  const startOver = async () => {
    if ((await act("forgetWords", null)) === null) setRound(round + 1);
  };
  const scan = useScan((text) => void act("enterWords", { position: 1, text }), entry);
  const scannable = entered === 0 && !scan.filming;
  const isOneShort = entered === 30 && cells[30] === "empty";
  return (
    <Screen
      heading="Enter the share"
      roles={frame.roles}
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
            {isOneShort && (
              <Button onPress={() => void act("endWords", null)}>The sheet has only 30 words</Button>
            )}
            {frame.others}
          </>
        )
      }
    >
      <div className="share-title">
        <p>{frame.title}</p>
        <span role="status">
          {scan.reading && "Reading the picture …"}
          {!scan.reading && !scan.filming && `${entered} of 31 words entered`}
        </span>
      </div>
      <ScanProblemNote problem={scan.problem} />
      {scan.filming ? (
        <ScanPane onText={scan.take} onLeave={scan.leave} />
      ) : (
        <WordCells
          key={round}
          filled={cells.map((cell) => cell !== "empty")}
          unreadable={cells.flatMap((cell, at) => (cell === "unreadable" ? [at + 1] : []))}
          changed={problem !== null}
          wrong={wrong}
          mayBeUnreadable
        />
      )}
    </Screen>
  );
}

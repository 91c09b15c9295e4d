import { type ReactNode, useState } from "react";
import type { Failure } from "../../electron/contract/errors";
import { act } from "../bridge";
import { useMirror } from "../store";
import { Button } from "./buttons";
import type { RolesOfAStep } from "./roles";
import { ScanPane } from "./scan-pane";
import { PictureButton } from "./scan-picture";
import { ScanProblemNote } from "./scan-problem";
import { useScan } from "./scan-state";
import { Screen } from "./screen";
import { WordCells } from "./word-cells";

interface SheetEntryProps {
  readonly heading: string;
  readonly roles: RolesOfAStep;
  /** Whose share it is. */
  readonly title: ReactNode;
  readonly problem: Failure | null;
  /** For each of the 31 words whether main holds it. */
  readonly filled: readonly boolean[];
  /** Positions (from 1) that are held as unreadable; absent where a word must be legible. */
  readonly unreadable?: readonly number[];
  /** Whether a code may be scanned in place of the words: a copy by hand has none. */
  readonly scannable: boolean;
  /** The code was read, and words are asked for besides: reading it again changes nothing. */
  readonly codeWasRead?: boolean;
  /** Whether main changed the words besides what was typed. */
  readonly changed: boolean;
  /** What main shows: a problem with a picture is forgotten when it moves on. */
  readonly subject: unknown;
  readonly note?: ReactNode;
  readonly others: ReactNode;
}

/** A sheet comes in, read back or to be used: its code by camera or picture, or its words by keyboard. */
export function SheetEntry(props: SheetEntryProps) {
  const { title, problem, filled, unreadable, subject, note, others } = props;
  const entered = filled.filter(Boolean).length;
  const [round, setRound] = useState(0);
  const startOver = async () => {
    if ((await act("forgetWords", null)) === null) setRound(round + 1);
  };
  const scan = useScan(async (text) => {
    if (props.codeWasRead) useMirror.setState({ refusal: { code: "keyboard.read-already" } });
    else await act("enterWords", { position: 1, text });
  }, subject);
  const offersCode = props.scannable && entered === 0 && !scan.filming;
  return (
    <Screen
      heading={props.heading}
      roles={props.roles}
      problem={scan.filming || scan.problem !== null ? null : problem}
      primary={
        offersCode
          ? { label: "Scan the code with the camera", onGo: scan.film, disabled: scan.reading }
          : undefined
      }
      others={
        scan.filming ? undefined : (
          <>
            {offersCode ? (
              <PictureButton onFiles={scan.open} disabled={scan.reading} />
            ) : (
              <Button onPress={() => void startOver()} disabled={entered === 0}>
                Start over
              </Button>
            )}
            {others}
          </>
        )
      }
    >
      <div className="share-title">
        <p>{title}</p>
        <span role="status">
          {scan.reading && "Reading the picture …"}
          {!scan.reading && !scan.filming && `${entered} of 31 words entered`}
        </span>
      </div>
      <ScanProblemNote problem={scan.problem} />
      {note}
      {scan.filming ? (
        <ScanPane onText={scan.take} onLeave={scan.leave} />
      ) : (
        <WordCells
          key={round}
          filled={filled}
          unreadable={unreadable}
          changed={props.changed}
          wrong={problem !== null && "positions" in problem ? problem.positions : []}
          mayBeUnreadable={unreadable !== undefined}
        />
      )}
    </Screen>
  );
}

import { useState } from "react";
import { act } from "../bridge";
import { BackButton } from "../components/back-button";
import { emptyLines, KeyLines } from "../components/key-lines";
import { Name } from "../components/name";
import { ScanPane } from "../components/scan-pane";
import { PictureButton } from "../components/scan-picture";
import { ScanProblemNote } from "../components/scan-problem";
import { useScan } from "../components/scan-state";
import { Screen } from "../components/screen";
import { keyAmong } from "../qr/scan-text";
import type { At } from "./step-view";

type View = At<"key-read-back">;

/** The Wrapping Key comes back from its sheet: its code and one line, or all its lines, hidden while they are typed. */
export function KeyReadBackScreen({ view }: { readonly view: View }) {
  return view.asked === null ? <WholeKey view={view} /> : <AskedLine view={view} asked={view.asked} />;
}

function WholeKey({ view }: { readonly view: View }) {
  const { plan, problem } = view;
  const [lines, setLines] = useState(() => emptyLines(plan.bits));
  const scan = useScan(readBack, view, keyAmong);
  const offersCode = lines.every((line) => line === "");
  const scanning = { label: "Scan the code with the camera", onGo: scan.film, disabled: scan.reading };
  const checking = { label: check, onGo: () => void readBack(lines.join("\n")) };
  return (
    <Screen
      heading={heading}
      roles={rolesOf(view)}
      problem={scan.filming || scan.problem !== null ? null : problem}
      primary={scan.filming ? undefined : offersCode ? scanning : checking}
      others={
        !scan.filming && (
          <>
            {offersCode && <PictureButton onFiles={scan.open} disabled={scan.reading} />}
            <BackButton />
          </>
        )
      }
      enter="submits"
    >
      <ScanProblemNote problem={scan.problem} />
      {scan.filming ? (
        <ScanPane among={keyAmong} onText={scan.take} onLeave={scan.leave} />
      ) : (
        <>
          <p role="status">
            {scan.reading
              ? "Reading the picture …"
              : "Scan the code of the sheet, and one line is asked for; or type each line, its check at the end included. It is hidden while you type, because others are in the room."}
          </p>
          <KeyLines lines={lines} onChange={setLines} wrong={wrongLine(view)} onCode={scan.take} />
        </>
      )}
    </Screen>
  );
}

/** The code proves itself. That the lines can be read too, one of them shows. */
function AskedLine({ view, asked }: { readonly view: View; readonly asked: number }) {
  const [lines, setLines] = useState<readonly string[]>([""]);
  return (
    <Screen
      heading={heading}
      roles={rolesOf(view)}
      problem={view.problem}
      primary={{ label: check, onGo: () => void readBack(lines.join("")) }}
      others={<BackButton />}
      enter="submits"
    >
      <p className="note" role="status">
        The code is read. Now type line {asked} as it stands on the sheet, its check at the end included: it
        proves that the lines can be read too.
      </p>
      <KeyLines lines={lines} onChange={setLines} from={asked} wrong={wrongLine(view)} />
    </Screen>
  );
}

const heading = "Type the Wrapping Key back";
const check = "Check the Wrapping Key";

function readBack(text: string): Promise<unknown> {
  return act("enterWrappingKey", { text });
}

function rolesOf({ plan }: View) {
  return {
    acts: "The vault’s operator",
    lookAway: (
      <>
        Everybody else, <Name>{plan.administrator}</Name> too
      </>
    ),
  };
}

function wrongLine({ problem }: View): number | null {
  return problem?.code === "wrapping-key.line-check" ? problem.line : null;
}

import { useState } from "react";
import type { CurrentKey } from "../../electron/contract/commands";
import { act } from "../bridge";
import { Choice } from "../components/choice";
import { emptyLines, KeyLines } from "../components/key-lines";
import { Name } from "../components/name";
import { PathField } from "../components/path-field";
import { ScanPane } from "../components/scan-pane";
import { PictureButton } from "../components/scan-picture";
import { ScanProblemNote } from "../components/scan-problem";
import { useScan } from "../components/scan-state";
import { Screen } from "../components/screen";
import { keyAmong } from "../qr/scan-text";
import type { At } from "./step-view";

/** The Wrapping Key that is about to be replaced opens the keystore: from its file, or from its sheet, scanned or typed. */
export function CurrentKeyScreen({ view }: { readonly view: At<"current-key"> }) {
  const { plan, problem } = view;
  const [on, setOn] = useState<"file" | "sheet">("file");
  const [path, setPath] = useState("");
  const [lines, setLines] = useState(() =>
    emptyLines(plan.renews?.kind === "rotate" ? plan.renews.keystore.wrappingKeyBits : 256),
  );
  const enter = (key: CurrentKey) => act("enterCurrentKey", key);
  const scan = useScan((text) => enter({ way: "code", text }), view, keyAmong);
  const enterTyped = () => {
    void enter(on === "file" ? { way: "file", path } : { way: "typed", text: lines.join("\n") });
  };
  const offersCode = on === "sheet" && lines.every((line) => line === "");
  const opening = { label: "Open the keystore", onGo: enterTyped };
  const scanning = { label: "Scan the code with the camera", onGo: scan.film, disabled: scan.reading };
  return (
    <Screen
      heading="Bring the current Wrapping Key"
      roles={{
        acts: "The vault’s operator",
        lookAway: (
          <>
            Everybody else, <Name>{plan.administrator}</Name> too
          </>
        ),
      }}
      problem={scan.filming || scan.problem !== null ? null : problem}
      primary={scan.filming ? undefined : offersCode ? scanning : opening}
      others={offersCode && !scan.filming && <PictureButton onFiles={scan.open} disabled={scan.reading} />}
      enter="submits"
    >
      <ScanProblemNote problem={scan.problem} />
      {scan.filming ? (
        <ScanPane among={keyAmong} onText={scan.take} onLeave={scan.leave} />
      ) : (
        <>
          <p className="lead" role="status">
            {scan.reading
              ? "Reading the picture …"
              : "It opens the keystore once more, and nothing is shown. Then it is replaced."}
          </p>
          <Choice
            legend="Where the key is"
            first
            inRow
            value={on}
            onChange={setOn}
            options={[
              { value: "file", label: "In a file" },
              { value: "sheet", label: "On a sheet" },
            ]}
          />
          {on === "file" ? (
            <PathField
              label="Wrapping Key file"
              purpose="current-wrapping-key"
              value={path}
              onChange={setPath}
              wrong={problem !== null}
              member="path"
            />
          ) : (
            <>
              <p>Scan the code of the sheet, or type each line with its check at the end.</p>
              <KeyLines
                lines={lines}
                onChange={setLines}
                wrong={problem?.code === "wrapping-key.line-check" ? problem.line : null}
                onCode={scan.take}
              />
            </>
          )}
        </>
      )}
    </Screen>
  );
}

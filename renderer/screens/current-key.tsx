import { useState } from "react";
import type { CurrentKey } from "../../electron/contract/commands";
import { act } from "../bridge";
import { Choice } from "../components/choice";
import { emptyLines, KeyLines } from "../components/key-lines";
import { Name } from "../components/name";
import { PathField } from "../components/path-field";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** The Wrapping Key that is about to be replaced opens the keystore: from its file, or typed from its sheet. */
export function CurrentKeyScreen({ view }: { readonly view: At<"current-key"> }) {
  const { plan, problem } = view;
  const [way, setWay] = useState<CurrentKey["way"]>("file");
  const [path, setPath] = useState("");
  const [lines, setLines] = useState(() =>
    emptyLines(plan.renews?.kind === "rotate" ? plan.renews.keystore.wrappingKeyBits : 256),
  );
  const key: CurrentKey = way === "file" ? { way, path } : { way, text: lines.join("\n") };
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
      problem={problem}
      primary={{ label: "Open the keystore", onGo: () => void act("enterCurrentKey", key) }}
    >
      <p className="lead">It opens the keystore once more, and nothing is shown. Then it is replaced.</p>
      <Choice
        legend="Where the key is"
        first
        inRow
        value={way}
        onChange={setWay}
        options={[
          { value: "file", label: "In a file" },
          { value: "typed", label: "On a sheet: I type it" },
        ]}
      />
      {way === "file" ? (
        <PathField
          label="Wrapping Key file"
          purpose="current-wrapping-key"
          value={path}
          onChange={setPath}
          wrong={problem !== null}
        />
      ) : (
        <KeyLines
          lines={lines}
          onChange={setLines}
          wrong={problem?.code === "wrapping-key.line-check" ? problem.line : null}
          takesCode
        />
      )}
    </Screen>
  );
}

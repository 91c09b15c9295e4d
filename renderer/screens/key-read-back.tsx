import { useState } from "react";
import { act } from "../bridge";
import { BackButton } from "../components/back-button";
import { emptyLines, KeyLines } from "../components/key-lines";
import { Name } from "../components/name";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** The Wrapping Key is typed back from its sheet, line by line, hidden while it is typed. */
export function KeyReadBackScreen({ view }: { readonly view: At<"key-read-back"> }) {
  const { plan, problem } = view;
  const [lines, setLines] = useState(() => emptyLines(plan.bits));
  return (
    <Screen
      heading="Type the Wrapping Key back"
      roles={{
        acts: "The vault’s operator",
        lookAway: (
          <>
            Everybody else, <Name>{plan.administrator}</Name> too
          </>
        ),
      }}
      problem={problem}
      primary={{
        label: "Check the Wrapping Key",
        onGo: () => void act("enterWrappingKey", { text: lines.join("\n") }),
      }}
      others={<BackButton />}
    >
      <p>
        Type each line from the sheet, its check at the end included. It is hidden while you type, because
        others are in the room.
      </p>
      <KeyLines
        lines={lines}
        onChange={setLines}
        wrong={problem?.code === "wrapping-key.line-check" ? problem.line : null}
      />
    </Screen>
  );
}

import { type ClipboardEvent, useRef, useState } from "react";
import { act } from "../bridge";
import { BackButton } from "../components/back-button";
import { groupedLine, isWholeLine, pastedLines } from "../components/key-line";
import { Name } from "../components/name";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** The Wrapping Key is typed back from its sheet, line by line, hidden while it is typed. */
export function KeyReadBackScreen({ view }: { readonly view: At<"key-read-back"> }) {
  const { plan, problem } = view;
  const count = plan.bits / 64;
  const [lines, setLines] = useState<readonly string[]>(() => Array.from({ length: count }, () => ""));
  const [shown, setShown] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const wrong = problem?.code === "wrapping-key.line-check" ? problem.line : null;

  const type = (at: number, typed: string) => {
    const line = groupedLine(typed);
    const wasWhole = isWholeLine(lines[at] ?? "");
    setLines(lines.map((other, index) => (index === at ? line : other)));
    if (isWholeLine(line) && !wasWhole) list.current?.querySelectorAll("input")[at + 1]?.focus();
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = pastedLines(event.clipboardData.getData("text/plain"), count);
    if (pasted === null) return;
    event.preventDefault();
    setLines(pasted);
  };

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
      <ol className="key-lines" ref={list}>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <li key={at}>
            <label htmlFor={`key-line-${at + 1}`}>{`Line ${at + 1}`}</label>
            <input
              id={`key-line-${at + 1}`}
              type="text"
              className={shown ? "input input-mono" : "input input-mono input-hidden"}
              data-first={at === 0 ? "" : undefined}
              aria-invalid={wrong === at + 1}
              autoComplete="off"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              value={line}
              onChange={(event) => type(at, event.target.value)}
              onPaste={paste}
            />
          </li>
        ))}
      </ol>
      <div className="tick-box">
        <input
          id="show-key"
          type="checkbox"
          checked={shown}
          onChange={(event) => setShown(event.target.checked)}
        />
        <label htmlFor="show-key">Show what I type</label>
      </div>
    </Screen>
  );
}

import { type ClipboardEvent, useContext, useRef, useState } from "react";
import { codeKindIn } from "../../electron/contract/code-beginning";
import { moveFocus } from "../keyboard/move-focus";
import { groupedLine, isWholeLine, pastedLines } from "./key-line";
import { ProblemId } from "./problem";

interface KeyLinesProps {
  readonly lines: readonly string[];
  readonly onChange: (lines: readonly string[]) => void;
  /** The number of the first of them on the sheet. */
  readonly from?: number;
  /** The line (from 1) that does not fit its check, or null. */
  readonly wrong: number | null;
  /** A code in place of the lines came into one of them at once, pasted for example; absent where it says nothing of them. */
  readonly onCode?: (text: string) => void;
}

/** A Wrapping Key typed line by line from its sheet, hidden while it is typed. */
export function KeyLines({ lines, onChange, from = 1, wrong, onCode }: KeyLinesProps) {
  const [shown, setShown] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const problem = useContext(ProblemId);
  const type = (at: number, typed: string) => {
    if (codeKindIn(typed) !== null) {
      onCode?.(typed);
      return;
    }
    const line = groupedLine(typed);
    const wasWhole = isWholeLine(lines[at] ?? "");
    onChange(lines.map((other, index) => (index === at ? line : other)));
    if (isWholeLine(line) && !wasWhole) moveFocus(list.current?.querySelectorAll("input")[at + 1]);
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    const pasted = codeKindIn(text) !== null ? null : pastedLines(text, lines.length);
    if (pasted === null) return;
    event.preventDefault();
    onChange(pasted);
  };
  return (
    <>
      <ol className="key-lines" ref={list}>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <li key={at}>
            <label htmlFor={`key-line-${at + from}`}>{`Line ${at + from}`}</label>
            <input
              id={`key-line-${at + from}`}
              type="text"
              className={shown ? "input input-mono" : "input input-mono input-hidden"}
              data-cell=""
              data-first={at === 0 ? "" : undefined}
              aria-invalid={wrong === at + from}
              aria-describedby={wrong === at + from ? problem : undefined}
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
    </>
  );
}

/** The empty lines of a Wrapping Key of this size. */
export function emptyLines(bits: 192 | 256): readonly string[] {
  return Array.from({ length: bits / 64 }, () => "");
}

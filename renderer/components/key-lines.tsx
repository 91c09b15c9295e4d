import { type ClipboardEvent, useRef, useState } from "react";
import { groupedLine, isTypedKeyCode, isWholeLine, linesInCode, pastedLines } from "./key-line";

interface KeyLinesProps {
  readonly lines: readonly string[];
  readonly onChange: (lines: readonly string[]) => void;
  /** The line (from 1) that does not fit its check, or null. */
  readonly wrong: number | null;
  /** Whether the sheet's code may come from a scanner that types: it says nothing of the lines. */
  readonly takesCode?: boolean;
}

/** A Wrapping Key typed line by line from its sheet, hidden while it is typed. */
export function KeyLines({ lines, onChange, wrong, takesCode = false }: KeyLinesProps) {
  const [shown, setShown] = useState(false);
  const [code, setCode] = useState({ at: 0, text: "" });
  const list = useRef<HTMLOListElement>(null);
  const type = (at: number, typed: string) => {
    const isCode = takesCode && isTypedKeyCode(typed);
    const whole = isCode ? linesInCode(typed, lines.length) : null;
    setCode({ at, text: isCode && whole === null ? typed : "" });
    if (whole !== null) onChange(whole);
    if (isCode) return;
    const line = groupedLine(typed);
    const wasWhole = isWholeLine(lines[at] ?? "");
    onChange(lines.map((other, index) => (index === at ? line : other)));
    if (isWholeLine(line) && !wasWhole) list.current?.querySelectorAll("input")[at + 1]?.focus();
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    const pasted = (takesCode && linesInCode(text, lines.length)) || pastedLines(text, lines.length);
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
              value={code.at === at && code.text !== "" ? code.text : line}
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

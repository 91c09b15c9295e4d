import { type ClipboardEvent, useRef, useState } from "react";
import { groupedLine, isTypedCode, isWholeLine, pastedLines } from "./key-line";

/** The code of a Wrapping Key sheet in place of its lines, and the line (from 0) that it was typed or pasted into. */
export interface TypedCode {
  readonly at: number;
  readonly text: string;
}

interface KeyLinesProps {
  readonly lines: readonly string[];
  readonly onChange: (lines: readonly string[]) => void;
  /** The number of the first of them on the sheet. */
  readonly from?: number;
  /** The line (from 1) that does not fit its check, or null. */
  readonly wrong: number | null;
  /** Absent where the code may not stand for the lines: it says nothing of them. */
  readonly code?: TypedCode | null;
  readonly onCode?: (code: TypedCode | null) => void;
}

/** A Wrapping Key typed line by line from its sheet, hidden while it is typed. */
export function KeyLines({ lines, onChange, from = 1, wrong, code = null, onCode }: KeyLinesProps) {
  const [shown, setShown] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const type = (at: number, typed: string) => {
    const isCode = onCode !== undefined && isTypedCode(typed);
    onCode?.(isCode ? { at, text: typed } : null);
    if (isCode) return;
    const line = groupedLine(typed);
    const wasWhole = isWholeLine(lines[at] ?? "");
    onChange(lines.map((other, index) => (index === at ? line : other)));
    if (isWholeLine(line) && !wasWhole) list.current?.querySelectorAll("input")[at + 1]?.focus();
  };
  const paste = (event: ClipboardEvent, at: number) => {
    const text = event.clipboardData.getData("text/plain");
    const isCode = onCode !== undefined && isTypedCode(text);
    const pasted = isCode ? lines : pastedLines(text, lines.length);
    if (pasted === null) return;
    event.preventDefault();
    onCode?.(isCode ? { at, text } : null);
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
              data-first={at === 0 ? "" : undefined}
              aria-invalid={wrong === at + from}
              autoComplete="off"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              value={code?.at === at ? code.text : line}
              onChange={(event) => type(at, event.target.value)}
              onPaste={(event) => paste(event, at)}
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

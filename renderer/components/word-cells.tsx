import { wordlist } from "@scure/bip39/wordlists/english.js";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { act } from "../bridge";
import { Tick } from "./tick";
import { type Cell, endWord, isPasteOfMany, isTypedCode, type Typed, typeInto } from "./typed-word";

interface WordCellsProps {
  /** For each of the 31 words whether main holds it. */
  readonly filled: readonly boolean[];
  /** Positions (from 1) that are held as unreadable. */
  readonly unreadable?: readonly number[];
  /** Whether a question mark may stand for a word. */
  readonly mayBeUnreadable?: boolean;
  /** Whether main changed the cells: what was entered last was refused, or a code filled most of them. */
  readonly changed: boolean;
  /** Positions (from 1) that the refusal is about; none where it is about the sheet. */
  readonly wrong: readonly number[];
}

const empty: Cell = { text: "", rest: "" };

/**
 * The 31 numbered cells of a read-back. Only the cell being typed into holds text: a finished word is sent to
 * main and forgotten here, and its cell shows a tick.
 */
export function WordCells({
  filled,
  unreadable = [],
  mayBeUnreadable = false,
  changed,
  wrong,
}: WordCellsProps) {
  const cells = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState(() => nextEmpty(filled, 0));
  const [cell, setCell] = useState(empty);
  const [offList, setOffList] = useState(false);

  const go = (position: number, next: Cell = empty) => {
    setAt(position);
    setCell(next);
    setOffList(false);
  };

  const focusOn = (position: number) =>
    cells.current?.querySelector<HTMLElement>(`[data-position="${position}"]`)?.focus();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the position, not every answer
  useEffect(() => focusOn(at), [at, filled[at - 1]]);

  // Words that did not fit, and those that a code leaves open, were emptied by main: the first is where to go on.
  const firstWrong = wrong.find((position) => !filled[position - 1]);
  const resume = changed ? (firstWrong ?? nextEmpty(filled, 0)) : null;
  useEffect(() => {
    if (resume !== null) setAt(resume);
  }, [resume]);

  const take = (typed: Typed) => {
    if (typed.kind === "typing") {
      setCell(typed.cell);
      setOffList(typed.offList);
      return;
    }
    if (typed.kind === "code") {
      go(at);
      void act("enterWords", { position: 1, text: typed.code });
      return;
    }
    void act("enterWords", { position: at, text: typed.word });
    go(nextEmpty(filled, at), { text: "", rest: typed.rest });
  };

  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    if (!isPasteOfMany(text)) return;
    event.preventDefault();
    const position = /^\s*KC1:/iu.test(text) ? 1 : at;
    go(at);
    void act("enterWords", { position, text });
  };

  const forget = (position: number) => {
    // Quick fingers are ahead of main's answer: whether it holds the word already is not known here.
    void act("forgetWord", { position });
    go(position);
  };

  const press = (event: KeyboardEvent) => {
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      take(endWord(cell, wordlist));
    } else if (event.key === "Backspace" && cell.text === "" && at > 1) {
      event.preventDefault();
      forget(at - 1);
    }
  };

  return (
    <>
      <ol className="word-cells" ref={cells} aria-label="The words of the sheet">
        {filled.map((done, index) => {
          const position = index + 1;
          const here = position === at;
          return (
            <li key={position} data-here={here} data-wrong={!done && wrong.includes(position)}>
              <span className="cell-number" aria-hidden="true">
                {position}
              </span>
              {done ? (
                <button
                  type="button"
                  className="cell-done"
                  data-position={position}
                  aria-label={`Word ${position} is entered${unreadable.includes(position) ? " as unreadable" : ""}. Enter it again`}
                  onClick={() => forget(position)}
                >
                  {unreadable.includes(position) ? "?" : <Tick />}
                </button>
              ) : (
                <input
                  type="text"
                  className={here && isTypedCode(cell.text) ? "cell-input cell-code" : "cell-input"}
                  data-position={position}
                  data-first={here ? "" : undefined}
                  aria-label={`Word ${position}`}
                  aria-invalid={(here && offList) || wrong.includes(position)}
                  aria-describedby={here ? "word-hint" : undefined}
                  autoComplete="off"
                  autoCapitalize="none"
                  autoCorrect="off"
                  spellCheck={false}
                  value={here ? cell.text : ""}
                  onFocus={() => {
                    if (!here) go(position);
                  }}
                  onChange={(event) => take(typeInto(here ? cell : empty, event.target.value, wordlist))}
                  onKeyDown={press}
                  onPaste={paste}
                />
              )}
            </li>
          );
        })}
      </ol>
      <p className={offList ? "hint hint-wrong" : "hint"} id="word-hint" role="status">
        {offList
          ? "No word of the list begins like this. Look at the sheet again; Backspace takes a letter away."
          : `Four letters of a word are enough. Space moves on, Backspace goes back${mayBeUnreadable ? ", ? stands for a word that nobody can read" : ""}.`}
      </p>
    </>
  );
}

function nextEmpty(filled: readonly boolean[], after: number): number {
  const next = filled.findIndex((done, index) => index >= after && !done);
  if (next !== -1) return next + 1;
  const before = filled.findIndex((done, index) => index + 1 !== after && !done);
  return before === -1 ? after : before + 1;
}

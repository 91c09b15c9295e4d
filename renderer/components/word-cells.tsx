import { wordlist } from "@scure/bip39/wordlists/english.js";
import { type ClipboardEvent, type KeyboardEvent, useContext, useEffect, useRef, useState } from "react";
import { codeKindIn } from "../../electron/contract/code-beginning";
import { act } from "../bridge";
import { moveFocus } from "../keyboard/move-focus";
import { ProblemId } from "./problem";
import { Tick } from "./tick";
import { type Cell, endWord, isHidden, isPasteOfMany, type Typed, typeInto } from "./typed-word";

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
  // Quick fingers are ahead of main: how many answers are still to come, and how often none was.
  const unanswered = useRef(0);
  const [settled, setSettled] = useState(0);
  const problem = useContext(ProblemId);

  const go = (position: number, next: Cell = empty) => {
    setAt(position);
    setCell(next);
    setOffList(false);
  };

  const focusOn = (position: number) =>
    moveFocus(cells.current?.querySelector<HTMLElement>(`[data-position="${position}"]`));

  const send = async (answer: Promise<unknown>) => {
    unanswered.current += 1;
    await answer;
    unanswered.current -= 1;
    if (unanswered.current === 0) setSettled((before) => before + 1);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the position, not every answer
  useEffect(() => focusOn(at), [at, filled[at - 1]]);

  // Words that did not fit, and those that a code leaves open, were emptied by main: the first is where to go on. What
  // quick fingers have typed past it is dropped.
  const firstWrong = wrong.find((position) => !filled[position - 1]);
  const resume = changed ? (firstWrong ?? nextEmpty(filled, 0)) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once main has answered all, whatever the answer was
  useEffect(() => {
    if (resume !== null && unanswered.current === 0 && resume !== at) go(resume);
  }, [resume, settled]);

  const take = (typed: Typed) => {
    if (typed.kind === "typing") {
      setCell(typed.cell);
      setOffList(typed.offList);
      return;
    }
    if (typed.kind === "code") {
      go(at);
      void send(act("enterWords", { position: 1, text: typed.code }));
      return;
    }
    void send(act("enterWords", { position: at, text: typed.word }));
    go(nextEmpty(filled, at), { text: "", rest: typed.rest });
  };

  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    if (!isPasteOfMany(text)) return;
    event.preventDefault();
    const position = codeKindIn(text) === null ? at : 1;
    go(at);
    void send(act("enterWords", { position, text }));
  };

  const forget = (position: number) => {
    // Quick fingers are ahead of main's answer: whether it holds the word already is not known here.
    void send(act("forgetWord", { position }));
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
            // A place keeps its name when its field has become a button.
            <li
              key={position}
              aria-label={done ? `Word ${position}` : undefined}
              data-here={here}
              data-wrong={!done && wrong.includes(position)}
            >
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
                  className={here && isHidden(cell.text) ? "cell-input cell-code" : "cell-input"}
                  data-cell=""
                  data-position={position}
                  data-first={here ? "" : undefined}
                  aria-label={`Word ${position}`}
                  aria-invalid={(here && offList) || wrong.includes(position)}
                  aria-describedby={describedBy(here, wrong.includes(position) ? problem : null)}
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
          ? offListHint(cell.text)
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

function describedBy(here: boolean, problem: string | null): string | undefined {
  const ids = [here ? "word-hint" : null, problem].filter((id) => id !== null);
  return ids.length === 0 ? undefined : ids.join(" ");
}

function offListHint(typed: string): string {
  return isHidden(typed)
    ? "This is no word of the list. It looks like a code typed by a scanner: scan the code again, or type the words."
    : "No word of the list begins like this. Look at the sheet again; Backspace takes a letter away.";
}

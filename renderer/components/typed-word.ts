import { codeKindIn, mayBeginCode } from "../../electron/contract/code-beginning";
import { matchWord } from "../../electron/contract/words";

/** One cell while it is typed into. `rest`: letters of the word before that its writer may still be typing. */
export interface Cell {
  readonly text: string;
  readonly rest: string;
}

export type Typed =
  | { readonly kind: "typing"; readonly cell: Cell; readonly offList: boolean }
  | { readonly kind: "word"; readonly word: string; readonly rest: string }
  | { readonly kind: "code"; readonly code: string };

const emptyCell: Cell = { text: "", rest: "" };

/** So long a piece is no word with letters too many. */
const PIECE = 24;

/** No word of the list is longer. */
const LONGEST_WORD = 8;

/** Whether a cell holds what no word is, and may be the beginning of a code: it is not shown. */
export function isHidden(text: string): boolean {
  return text.length > LONGEST_WORD || mayBeginCode(text);
}

/**
 * What a cell's text means after each key. Four letters complete a word in place; whoever types it to its end
 * all the same types `rest` into the next cell, which waits there and is dropped by Space.
 */
export function typeInto(cell: Cell, text: string, list: readonly string[]): Typed {
  const letters = text.trim();
  if (codeKindIn(letters) !== null) return { kind: "code", code: letters };
  // Stands for a word that nobody can read.
  if (letters === "?") return finished("?", "?");
  if (letters !== "" && cell.rest.startsWith(letters.toLowerCase())) {
    return { kind: "typing", cell: { text: letters, rest: cell.rest }, offList: false };
  }
  const match = matchWord(letters, list);
  if (letters !== "" && match.kind === "word" && match.alone) return finished(match.word, letters);
  return { kind: "typing", cell: { text: letters, rest: cell.rest }, offList: match.kind === "none" };
}

/**
 * What Space or Enter means: a word of the list moves on, the rest of the word before is dropped. What is much longer than
 * a word goes to main, which says what it looks like.
 */
export function endWord(cell: Cell, list: readonly string[]): Typed {
  const text = cell.text.toLowerCase();
  if (text.length > PIECE) return { kind: "code", code: cell.text };
  const match = text === "" || text === cell.rest ? null : matchWord(text, list);
  if (match?.kind === "word") return finished(match.word, match.word);
  if (cell.rest.startsWith(text)) return { kind: "typing", cell: emptyCell, offList: false };
  return { kind: "typing", cell: { text: cell.text, rest: "" }, offList: true };
}

/** Several words, or a code's text, were pasted: they go to main as they are. */
export function isPasteOfMany(text: string): boolean {
  return /\S\s+\S/u.test(text) || text.length > PIECE || codeKindIn(text) !== null;
}

function finished(word: string, typed: string): Typed {
  return { kind: "word", word, rest: word.slice([...typed].length) };
}

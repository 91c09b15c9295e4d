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

/** A scanner that types like a keyboard begins like no word of the list. */
const CODE_BEGINS = /^kc/iu;
const CODE = /^KC1:[A-Z2-7]{69}$/;
const PART_OF_CODE = /^KC(1(:[A-Z2-7]{0,69})?)?$/;

/** Whether a cell holds the beginning of a code, which is not shown while it is typed. */
export function isTypedCode(text: string): boolean {
  return CODE_BEGINS.test(text);
}

/**
 * What a cell's text means after each key. Four letters complete a word in place; whoever types it to its end
 * all the same types `rest` into the next cell, which waits there and is dropped by Space.
 */
export function typeInto(cell: Cell, text: string, list: readonly string[]): Typed {
  const letters = text.trim();
  if (isTypedCode(letters)) return typeCode(letters.toUpperCase());
  // Stands for a word that nobody can read.
  if (letters === "?") return finished("?", "?");
  if (letters !== "" && cell.rest.startsWith(letters.toLowerCase())) {
    return { kind: "typing", cell: { text: letters, rest: cell.rest }, offList: false };
  }
  const match = matchWord(letters, list);
  if (letters !== "" && match.kind === "word" && match.alone) return finished(match.word, letters);
  return { kind: "typing", cell: { text: letters, rest: cell.rest }, offList: match.kind === "none" };
}

/** What Space or Enter means: a word of the list moves on, the rest of the word before is dropped. */
export function endWord(cell: Cell, list: readonly string[]): Typed {
  const text = cell.text.toLowerCase();
  const match = text === "" || text === cell.rest ? null : matchWord(text, list);
  if (match?.kind === "word") return finished(match.word, match.word);
  if (cell.rest.startsWith(text)) return { kind: "typing", cell: emptyCell, offList: false };
  return { kind: "typing", cell: { text: cell.text, rest: "" }, offList: true };
}

/** Several words, or a code's text, were pasted: they go to main as they are. */
export function isPasteOfMany(text: string): boolean {
  return /\S\s+\S/u.test(text) || /^\s*KC1:/iu.test(text);
}

function typeCode(text: string): Typed {
  if (CODE.test(text)) return { kind: "code", code: text };
  return { kind: "typing", cell: { text, rest: "" }, offList: !PART_OF_CODE.test(text) };
}

function finished(word: string, typed: string): Typed {
  return { kind: "word", word, rest: word.slice([...typed].length) };
}

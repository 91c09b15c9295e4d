import { wordlist } from "@scure/bip39/wordlists/english.js";
import type { Cell } from "../../contract/entry-views";
import type { ShareFailure } from "../../contract/errors";
import type { TypedWords } from "../../contract/typed-words";
import { matchWord } from "../../contract/words";
import { ownNumbers } from "../../crypto/own-memory";
import { UNREADABLE } from "../../share/repair/entered";
import { WORD_COUNT } from "../../share/word-numbers";

/** A word that nobody has entered yet: no number of the word list, and not `UNREADABLE` either. */
export const EMPTY = 0xfffe;

/** The 31 words that a custodian has entered so far, held as their numbers and never as text. */
export class EnteredWords {
  /** Numbers of the word list, `EMPTY` or `UNREADABLE`; lent for comparing, and wiped with this object. */
  readonly numbers = ownNumbers(WORD_COUNT).fill(EMPTY);

  /**
   * Enters what was typed or pasted at `position` (1..31): a word, several, or a whole sheet. Words that were numbered
   * go where their numbers say, and a whole sheet begins at its first word, wherever it was pasted. `?` stands for a
   * word that nobody can read. Words that are not on the list stay empty, and are what it fails with.
   */
  enter(position: number, { words, from }: TypedWords): ShareFailure | null {
    if (words.length === 0) return { code: "share.unknown-words", positions: [position] };
    const first = from ?? (words.length === WORD_COUNT ? 1 : position);
    const last = first - 1 + words.length;
    if (last > WORD_COUNT) {
      return from === null ? { code: "share.word-count", count: last } : { code: "share.numbering" };
    }
    const unknown: number[] = [];
    for (const [offset, typed] of words.entries()) {
      const number = numberOf(typed);
      this.numbers[first - 1 + offset] = number;
      if (number === EMPTY) unknown.push(first + offset);
    }
    return unknown.length === 0 ? null : { code: "share.unknown-words", positions: unknown };
  }

  /** Empties these positions (1..31). */
  empty(positions: readonly number[]): void {
    for (const position of positions) this.numbers[position - 1] = EMPTY;
  }

  /** Empties every position. */
  startOver(): void {
    this.numbers.fill(EMPTY);
  }

  /** How many words stand, unreadable ones included. */
  get count(): number {
    return WORD_COUNT - this.#positionsOf(EMPTY).length;
  }

  /** The positions (1..31) that were entered as `?`. */
  get unreadable(): readonly number[] {
    return this.#positionsOf(UNREADABLE);
  }

  /** What a screen may show of them. */
  get cells(): readonly Cell[] {
    return Array.from(this.numbers, cellOf);
  }

  wipe(): void {
    this.numbers.fill(0);
  }

  #positionsOf(mark: number): number[] {
    return Array.from(this.numbers.keys()).flatMap((at) => (this.numbers[at] === mark ? [at + 1] : []));
  }
}

function cellOf(number: number): Cell {
  if (number === EMPTY) return "empty";
  return number === UNREADABLE ? "unreadable" : "word";
}

function numberOf(typed: string): number {
  if (typed === "?") return UNREADABLE;
  const match = matchWord(typed, wordlist);
  return match.kind === "word" ? wordlist.indexOf(match.word) : EMPTY;
}

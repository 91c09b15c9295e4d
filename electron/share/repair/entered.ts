import { wordlist } from "@scure/bip39/wordlists/english.js";
import type { ShareFailure } from "../../contract/errors";
import { fail, ok, type Result } from "../../contract/result";
import type { TypedWords } from "../../contract/typed-words";
import { matchWord } from "../../contract/words";
import { ownNumbers } from "../../crypto/own-memory";
import { wholeSheet } from "../typed-share";
import { WORD_COUNT } from "../word-numbers";

/** Stands for a word that nobody can read, where its number would stand. */
export const UNREADABLE = 0xffff;

/** What a person enters for it. */
export const UNREADABLE_MARK = "?";

const NUMBER_OF = new Map(wordlist.map((word, number) => [word, number]));

/**
 * 31 or 30 typed words as numbers (0..2047), `?` as `UNREADABLE`; the caller wipes them. Four letters suffice. Refuses
 * another count, then words that are not on the list.
 */
export function readEntered(entered: TypedWords): Result<Uint16Array, ShareFailure> {
  // Counted before any is matched, so that a whole book pasted by mistake is answered at once.
  const sheet = wholeSheet(entered, [WORD_COUNT, WORD_COUNT - 1]);
  if (!sheet.ok) return sheet;
  const typed = sheet.value;
  const numbers = ownNumbers(typed.length);
  const unknown: number[] = [];
  for (const [at, word] of typed.entries()) {
    const number = word === UNREADABLE_MARK ? UNREADABLE : numberOf(word);
    if (number === undefined) unknown.push(at + 1);
    else numbers[at] = number;
  }
  if (unknown.length === 0) return ok(numbers);
  numbers.fill(0);
  return fail({ code: "share.unknown-words", positions: unknown });
}

function numberOf(typed: string): number | undefined {
  const match = matchWord(typed, wordlist);
  return match.kind === "word" ? NUMBER_OF.get(match.word) : undefined;
}

/** Where `UNREADABLE` stands, counted from 0. */
export function unreadablePlaces(numbers: Uint16Array): number[] {
  return Array.from(numbers.keys()).filter((at) => numbers[at] === UNREADABLE);
}

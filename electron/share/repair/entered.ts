import { wordlist } from "@scure/bip39/wordlists/english.js";
import type { ShareFailure } from "../../contract/errors";
import { fail, ok, type Result } from "../../contract/result";
import { matchWord } from "../../contract/words";
import { ownNumbers } from "../../crypto/own-memory";
import { WORD_COUNT } from "../word-numbers";

/** Stands for a word that nobody can read, where its number would stand. */
export const UNREADABLE = 0xffff;

/** What a person enters for it. */
export const UNREADABLE_MARK = "?";

const NUMBER_OF = new Map(wordlist.map((word, number) => [word, number]));

/**
 * Reads 31 or 30 typed words as numbers (0..2047), `?` as `UNREADABLE`; the caller wipes them. Any case, any
 * white space between, four letters suffice. Refuses nothing at all, another count, then words that are not
 * on the list.
 */
export function readEntered(text: string): Result<Uint16Array, ShareFailure> {
  const trimmed = text.normalize("NFKD").trim();
  if (trimmed === "") return fail({ code: "share.empty" });
  const typed = trimmed.split(/\s+/);
  // Counted before any is matched, so that a whole book pasted by mistake is answered at once.
  if (typed.length !== WORD_COUNT && typed.length !== WORD_COUNT - 1) {
    return fail({ code: "share.word-count", count: typed.length });
  }
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

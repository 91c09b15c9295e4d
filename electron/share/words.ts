import { wordlist } from "@scure/bip39/wordlists/english.js";
import type { ShareFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { ownNumbers } from "../crypto/own-memory";
import type { SecretBytes } from "../crypto/secret-bytes";
import { diagnose } from "./diagnose";
import { checksumHolds, payloadIn, WORD_COUNT, wordNumbers } from "./word-numbers";

/** What a person enters for a word that is missing or that nobody can read. */
const UNREADABLE = "?";

const NUMBER_OF = new Map(wordlist.map((word, number) => [word, number]));

/** The 31 words of a 39-byte payload, from the BIP-39 English list (FORMATS §2.2). */
export function toWords(payload: SecretBytes): string[] {
  const numbers = wordNumbers(payload);
  const words = Array.from(numbers, (number) => wordlist[number] ?? "");
  numbers.fill(0);
  return words;
}

/**
 * The 39-byte payload of 31 words that stand as the list has them; the caller wipes it. What is wrong comes in
 * this order: their count, words that are not on the list, `?`, then what the checksum finds. The header is
 * not judged here.
 */
export function wordsToPayload(words: readonly string[]): Result<SecretBytes, ShareFailure> {
  if (words.length !== WORD_COUNT) return fail({ code: "share.word-count", count: words.length });
  const unknown = positionsOf(words, (word) => word !== UNREADABLE && !NUMBER_OF.has(word));
  if (unknown.length > 0) return fail({ code: "share.unknown-words", positions: unknown });
  const unreadable = positionsOf(words, (word) => word === UNREADABLE);
  if (unreadable.length > 0) return fail({ code: "share.unreadable-words", positions: unreadable });
  const numbers = ownNumbers(WORD_COUNT);
  for (const [at, word] of words.entries()) numbers[at] = NUMBER_OF.get(word) ?? 0;
  try {
    return checksumHolds(numbers) ? ok(payloadIn(numbers)) : fail(diagnose(numbers));
  } finally {
    numbers.fill(0);
  }
}

function positionsOf(words: readonly string[], is: (word: string) => boolean): number[] {
  return words.flatMap((word, at) => (is(word) ? [at + 1] : []));
}

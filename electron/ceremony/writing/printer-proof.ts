import { randomInt } from "node:crypto";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { fail, ok, type Result } from "../../contract/result";
import { codesIn, hasCodeLength, hasCodePrefix, mappedCodesIn } from "../../contract/typed-code";
import { typedWords } from "../../contract/typed-words";

const WORDS = 8;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // RFC 4648 §6
const PREFIX = "KCT1:";
/** With its prefix 73 characters, as many as a share's code has (FORMATS §2.3): the same picture, dot for dot as fine. */
const CODE_LENGTH = 68;

const kinds = ["proof-page", "share", "wrapping-key"] as const;

/** What stands on a proof page, made anew for each: who can tell it has read that page. It protects nothing. */
export interface PrinterProof {
  /** Eight words that together have every letter. */
  readonly words: readonly string[];
  /** The text of its code. */
  readonly code: string;
}

/** Makes what a proof page says. */
export function makeProof(): PrinterProof {
  const digits = Array.from({ length: CODE_LENGTH }, () => BASE32.charAt(randomInt(BASE32.length)));
  return { words: wordsOfEveryLetter(), code: PREFIX + digits.join("") };
}

/**
 * Whether `text` is the proof's code, or its words, each in full, in any form in which a share's are read. What was printed
 * is known: names the words that are wrong, and a code that is another one or was misread.
 */
export function checkProof({ words, code }: PrinterProof, text: string): Result<null> {
  const codes = [...codesIn(text, "proof-page"), ...mappedCodesIn(text, "proof-page")];
  if (codes.some((body) => PREFIX + body === code)) return ok(null);
  const typed = typedWords(text)?.words ?? [];
  const isCode =
    codes.length > 0 || hasPrefix(text) || (hasCodeLength(text) && typed.length !== words.length);
  if (isCode) return fail({ code: "print.proof-code" });
  const count = Math.max(words.length, typed.length);
  const positions = Array.from({ length: count }, (_, at) => at + 1).filter(
    (position) => typed[position - 1] !== words[position - 1],
  );
  return positions.length === 0 ? ok(null) : fail({ code: "print.proof-words", positions });
}

/** Whether a text begins as a code does, whatever it is a code of, or has the beginning of one of ours. */
function hasPrefix(text: string): boolean {
  return /^\s*[a-z]+[0-9]*:\S/iu.test(text) || kinds.some((kind) => hasCodePrefix(text, kind));
}

/** Takes words that bring the most letters that are still missing, until none is; begins anew where that needs too many. */
function wordsOfEveryLetter(): readonly string[] {
  for (;;) {
    const words: string[] = [];
    const missing = new Set(LETTERS);
    while (missing.size > 0) {
      const gains = wordlist.map((word) => new Set([...word].filter((letter) => missing.has(letter))).size);
      const most = Math.max(...gains);
      const word = oneOf(wordlist.filter((_, at) => gains[at] === most));
      words.push(word);
      for (const letter of word) missing.delete(letter);
    }
    while (words.length < WORDS) words.push(oneOf(wordlist));
    if (words.length === WORDS) return words;
  }
}

function oneOf(words: readonly string[]): string {
  return words[randomInt(words.length)] ?? "";
}

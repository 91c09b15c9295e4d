import { wordText } from "./typed-words";

/** What typed letters mean against a word list. */
export type WordMatch =
  | {
      readonly kind: "word";
      readonly word: string;
      /** No other word begins with what was typed: the word may complete in place, without Space or Enter. */
      readonly alone: boolean;
    }
  | { readonly kind: "prefix" } // a word may still come of it
  | { readonly kind: "none" };

/** This many letters tell any two words of the BIP-39 list apart, but for words that have only three. */
const DECIDING_LETTERS = 4;

/**
 * Matches one typed word against `list` (FORMATS §2.2), in any form of its letters (`wordText`). A word
 * of the list stands as it is; four or more letters suffice where they begin one. A three-letter word that
 * begins a longer one ("act", "actor") is a word, but not alone.
 */
export function matchWord(typed: string, list: readonly string[]): WordMatch {
  const letters = wordText(typed).trim();
  const candidates = list.filter((word) => word.startsWith(letters));
  const [first] = candidates;
  if (first === undefined) return { kind: "none" };
  const alone = candidates.length === 1;
  if (candidates.includes(letters)) return { kind: "word", word: letters, alone };
  if (alone && letters.length >= DECIDING_LETTERS) return { kind: "word", word: first, alone };
  return { kind: "prefix" };
}

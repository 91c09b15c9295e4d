import { wordlist } from "@scure/bip39/wordlists/english.js";
import { ownNumbers } from "../../crypto/own-memory";

/** How many words, of all in the order of likeness, are the likely slips. */
export const LIKELY = 128;

/** A slip on neighbouring keys, or a letter taken for one that looks or sounds like it, is half a slip. */
const NEAR = 0.5;
const NEIGHBOURS = [
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qaz",
  "wsx",
  "edc",
  "rfv",
  "tgb",
  "yhn",
  "ujm",
  "ik",
  "ol",
];
const ALIKE = [
  "ce",
  "ao",
  "ae",
  "ei",
  "il",
  "lt",
  "ft",
  "uv",
  "un",
  "nm",
  "rn",
  "hn",
  "hb",
  "gq",
  "gy",
  "vw",
  "sz",
  "ck",
  "dt",
  "pb",
];
const near = new Set([...NEIGHBOURS.flatMap(neighbours), ...ALIKE].flatMap((pair) => [pair, reversed(pair)]));
/** Letters that both words begin with speak for a slip: people read and type the beginning best. */
const SAME_START = 0.25;
/** Four letters suffice to enter a word, so a slip among them counts whatever follows. */
const DECIDING_LETTERS = 4;

/**
 * All 2048 words as numbers, those first that a person most likely meant when `number` was entered. They tell
 * the word: the caller wipes them.
 */
export function byLikeness(number: number): Uint16Array {
  const entered = wordlist[number] ?? "";
  const unlikeness = wordlist.map((word) => unlike(entered, word));
  const order = ownNumbers(wordlist.length).map((_, at) => at);
  return order.sort((one, other) => (unlikeness[one] ?? 0) - (unlikeness[other] ?? 0));
}

function unlike(entered: string, word: string): number {
  const start = distance(entered.slice(0, DECIDING_LETTERS), word.slice(0, DECIDING_LETTERS)) + NEAR;
  return Math.min(distance(entered, word), start) - SAME_START * sameStart(entered, word);
}

/** Damerau and Levenshtein's: how many letters were left out, added, changed or swapped with the next. */
function distance(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row++) {
    const above = rows[row - 1] ?? [];
    const line = [row];
    for (let at = 1; at <= other.length; at++) {
      const [here = "", there = ""] = [one[row - 1], other[at - 1]];
      const changed = here === there ? 0 : near.has(here + there) ? NEAR : 1;
      const options = [(above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1, (above[at - 1] ?? 0) + changed];
      if (row > 1 && here === other[at - 2] && there === one[row - 2]) {
        options.push((rows[row - 2]?.[at - 2] ?? 0) + NEAR);
      }
      line.push(Math.min(...options));
    }
    rows.push(line);
  }
  return rows[one.length]?.[other.length] ?? 0;
}

function sameStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

function neighbours(row: string): string[] {
  return Array.from(row.slice(1), (letter, at) => row.charAt(at) + letter);
}

function reversed(pair: string): string {
  return pair.charAt(1) + pair.charAt(0);
}

import { ownMemory, ownNumbers } from "../../crypto/own-memory";
import { SecretBytes } from "../../crypto/secret-bytes";
import { makePayload } from "../payload";
import { WORD_COUNT, wordNumbers } from "../word-numbers";
import { UNREADABLE, unreadablePlaces } from "./entered";
import type { KnownSets } from "./repair";

/** Version, practice, set id and threshold fill exactly these words: a keystore knows them. */
export const SET_WORDS = 4;
const MOST_ERRORS = 2;
/** A search is planned anew for every set that may be meant; so many take an eighth of a second and 16 MB. */
const MOST_SETS = 16;
const POINT_LENGTH = 33;

/**
 * How the words were entered: in their order, with two neighbours in each other's place, or with one left
 * out.
 */
interface Shape {
  readonly kind: "in-order" | "swapped" | "place-missing";
  /**
   * 31 numbers as they were entered, a place that was left out as `UNREADABLE`: changes are told from these.
   */
  readonly entered: Uint16Array;
  /** The same in the order of the sheet. */
  readonly numbers: Uint16Array;
}

/**
 * One way in which what was entered may be meant; in `numbers`, a set that is known has its own first four
 * words.
 */
export interface Reading extends Shape {
  /** How many readable words may be wrong besides. */
  readonly errors: number;
  /** By which commitments a solution is proven; null without a keystore. */
  readonly commitments: ReadonlySet<string> | null;
}

/**
 * Every reading of 31 or 30 entered numbers that the table of FORMATS §2.2 allows, swaps first; none where
 * too much is missing or wrong, or where the first four words leave more than 16 sets that may be meant. The
 * caller wipes them with `wipeReadings`.
 */
export function readingsOf(entered: Uint16Array, known: KnownSets | null): Reading[] {
  const shapes = entered.length === WORD_COUNT ? shapesOf31(entered) : shapesOf30(entered);
  try {
    if (known === null) return shapes.flatMap(aloneReading);
    const sets = fittingSets(shapes, known).map(({ words, shares }) => ({
      words,
      commitments: new Set(shares.map(({ commitment }) => commitment)),
    }));
    if (sets.length > MOST_SETS) return [];
    return shapes.flatMap((shape) => sets.flatMap((set) => readingInSet(shape, set.words, set.commitments)));
  } finally {
    for (const { entered, numbers } of shapes) wipeAll([entered, numbers]);
  }
}

/** Zeroes every number in them. */
export function wipeReadings(readings: readonly Reading[]): void {
  for (const { entered, numbers } of readings) wipeAll([entered, numbers]);
}

/** How many of the first four words were read, and are not those of the set. */
export function foreignWords(numbers: Uint16Array, words: Uint16Array): number {
  return words.filter((word, at) => numbers[at] !== UNREADABLE && numbers[at] !== word).length;
}

/** The first four words on every sheet of a set. */
export function setWords({ id, threshold }: KnownSets["sets"][number], practice: boolean): Uint16Array {
  // Any point does: it begins behind them.
  const point = SecretBytes.take(ownMemory(POINT_LENGTH));
  const payload = makePayload({ practice, setId: id, threshold }, point);
  const words = wordNumbers(payload).slice(0, SET_WORDS);
  point.wipe();
  payload.wipe();
  return words;
}

/**
 * Without a keystore, 33 bits of checksum are all there is to go by: one thing may be wrong, or two words
 * missing.
 */
function aloneReading(shape: Shape): Reading[] {
  const missing = unreadablePlaces(shape.numbers).length;
  const most = { "in-order": 2, swapped: 0, "place-missing": 1 }[shape.kind];
  if (missing > most) return [];
  const errors = shape.kind === "in-order" && missing === 0 ? 1 : 0;
  return [{ ...copyOf(shape), errors, commitments: null }];
}

/** The sets that may be meant, each with its first four words. Ends with the first that is too many. */
function fittingSets(shapes: readonly Shape[], { practice, sets }: KnownSets) {
  const fitting: { readonly words: Uint16Array; readonly shares: KnownSets["sets"][number]["shares"] }[] = [];
  for (const set of sets) {
    const words = setWords(set, practice);
    if (shapes.some((shape) => errorsLeft(shape, words) !== null))
      fitting.push({ words, shares: set.shares });
    if (fitting.length > MOST_SETS) break;
  }
  return fitting;
}

/** With one, the set's words are known, and a commitment tells the right one among any number of words. */
function readingInSet(shape: Shape, words: Uint16Array, commitments: ReadonlySet<string>): Reading[] {
  const errors = errorsLeft(shape, words);
  if (errors === null) return [];
  const reading = { ...copyOf(shape), errors, commitments };
  reading.numbers.set(words);
  return [reading];
}

/** How many words may be wrong besides, if the shape is meant as a share of the set with these words; else null. */
function errorsLeft({ kind, numbers }: Shape, words: Uint16Array): number | null {
  const wrong = foreignWords(numbers, words);
  const missing = unreadablePlaces(numbers).filter((at) => at >= SET_WORDS).length;
  if (kind !== "in-order") return wrong === 0 && missing <= 1 ? 0 : null;
  return wrong + missing <= MOST_ERRORS ? MOST_ERRORS - wrong - missing : null;
}

function shapesOf31(entered: Uint16Array): Shape[] {
  const swaps = Array.from(entered.keys())
    .slice(1)
    .flatMap((at): Shape[] => {
      const [before = 0, here = 0] = entered.subarray(at - 1, at + 1);
      if (before === here) return [];
      const shape = copyOf({ kind: "swapped", entered, numbers: entered });
      shape.numbers.set([here, before], at - 1);
      return [shape];
    });
  return [...swaps, copyOf({ kind: "in-order", entered, numbers: entered })];
}

function shapesOf30(entered: Uint16Array): Shape[] {
  return Array.from({ length: WORD_COUNT }, (_, at) => {
    const numbers = ownNumbers(WORD_COUNT).fill(UNREADABLE);
    numbers.set(entered.subarray(0, at));
    numbers.set(entered.subarray(at), at + 1);
    const shape = copyOf({ kind: "place-missing", entered: numbers, numbers });
    numbers.fill(0);
    return shape;
  });
}

function copyOf({ kind, entered, numbers }: Shape): Shape {
  const copy = { kind, entered: ownNumbers(WORD_COUNT), numbers: ownNumbers(WORD_COUNT) };
  copy.entered.set(entered);
  copy.numbers.set(numbers);
  return copy;
}

function wipeAll(all: readonly Uint16Array[]): void {
  for (const numbers of all) numbers.fill(0);
}

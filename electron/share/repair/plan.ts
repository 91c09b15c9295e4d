import { PAYLOAD_WORDS } from "../word-numbers";
import { unreadablePlaces } from "./entered";
import { LIKELY } from "./likely";
import { type Reading, readingsOf, SET_WORDS, wipeReadings } from "./readings";
import type { KnownSets } from "./repair";

/** How many words there are to try at one place. */
export const ALL_WORDS = 2048;
/**
 * Of the first of two places, so many words make a part: a quarter of a million hashes, some tens of
 * milliseconds.
 */
const WORDS_IN_PART = 128;
/** Up to here a search takes less than a fifth of a second even on a slow machine. */
const QUICK = 2 ** 20;

/** From `from` to before `to` in a place's list of words, the likeliest first. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A piece of a search that can be done apart from all others. It holds no word. */
export interface Part {
  /** Its position among the plan's readings. */
  readonly reading: number;
  /**
   * The one or two places (from 0) at which any word may stand, in order; none where the reading is only to
   * be proven.
   */
  readonly free: readonly number[];
  /** For each of those that is in the payload, which words are tried there. Those of the checksum follow. */
  readonly ranges: readonly Range[];
}

/** A whole search. Two plans of the same input are the same, so a part is told by its position. */
export interface SearchPlan {
  readonly readings: readonly Reading[];
  /** In the order in which a person's slip is found soonest. */
  readonly parts: readonly Part[];
}

/**
 * Plans the search for 31 or 30 entered numbers; no parts where too much is missing or wrong. The caller
 * wipes the plan.
 */
export function planSearch(entered: Uint16Array, known: KnownSets | null): SearchPlan {
  const readings = readingsOf(entered, known);
  const first = known === null ? 0 : SET_WORDS;
  const steps = readings.flatMap((reading, at) =>
    freePlaces(reading, first).flatMap((free) => stepsFor(reading, at, free)),
  );
  // Sorting keeps the order of equals: a step is taken for every pair of places before the next is begun.
  return { readings, parts: steps.sort((one, other) => one.step - other.step).map(({ part }) => part) };
}

/** Zeroes every word in it. */
export function wipePlan({ readings }: SearchPlan): void {
  wipeReadings(readings);
}

/** How many hashes a part takes. */
export function hashesOf({ ranges }: Part): number {
  return ranges.reduce((hashes, { from, to }) => hashes * (to - from), 1);
}

/** Whether the whole search can be done at once, in less than a fifth of a second. */
export function isQuick({ parts }: SearchPlan): boolean {
  return parts.reduce((hashes, part) => hashes + hashesOf(part), 0) <= QUICK;
}

/** The places of `?`, with every choice of as many others as may be wrong: none of them, one, and so on. */
function freePlaces({ numbers, errors }: Reading, first: number): number[][] {
  const missing = unreadablePlaces(numbers);
  const others = Array.from(numbers.keys()).filter((at) => at >= first && !missing.includes(at));
  const wrong = Array.from({ length: errors + 1 }, (_, count) => choices(others, count)).flat();
  return wrong.map((chosen) => [...missing, ...chosen].sort((one, other) => one - other));
}

function choices(places: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  return places.flatMap((place, at) =>
    choices(places.slice(at + 1), count - 1).map((others) => [place, ...others]),
  );
}

interface Step {
  readonly step: number;
  readonly part: Part;
}

/**
 * Step 0 takes at most one place in the payload, step 1 likely slips at two, and the others everything else
 * at two.
 */
function stepsFor({ numbers }: Reading, reading: number, free: readonly number[]): Step[] {
  const missing = unreadablePlaces(numbers);
  const inPayload = free.filter((at) => at < PAYLOAD_WORDS);
  const all = { from: 0, to: ALL_WORDS };
  if (inPayload.length < 2) return [{ step: 0, part: { reading, free, ranges: inPayload.map(() => all) } }];
  const likely = inPayload.map((at) => (missing.includes(at) ? all : { from: 0, to: LIKELY }));
  const steps = [{ step: 1, part: { reading, free, ranges: likely } }];
  for (let from = 0; from < ALL_WORDS; from += WORDS_IN_PART) {
    const some = { from, to: from + WORDS_IN_PART };
    steps.push({ step: 2 + from, part: { reading, free, ranges: [some, all] } });
  }
  return missing.length === 2 ? steps.slice(1) : steps;
}

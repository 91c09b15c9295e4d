import { ownNumbers } from "../../crypto/own-memory";
import type { SecretBytes } from "../../crypto/secret-bytes";
import { commitment, readHeader } from "../payload";
import { PAYLOAD_WORDS, payloadIn, WORD_COUNT, wordNumbers } from "../word-numbers";
import { ChecksumSweep } from "./checksum-sweep";
import { UNREADABLE } from "./entered";
import { byLikeness } from "./likely";
import { fittingWords } from "./one-place";
import { ALL_WORDS, type Part, type Range, type SearchPlan } from "./plan";
import type { Reading } from "./readings";
import { AT_ONCE } from "./sha256-code";

const inOrder = Uint16Array.from({ length: ALL_WORDS }, (_, number) => number);

/** Searches the parts of one plan, one after the other and in any order. Whoever made it wipes it. */
export class PartSearch {
  readonly #plan: SearchPlan;
  readonly #hashes = new ChecksumSweep();
  readonly #tried = ownNumbers(WORD_COUNT);
  /** For words that were entered, the order in which others are tried in their place. */
  readonly #likely = new Map<number, Uint16Array>();

  constructor(plan: SearchPlan) {
    this.#plan = plan;
  }

  /**
   * Every payload that the part gives: its checksum holds, and a commitment proves it where they are known.
   * The caller wipes them.
   */
  search(part: Part): SecretBytes[] {
    const reading = this.#plan.readings[part.reading];
    if (reading === undefined) throw new Error("A part of another plan.");
    this.#tried.set(reading.numbers);
    // A word of the checksum that may be anything is not compared; one of the payload is put in place later.
    for (const at of part.free) this.#tried[at] = at < PAYLOAD_WORDS ? 0 : UNREADABLE;
    const [first, second] = part.free.filter((at) => at < PAYLOAD_WORDS);
    if (first === undefined) return soundPayload(this.#tried, reading);
    if (second === undefined) return this.#soundAmong(reading, first, fittingWords(this.#tried, first));
    return this.#sweep(reading, [first, second], part.ranges);
  }

  /** Zeroes all it worked on; the plan is its owner's to wipe. */
  wipe(): void {
    this.#hashes.wipe();
    this.#tried.fill(0);
    for (const list of this.#likely.values()) list.fill(0);
    this.#likely.clear();
  }

  #sweep(reading: Reading, [first, second]: [number, number], ranges: readonly Range[]): SecretBytes[] {
    const [range, among] = ranges;
    if (range === undefined || among === undefined) throw new Error("A part without its ranges.");
    const candidates = this.#wordsFor(reading, second, among);
    this.#hashes.begin(this.#tried);
    this.#hashes.offer(second, candidates);
    const found: SecretBytes[] = [];
    for (const word of this.#wordsFor(reading, first, range)) {
      this.#tried[first] = word;
      this.#hashes.put(first, word);
      let at = this.#hashes.next(0);
      while (at !== null) {
        found.push(...this.#soundAmong(reading, second, candidates.subarray(at, at + AT_ONCE)));
        at = this.#hashes.next(at + AT_ONCE);
      }
    }
    return found;
  }

  /** The sound payloads with one of `words` at `place`, all others as they are tried. */
  #soundAmong(reading: Reading, place: number, words: Iterable<number>): SecretBytes[] {
    const found: SecretBytes[] = [];
    for (const word of words) {
      this.#tried[place] = word;
      found.push(...soundPayload(this.#tried, reading));
    }
    return found;
  }

  #wordsFor({ numbers }: Reading, place: number, { from, to }: Range): Uint16Array {
    const entered = numbers[place] ?? UNREADABLE;
    // All of them need no order, and for a word that nobody could read there is none.
    if (entered === UNREADABLE || to - from === ALL_WORDS) return inOrder.subarray(from, to);
    let list = this.#likely.get(entered);
    if (list === undefined) {
      list = byLikeness(entered);
      this.#likely.set(entered, list);
    }
    return list.subarray(from, to);
  }
}

/**
 * The payload of `numbers`, if every word of the checksum that is not `UNREADABLE` agrees and nothing else
 * speaks against it.
 */
function soundPayload(numbers: Uint16Array, { commitments }: Reading): [] | [SecretBytes] {
  const payload = payloadIn(numbers);
  const expected = wordNumbers(payload);
  const agrees = expected.every((word, at) => numbers[at] === UNREADABLE || numbers[at] === word);
  expected.fill(0);
  if (agrees && readHeader(payload).ok && (commitments?.has(commitment(payload)) ?? true)) return [payload];
  payload.wipe();
  return [];
}

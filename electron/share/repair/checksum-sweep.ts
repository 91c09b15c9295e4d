import { tagPrefix } from "../../crypto/hash";
import { PAYLOAD_LENGTH } from "../payload";
import { CHECKSUM_TAG, PAYLOAD_WORDS } from "../word-numbers";
import { UNREADABLE } from "./entered";
import { LAYOUT, MOST_CANDIDATES, sha256Code } from "./sha256-code";
import { INITIAL_STATE, ROUND_CONSTANTS, scheduleOfBlock } from "./sha256-numbers";

const WORD_BITS = 11;
const WORD_MASK = 0x7ff;
const NUMBERS_IN_BLOCK = 16;
const TAG = tagPrefix(CHECKSUM_TAG);
const MESSAGE_BITS = (TAG.length + PAYLOAD_LENGTH) * 8;
const END_MARK = 0x80; // behind the message, before its zeros

type Run = (at: number, end: number) => number;

/** Where a word lies in the hashed block: in one 32-bit number, or with its last bits in the next. */
interface Place {
  readonly number: number;
  /** To the left in the first number; negative where bits go into the next. */
  readonly shift: number;
}

/**
 * Hashes a payload's checksum for many words at one place, with all others as they were put. It only finds
 * candidates: whoever asks confirms each with `node:crypto`, so a mistake in here could miss a word, but
 * never make one up. All it works on lies in one memory of its own.
 */
export class ChecksumSweep {
  readonly #memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
  readonly #numbers = new Uint32Array(this.#memory.buffer);
  readonly #runs = new Map<number, Run>();
  #run: Run | null = null;
  #offered = 0;

  constructor() {
    this.#write(LAYOUT.initial, INITIAL_STATE);
    this.#write(LAYOUT.constants, ROUND_CONSTANTS);
    // The second block holds nothing but the message's length.
    const schedule = scheduleOfBlock([...new Array<number>(NUMBERS_IN_BLOCK - 1).fill(0), MESSAGE_BITS]);
    this.#write(
      LAYOUT.secondBlock,
      schedule.map((word, round) => word + (ROUND_CONSTANTS[round] ?? 0)),
    );
  }

  /** Begins anew with 31 words, of which those of the checksum may be `UNREADABLE`: they do not count. */
  begin(words: Uint16Array): void {
    const block = new DataView(this.#memory.buffer, LAYOUT.message, NUMBERS_IN_BLOCK * 4);
    for (const [at, byte] of [
      ...TAG,
      ...new Array<number>(PAYLOAD_LENGTH).fill(0),
      END_MARK,
      0,
      0,
    ].entries()) {
      block.setUint8(at, byte);
    }
    // The memory's numbers have their bytes in the other order than the hash's.
    for (let at = 0; at < NUMBERS_IN_BLOCK; at++) block.setUint32(at * 4, block.getUint32(at * 4), true);
    for (let at = 0; at < PAYLOAD_WORDS; at++) this.put(at, words[at] ?? 0);
    this.#want(words.subarray(PAYLOAD_WORDS));
  }

  /** Puts one of the payload's words (`at` from 0). */
  put(at: number, word: number): void {
    const { number, shift } = placeOf(at);
    this.#replace(number, shifted(WORD_MASK, shift), shifted(word, shift));
    if (shift < 0) this.#replace(number + 1, WORD_MASK << (32 + shift), word << (32 + shift));
  }

  /** Says which words are tried at the payload's place `at`: a multiple of `AT_ONCE`, at most 2048. */
  offer(at: number, candidates: Uint16Array): void {
    const { number, shift } = placeOf(at);
    this.put(at, 0);
    const table = LAYOUT.candidates / 4;
    for (const [index, word] of candidates.entries()) {
      this.#numbers[table + index] = shifted(word, shift);
      this.#numbers[table + MOST_CANDIDATES + index] = shift < 0 ? word << (32 + shift) : 0;
    }
    this.#offered = candidates.length;
    this.#run = this.#runs.get(number) ?? this.#load(number);
  }

  /**
   * The index, from `from` (a multiple of `AT_ONCE`) on, of the first `AT_ONCE` of the offered candidates
   * among which one seems to fit; null where there is none.
   */
  next(from: number): number | null {
    if (this.#run === null || from >= this.#offered) return null;
    const found = this.#run(from * 4, this.#offered * 4);
    return found < 0 ? null : found / 4;
  }

  /** Zeroes all it worked on. It can begin anew after that. */
  wipe(): void {
    this.#numbers.fill(0, LAYOUT.message / 4, LAYOUT.initial / 4);
    this.#numbers.fill(0, LAYOUT.candidates / 4);
    this.#offered = 0;
  }

  /**
   * The checksum's words fill the digest's first number, and one more bit that is left to the confirmation.
   */
  #want([first = 0, second = 0, third = 0]: Uint16Array): void {
    let mask = 0;
    let wanted = 0;
    for (const [word, shift] of [
      [first, 32 - WORD_BITS],
      [second, 32 - 2 * WORD_BITS],
      [third, 32 - 3 * WORD_BITS],
    ] as const) {
      if (word === UNREADABLE) continue;
      mask |= shifted(WORD_MASK, shift);
      wanted |= shifted(word, shift);
    }
    this.#numbers[LAYOUT.mask / 4] = mask;
    this.#numbers[LAYOUT.wanted / 4] = wanted;
  }

  #replace(number: number, mask: number, bits: number): void {
    this.#numbers[number] = ((this.#numbers[number] ?? 0) & ~mask) | bits;
  }

  #write(offset: number, numbers: readonly number[]): void {
    this.#numbers.set(numbers, offset / 4);
  }

  #load(changing: number): Run {
    const module = new WebAssembly.Module(sha256Code(changing));
    const instance = new WebAssembly.Instance(module, { host: { memory: this.#memory } });
    const run = instance.exports.run as Run;
    this.#runs.set(changing, run);
    return run;
  }
}

function placeOf(at: number): Place {
  const bit = TAG.length * 8 + at * WORD_BITS;
  return { number: Math.floor(bit / 32), shift: 32 - WORD_BITS - (bit % 32) };
}

function shifted(bits: number, shift: number): number {
  return shift < 0 ? bits >>> -shift : bits << shift;
}

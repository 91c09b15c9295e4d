import type { ShareFailure } from "../../contract/errors";
import type { Result } from "../../contract/result";
import { ownMemory, ownNumbers } from "../../crypto/own-memory";
import { SecretBytes } from "../../crypto/secret-bytes";
import { makePayload, readHeader, type ShareHeader } from "../../share/payload";
import { payloadIn, WORD_COUNT, wordNumbers } from "../../share/word-numbers";

/** The words that are the same on every sheet of a set: version, practice, set id, threshold. */
export const SET_WORDS = 4;

/** What the first four words (numbers 0..2047) say of the set that a sheet belongs to. */
export function setOf(numbers: Uint16Array): Result<Omit<ShareHeader, "x">, ShareFailure> {
  const head = ownNumbers(WORD_COUNT);
  head.set(numbers.subarray(0, SET_WORDS));
  // Four words end where x begins; any x but 0 stands in for the one that is not read.
  head[SET_WORDS] = 1 << 3;
  const payload = payloadIn(head);
  const header = readHeader(payload);
  payload.wipe();
  return header;
}

/** A share set, by what its first four words say. `id` is 8 hex. */
export interface NamedSet {
  readonly practice: boolean;
  readonly id: string;
  readonly threshold: number;
}

/**
 * Whether four entered words (numbers 0..2047) are those of `set`, or would be but for one wrong word or one swap of
 * neighbours, which is a typing error first (FORMATS §2.2).
 */
export function mayMean(entered: Uint16Array, set: NamedSet): boolean {
  const own = firstWords(set);
  const wrong = own.flatMap((number, at) => (number === entered[at] ? [] : [at]));
  return wrong.length <= 1 || areSwapped(wrong, entered, own);
}

/** Whether exactly these two places (from 0) are neighbours that stand in each other's place. */
function areSwapped(
  [one = 0, next = 0, ...more]: readonly number[],
  entered: Uint16Array,
  own: readonly number[],
) {
  return more.length === 0 && next === one + 1 && entered[one] === own[next] && entered[next] === own[one];
}

/** The first four words of any share of a set: public, for they hold nothing of its value. */
function firstWords({ practice, id, threshold }: NamedSet): readonly number[] {
  const point = ownMemory(33).fill(1);
  const payload = makePayload({ practice, setId: id, threshold }, SecretBytes.take(point));
  const numbers = wordNumbers(payload);
  payload.wipe();
  return [...numbers.subarray(0, SET_WORDS)];
}

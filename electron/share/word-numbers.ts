import { taggedHash } from "../crypto/hash";
import { ownMemory, ownNumbers } from "../crypto/own-memory";
import { SecretBytes } from "../crypto/secret-bytes";
import { regroup } from "./bits";

/** How many words a share has: 28 for the payload's 308 bits, then 3 for 33 bits of checksum (FORMATS §2.2). */
export const WORD_COUNT = 31;
export const PAYLOAD_WORDS = 28;
export const CHECKSUM_TAG = "key-ceremony/v1/words";

/**
 * The 31 numbers (0..2047) of a payload: what words and QR text both carry. They are the share itself; the
 * caller wipes them.
 */
export function wordNumbers(payload: SecretBytes): Uint16Array {
  return payload.use((bytes) => {
    const numbers = ownNumbers(WORD_COUNT);
    const all = regroup(bytes, 8, 11);
    numbers.set(all.subarray(0, PAYLOAD_WORDS));
    all.fill(0);
    numbers.set(checksum(bytes), PAYLOAD_WORDS);
    return numbers;
  });
}

/** The payload in the first 28 of 31 numbers, whatever their checksum says; the caller wipes it. */
export function payloadIn(numbers: Uint16Array): SecretBytes {
  const bytes = regroup(numbers.subarray(0, PAYLOAD_WORDS), 11, 8);
  const payload = ownMemory(bytes.length);
  payload.set(bytes);
  bytes.fill(0);
  return SecretBytes.take(payload);
}

/** Whether the last three of 31 numbers are the checksum of the others. */
export function checksumHolds(numbers: Uint16Array): boolean {
  const payload = payloadIn(numbers);
  try {
    const expected = payload.use(checksum);
    return expected.every((number, at) => number === numbers[PAYLOAD_WORDS + at]);
  } finally {
    payload.wipe();
  }
}

function checksum(payload: Uint8Array): Uint16Array {
  return regroup(taggedHash(CHECKSUM_TAG, payload), 8, 11).subarray(0, WORD_COUNT - PAYLOAD_WORDS);
}

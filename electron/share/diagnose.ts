import { createHash } from "node:crypto";
import type { ShareFailure } from "../contract/errors";
import { tagPrefix } from "../crypto/hash";
import { ownMemory, ownNumbers } from "../crypto/own-memory";
import { PAYLOAD_LENGTH, VERSION, versionOf } from "./payload";
import {
  CHECKSUM_TAG,
  checksumHolds,
  PAYLOAD_WORDS,
  payloadIn,
  WORD_COUNT,
  wordNumbers,
} from "./word-numbers";

/**
 * What is wrong with 31 words, given as numbers, whose checksum does not hold. Searches to the end: every place
 * where one other word, or a swap with the next, would make it hold. Nothing is corrected.
 *
 * A typing error comes first, whatever the version bits say: they stand in the first word, and a slip there
 * must not be called a newer version. Only when no single error explains the words do unknown version bits
 * mean that a newer version made them, perhaps with another checksum. Where chance offers a wrong word and a
 * swap at once (about once in 100,000 errors) neither is named.
 */
export function diagnose(numbers: Uint16Array): ShareFailure {
  const wrong = [...wrongPayloadWords(numbers), ...wrongChecksumWords(numbers)];
  const swapped = swappedWords(numbers);
  if (wrong.length > 0 && swapped.length > 0) return { code: "share.checksum" };
  if (wrong.length > 0) return { code: "share.one-wrong-word", positions: wrong };
  if (swapped.length > 0) return { code: "share.swapped-words", positions: swapped };
  const payload = payloadIn(numbers);
  const version = versionOf(payload);
  payload.wipe();
  return version === VERSION ? { code: "share.checksum" } : { code: "share.newer-version", version };
}

/** Positions among the payload's words: tries all 28 × 2047 other words, in place, since each costs a hash. */
function wrongPayloadWords(numbers: Uint16Array): number[] {
  const tag = tagPrefix(CHECKSUM_TAG);
  // One byte to spare behind the payload, since a word is written through three bytes.
  const bytes = ownMemory(tag.length + PAYLOAD_LENGTH + 1);
  const message = bytes.subarray(0, -1);
  const payload = payloadIn(numbers);
  try {
    bytes.set(tag);
    payload.use((own) => bytes.set(own, tag.length));
    const positions: number[] = [];
    for (const [at, own] of numbers.subarray(0, PAYLOAD_WORDS).entries()) {
      for (let other = 0; other < 2048; other++) {
        if (other === own) continue;
        writeWord(bytes, tag.length, at, other);
        if (!endsIn(numbers, createHash("sha256").update(message).digest())) continue;
        positions.push(at + 1);
        break;
      }
      writeWord(bytes, tag.length, at, own);
    }
    return positions;
  } finally {
    payload.wipe();
    bytes.fill(0);
  }
}

/** The one checksum word that the payload's words contradict, if the other two agree with them. */
function wrongChecksumWords(numbers: Uint16Array): number[] {
  const payload = payloadIn(numbers);
  const expected = wordNumbers(payload);
  payload.wipe();
  const positions: number[] = [];
  for (let at = PAYLOAD_WORDS; at < WORD_COUNT; at++) {
    if (numbers[at] !== expected[at]) positions.push(at + 1);
  }
  expected.fill(0);
  return positions.length === 1 ? positions : [];
}

/** Positions whose swap with the next makes the checksum hold. */
function swappedWords(numbers: Uint16Array): number[] {
  const tried = ownNumbers(WORD_COUNT);
  tried.set(numbers);
  const positions: number[] = [];
  for (let at = 0; at + 1 < WORD_COUNT; at++) {
    const [here = 0, next = 0] = numbers.subarray(at, at + 2);
    tried.set([next, here], at);
    if (checksumHolds(tried)) positions.push(at + 1);
    tried.set([here, next], at);
  }
  tried.fill(0);
  return positions;
}

/** Writes an 11-bit word at place `at` of the bits that begin at byte `from`, through a window of 24 bits. */
function writeWord(bytes: Uint8Array, from: number, at: number, word: number): void {
  const first = from + ((at * 11) >>> 3);
  const shift = 13 - ((at * 11) & 7);
  const window = ((bytes[first] ?? 0) << 16) | ((bytes[first + 1] ?? 0) << 8) | (bytes[first + 2] ?? 0);
  const written = (window & ~(0x7ff << shift)) | (word << shift);
  bytes[first] = written >>> 16;
  bytes[first + 1] = written >>> 8;
  bytes[first + 2] = written;
}

/** Whether the last three words are the first 33 bits of `digest`. */
function endsIn(numbers: Uint16Array, digest: Buffer): boolean {
  const start = digest.readUInt32BE(0);
  return (
    start >>> 21 === numbers[PAYLOAD_WORDS] &&
    ((start >>> 10) & 0x7ff) === numbers[PAYLOAD_WORDS + 1] &&
    (((start & 0x3ff) << 1) | ((digest[4] ?? 0) >>> 7)) === numbers[PAYLOAD_WORDS + 2]
  );
}

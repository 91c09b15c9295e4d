import { createHash } from "node:crypto";
import { tagPrefix } from "../../crypto/hash";
import { ownMemory } from "../../crypto/own-memory";
import { PAYLOAD_LENGTH } from "../payload";
import { CHECKSUM_TAG, PAYLOAD_WORDS, payloadIn } from "../word-numbers";
import { UNREADABLE } from "./entered";
import { ALL_WORDS } from "./plan";

/**
 * The words (0..2047) that fit at the payload's place `at` (from 0) of 31, whatever stands there now, by the
 * words of the checksum that are not `UNREADABLE`. One place takes 2048 hashes of `node:crypto`: less time
 * than the code for many at once takes to be made.
 */
export function fittingWords(words: Uint16Array, at: number): number[] {
  const tag = tagPrefix(CHECKSUM_TAG);
  // One byte to spare behind the payload, since a word is written through three bytes.
  const bytes = ownMemory(tag.length + PAYLOAD_LENGTH + 1);
  const message = bytes.subarray(0, -1);
  const payload = payloadIn(words);
  try {
    bytes.set(tag);
    payload.use((own) => bytes.set(own, tag.length));
    const fitting: number[] = [];
    for (let word = 0; word < ALL_WORDS; word++) {
      writeWord(bytes, tag.length, at, word);
      if (endsIn(words, createHash("sha256").update(message).digest())) fitting.push(word);
    }
    return fitting;
  } finally {
    payload.wipe();
    bytes.fill(0);
  }
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

/** Whether the last three words, where they could be read, are the first 33 bits of `digest`. */
function endsIn(words: Uint16Array, digest: Buffer): boolean {
  const start = digest.readUInt32BE(0);
  const last = ((start & 0x3ff) << 1) | ((digest[4] ?? 0) >>> 7);
  const fits = (at: number, expected: number) => {
    const word = words[PAYLOAD_WORDS + at];
    return word === UNREADABLE || word === expected;
  };
  return fits(0, start >>> 21) && fits(1, (start >>> 10) & 0x7ff) && fits(2, last);
}

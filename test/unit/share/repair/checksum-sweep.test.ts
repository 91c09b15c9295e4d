import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownNumbers } from "../../../../electron/crypto/own-memory";
import { ChecksumSweep } from "../../../../electron/share/repair/checksum-sweep";
import { UNREADABLE } from "../../../../electron/share/repair/entered";
import { AT_ONCE } from "../../../../electron/share/repair/sha256-code";
import { PAYLOAD_WORDS, payloadIn } from "../../../../electron/share/word-numbers";

const anyWord = fc.integer({ min: 0, max: 2047 });
const anyWords = fc.uint16Array({ minLength: 31, maxLength: 31, max: 2047 });
const anyPlace = fc.integer({ min: 0, max: PAYLOAD_WORDS - 1 });
const allWords = Uint16Array.from({ length: 2048 }, (_, word) => word);

/** The first 32 bits of the checksum's hash, by Node. */
function startOfHash(words: Uint16Array): number {
  const payload = payloadIn(words).use((bytes) => bytes.slice());
  return createHash("sha256").update("key-ceremony/v1/words\0").update(payload).digest().readUInt32BE(0);
}

/** Every `AT_ONCE` candidates that the sweep finds, by the index of the first. */
function hitsOf(sweep: ChecksumSweep): number[] {
  const hits: number[] = [];
  for (let at = sweep.next(0); at !== null; at = sweep.next(at + AT_ONCE)) hits.push(at);
  return hits;
}

describe("hashing many candidates at once", () => {
  const sweep = new ChecksumSweep();

  test("finds exactly what node:crypto finds, by any one word of the checksum", () => {
    // One word of eleven bits lets about one candidate in 2048 through, so that there is something to
    // compare.
    const cases = fc.tuple(anyWords, anyPlace, fc.constantFrom(28, 29, 30));
    fc.assert(
      fc.property(cases, ([words, place, counted]) => {
        const tried = ownNumbers(31);
        tried.set(words);
        for (const at of [28, 29, 30]) if (at !== counted) tried[at] = UNREADABLE;
        sweep.begin(tried);
        sweep.offer(place, allWords);
        const [shift = 0, bits = 0] = { 28: [21, 0x7ff], 29: [10, 0x7ff], 30: [0, 0x3ff] }[counted] ?? [];
        const wanted = counted === 30 ? (words[30] ?? 0) >>> 1 : words[counted];
        const expected = Array.from(allWords).filter((word) => {
          tried[place] = word;
          return ((startOfHash(tried) >>> shift) & bits) === wanted;
        });
        expect(hitsOf(sweep)).toEqual([...new Set(expected.map((word) => word - (word % AT_ONCE)))]);
      }),
      { numRuns: 40 },
    );
  });

  test("finds the one candidate that fits, whatever was put at another place before", () => {
    const cases = fc.tuple(
      anyWords,
      fc.uniqueArray(anyPlace, { minLength: 2, maxLength: 2 }),
      anyWord,
      anyWord,
    );
    fc.assert(
      fc.property(cases, ([words, [place = 0, other = 0], before, right]) => {
        const whole = Uint16Array.from(words);
        whole[place] = right;
        const hash = startOfHash(whole);
        whole.set([hash >>> 21, (hash >>> 10) & 0x7ff, (hash & 0x3ff) << 1], PAYLOAD_WORDS);
        const tried = Uint16Array.from(whole);
        tried[other] = before;
        sweep.begin(tried);
        sweep.offer(place, allWords);
        sweep.put(other, whole[other] ?? 0);
        expect(hitsOf(sweep)).toContain(right - (right % AT_ONCE));
      }),
    );
  });

  test("looks at the offered candidates only", () => {
    const words = new Uint16Array(31);
    const hash = startOfHash(words);
    words.set([hash >>> 21, (hash >>> 10) & 0x7ff, (hash & 0x3ff) << 1], PAYLOAD_WORDS);
    sweep.begin(words);
    sweep.offer(9, allWords.subarray(AT_ONCE));
    expect(sweep.next(0)).toBeNull();
    // The only one that fits, wherever it is among those of the second `AT_ONCE`.
    for (let at = AT_ONCE; at < 2 * AT_ONCE; at++) {
      const offered = allWords.slice(1, 1 + 3 * AT_ONCE);
      offered[at] = 0;
      sweep.offer(9, offered);
      expect(hitsOf(sweep)).toEqual([AT_ONCE]);
    }
  });

  test("finds nothing once it was wiped", () => {
    const words = new Uint16Array(31).fill(UNREADABLE, PAYLOAD_WORDS);
    sweep.begin(words);
    sweep.offer(9, allWords);
    expect(sweep.next(0)).toBe(0);
    sweep.wipe();
    expect(sweep.next(0)).toBeNull();
  });
});

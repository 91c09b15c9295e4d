import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { SecretBytes } from "../../../../electron/crypto/secret-bytes";
import { byLikeness } from "../../../../electron/share/repair/likely";
import type { KnownSets } from "../../../../electron/share/repair/repair";
import { searchHere } from "../../../../electron/share/repair/search-here";
import { wordNumbers } from "../../../../electron/share/word-numbers";
import { anyPayload, hexOf, samplePayload } from "../sample";
import { damaged, knownBy, otherThan, ownWord, setOf, swapped, told, without } from "./damaged";

// Long searches on a busy machine; none waits for time to pass.
const anyPlace = fc.integer({ min: 0, max: 30 });
const bodyPlace = fc.integer({ min: 4, max: 27 });
const checkPlace = fc.integer({ min: 28, max: 30 });
const anyStep = fc.integer({ min: 1, max: 2047 });
const few = { numRuns: 8 };

/** What a search answers, as text that can be compared. */
function answerOf(entered: Uint16Array, known: KnownSets | null): unknown {
  const answer = searchHere(entered, known);
  return answer.ok ? told(answer.value) : answer.error.code;
}

/** The repair that puts the payload's own words back at these places (from 0). */
function repair(payload: SecretBytes, kind: string, proof: string, ...places: number[]) {
  const changes = places.sort((one, other) => one - other).map((at) => ownWord(payload, at));
  return { kind, proof, changes, payload: hexOf(payload) };
}

/** A word that a person might have entered instead. */
function slip(payload: SecretBytes, at: number): number {
  return byLikeness(wordNumbers(payload)[at] ?? 0)[5] ?? 0;
}

describe.each([
  ["without a keystore", () => null, "checksum"],
  ["with the keystore's commitments", knownBy, "commitment"],
] as const)("%s", (_, knownOf, proof) => {
  test("one `?` is solved", () => {
    fc.assert(
      fc.property(anyPayload, anyPlace, (payload, at) => {
        const answer = answerOf(damaged(payload, { [at]: null }), knownOf(payload));
        expect(answer).toContainEqual(repair(payload, "missing-words", proof, at));
      }),
      few,
    );
  });

  test("one wrong word is located", () => {
    fc.assert(
      fc.property(anyPayload, anyPlace, anyStep, (payload, at, by) => {
        const answer = answerOf(damaged(payload, { [at]: otherThan(payload, at, by) }), knownOf(payload));
        expect(answer).toContainEqual(repair(payload, "wrong-words", proof, at));
      }),
      few,
    );
  });

  test("one swap of neighbours is located", () => {
    fc.assert(
      fc.property(anyPayload, fc.integer({ min: 0, max: 29 }), (payload, at) => {
        const words = wordNumbers(payload);
        fc.pre(words[at] !== words[at + 1]);
        const answer = answerOf(swapped(words, at), knownOf(payload));
        expect(answer).toContainEqual(repair(payload, "swapped-words", proof, at, at + 1));
      }),
      few,
    );
  });

  test("30 words: the place that was left out is found", () => {
    fc.assert(
      fc.property(anyPayload, anyPlace, (payload, at) => {
        const words = wordNumbers(payload);
        fc.pre(words[at] !== words[at - 1] && words[at] !== words[at + 1]);
        const answer = answerOf(without(words, at), knownOf(payload));
        expect(answer).toContainEqual(repair(payload, "missing-place", proof, at));
      }),
      few,
    );
  });

  test("a word left out beside its like is one solution, not two", () => {
    const payload = samplePayload({ 16: 0, 17: 0, 18: 0, 19: 0, 20: 0, 21: 0 });
    const words = wordNumbers(payload);
    const at = words.findIndex((word, place) => word === words[place + 1]);
    expect(at).toBeGreaterThan(4);
    const answer = answerOf(without(words, at), knownOf(payload));
    expect(answer).toEqual([repair(payload, "missing-place", proof, at)]);
  });
});

describe("without a keystore", () => {
  test("two `?` are only probable", () => {
    fc.assert(
      fc.property(anyPayload, checkPlace, anyPlace, (payload, at, other) => {
        fc.pre(at !== other);
        const answer = answerOf(damaged(payload, { [at]: null, [other]: null }), null);
        expect(answer).toContainEqual(repair(payload, "missing-words", "probable", at, other));
      }),
      few,
    );
  });

  test("two `?` among the payload's words are searched to the end", () => {
    const payload = samplePayload();
    const answer = answerOf(damaged(payload, { 8: null, 19: null }), null);
    expect(answer).toContainEqual(repair(payload, "missing-words", "probable", 8, 19));
  });

  test("a `?` with a wrong word or a swap, and two wrong words, are refused", () => {
    const payload = samplePayload();
    const wrong = damaged(payload, { 9: null, 20: otherThan(payload, 20) });
    expect(answerOf(wrong, null)).toBe("share.not-repaired");
    expect(answerOf(swapped(damaged(payload, { 9: null }), 20), null)).toBe("share.not-repaired");
    const two = damaged(payload, { 9: otherThan(payload, 9), 20: otherThan(payload, 20) });
    expect(answerOf(two, null)).toBe("share.checksum");
  });

  test("three `?`, and a `?` among 30 words, are refused before any search", () => {
    const payload = samplePayload();
    expect(answerOf(damaged(payload, { 9: null, 10: null, 30: null }), null)).toBe("share.too-damaged");
    expect(answerOf(without(damaged(payload, { 9: null }), 20), null)).toBe("share.too-damaged");
  });

  test("a solution with unknown version bits is none: a newer version made it", () => {
    const newer = samplePayload({ 0: 0x40 });
    expect(answerOf(damaged(newer, { 9: null }), null)).toBe("share.newer-version");
  });
});

describe("with the keystore's commitments", () => {
  test("two `?` are solved and proven, and any of the set's own words besides", () => {
    fc.assert(
      fc.property(anyPayload, checkPlace, bodyPlace, (payload, at, other) => {
        const numbers = damaged(payload, { 0: null, 3: null, [at]: null, [other]: null });
        expect(answerOf(numbers, knownBy(payload))).toEqual([
          repair(payload, "missing-words", "commitment", 0, 3, at, other),
        ]);
      }),
      few,
    );
  });

  test("a `?` and a wrong word are found", () => {
    fc.assert(
      fc.property(
        anyPayload,
        checkPlace,
        bodyPlace,
        anyStep,
        fc.boolean(),
        (payload, at, other, by, which) => {
          const [missing, wrong] = which ? [at, other] : [other, at];
          const numbers = damaged(payload, { [missing]: null, [wrong]: otherThan(payload, wrong, by) });
          expect(answerOf(numbers, knownBy(payload))).toEqual([
            repair(payload, "wrong-words", "commitment", at, other),
          ]);
        },
      ),
      few,
    );
  });

  test("a `?` and a swap of neighbours are found, also where the `?` is one of them", () => {
    fc.assert(
      fc.property(anyPayload, anyPlace, fc.integer({ min: 0, max: 29 }), (payload, missing, at) => {
        const numbers = swapped(damaged(payload, { [missing]: null }), at);
        fc.pre(numbers[at] !== numbers[at + 1] && (at >= 4 || missing >= 4));
        const [found] = answerOf(numbers, knownBy(payload)) as ReturnType<typeof repair>[];
        expect(found).toMatchObject({ proof: "commitment", payload: hexOf(payload) });
      }),
      few,
    );
  });

  test("two wrong words are found, the set's own among them", () => {
    const place = fc.oneof(checkPlace, fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(anyPayload, place, bodyPlace, anyStep, (payload, at, other, by) => {
        const numbers = damaged(payload, {
          [at]: otherThan(payload, at, by),
          [other]: otherThan(payload, other, by),
        });
        expect(answerOf(numbers, knownBy(payload))).toEqual([
          repair(payload, "wrong-words", "commitment", at, other),
        ]);
      }),
      few,
    );
  });

  test("two likely slips among the 24 words of the value are found soon", () => {
    const payload = samplePayload();
    const numbers = damaged(payload, { 9: slip(payload, 9), 20: slip(payload, 20) });
    expect(answerOf(numbers, knownBy(payload))).toEqual([
      repair(payload, "wrong-words", "commitment", 9, 20),
    ]);
  });

  test("a retired set's share is found as well", () => {
    const [payload, current] = [samplePayload(), setOf(samplePayload({ 1: 0x77 }))];
    const known = { practice: false, sets: [current, setOf(payload)] };
    expect(answerOf(damaged(payload, { 9: null, 2: 7 }), known)).toEqual([
      repair(payload, "wrong-words", "commitment", 2, 9),
    ]);
  });

  test("what the checksum solves is not taken for a share that the keystore does not have", () => {
    const payload = samplePayload();
    const known = { ...knownBy(payload), sets: [{ ...setOf(payload), shares: [] }] };
    expect(answerOf(without(wordNumbers(payload), 9), known)).toBe("share.not-repaired");
  });

  test("another set's share is named for what it is, and not bent into this set's", () => {
    const payload = samplePayload();
    const other = samplePayload({ 1: 0xff, 2: 0xff, 3: 0xff, 4: 0xff, 5: 0xff });
    const practice = samplePayload({ 0: 0x31, 1: 0xff, 2: 0xff, 3: 0xff, 4: 0xff });
    expect(answerOf(damaged(other, { 9: null }), knownBy(payload))).toBe("share.other-set");
    expect(answerOf(damaged(practice, { 9: null }), knownBy(payload))).toBe("share.practice-in-production");
    expect(answerOf(damaged(payload, { 9: null, 10: null, 30: null }), knownBy(payload))).toBe(
      "share.too-damaged",
    );
  });
});

describe("when a search has ended", () => {
  test("no secret is left but its solutions", () => {
    const payload = samplePayload();
    const [entered, known] = [damaged(payload, { 9: null, 30: null }), knownBy(payload)];
    const made: SecretBytes[] = [];
    const { copyOf } = SecretBytes;
    vi.spyOn(SecretBytes, "copyOf").mockImplementation((bytes) => {
      const secret = copyOf.call(SecretBytes, bytes);
      made.push(secret);
      return secret;
    });
    const answer = searchHere(entered, known);
    vi.restoreAllMocks();
    const solutions = answer.ok ? answer.value.solutions.map((one) => one.payload) : [];
    expect(solutions).toHaveLength(1);
    expect(made.filter(({ wiped }) => !wiped)).toEqual(solutions);
    expect(made.length).toBeGreaterThan(3);
  });
});

import { describe, expect, test } from "vitest";
import { byLikeness } from "../../../../electron/share/repair/likely";
import { ALL_WORDS, type Part, planSearch, type SearchPlan } from "../../../../electron/share/repair/plan";
import { PartSearch } from "../../../../electron/share/repair/search-part";
import { PAYLOAD_WORDS, WORD_COUNT, wordNumbers } from "../../../../electron/share/word-numbers";
import { hexOf, samplePayload } from "../sample";
import { damaged, knownBy } from "./damaged";

const all = { from: 0, to: ALL_WORDS };
const none = { from: 0, to: 0 };
const payload = samplePayload();
/** A word that nobody would have taken for the sheet's. */
const far = (at: number, rank: number) => byLikeness(wordNumbers(payload)[at] ?? 0)[rank] ?? 0;
const plan = planSearch(damaged(payload, { 9: far(9, 1999), 20: far(20, 2047) }), knownBy(payload));

/** The parts of a reading of the words in their order in which exactly these places may be wrong. */
function partsFor({ readings, parts }: SearchPlan, ...places: readonly number[]): readonly Part[] {
  return parts.filter(
    ({ reading, free }) => readings[reading]?.kind === "in-order" && `${free}` === `${places}`,
  );
}

/** The words that are tried at the first place together with every word at the second, if that is in the payload. */
function triedAtFirst(parts: readonly Part[]): ReadonlySet<number> {
  const whole = parts.filter(({ ranges: [, second = all] }) => second.to - second.from === ALL_WORDS);
  return new Set(
    whole.flatMap(({ ranges: [first = none] }) =>
      Array.from({ length: first.to - first.from }, (_, at) => first.from + at),
    ),
  );
}

describe("a search for two wrong words", () => {
  test("tries every word at every two places behind the set's, and at none of those", () => {
    for (let one = 4; one < WORD_COUNT; one += 1) {
      for (let other = one + 1; other < WORD_COUNT; other += 1) {
        // A word of the checksum is not tried: it is not compared.
        const expected = one < PAYLOAD_WORDS ? ALL_WORDS : 0;
        const parts = partsFor(plan, one, other);
        expect([one, other, parts.length > 0, triedAtFirst(parts).size]).toEqual([
          one,
          other,
          true,
          expected,
        ]);
      }
    }
    expect(plan.parts.every(({ free }) => free.every((at) => at >= 4 && at < WORD_COUNT))).toBe(true);
  });

  test("finds two that are as unlikely as can be", () => {
    const search = new PartSearch(plan);
    const found = partsFor(plan, 9, 20).flatMap((part) => search.search(part).map(hexOf));
    search.wipe();
    expect(found).toEqual([hexOf(payload)]);
  });
});

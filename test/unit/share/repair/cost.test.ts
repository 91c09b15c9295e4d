import { describe, expect, test } from "vitest";
import { costOf } from "../../../../electron/share/repair/cost";
import { hashesOf, planSearch } from "../../../../electron/share/repair/plan";
import { searchHere } from "../../../../electron/share/repair/search-here";
import { wordNumbers } from "../../../../electron/share/word-numbers";
import { samplePayload } from "../sample";
import { damaged, knownBy, otherThan, without } from "./damaged";

const payload = samplePayload();
const words = wordNumbers(payload);
const known = knownBy(payload);
const impossible = (keystore: boolean) => ({
  kind: "impossible",
  failure: { code: "share.too-damaged", keystore },
});

describe("what a search costs", () => {
  test.each([
    ["sound words", words, { kind: "none-needed" }, { kind: "none-needed" }],
    ["one `?`", damaged(payload, { 9: null }), { kind: "quick" }, { kind: "long" }],
    ["30 words", without(words, 9), { kind: "quick" }, { kind: "quick" }],
    ["wrong words", damaged(payload, { 9: otherThan(payload, 9) }), { kind: "quick" }, { kind: "long" }],
    ["two `?`", damaged(payload, { 9: null, 10: null }), { kind: "long" }, { kind: "long" }],
    [
      "two `?`, one in the checksum",
      damaged(payload, { 9: null, 30: null }),
      { kind: "quick" },
      { kind: "quick" },
    ],
    ["three `?`", damaged(payload, { 9: null, 10: null, 11: null }), impossible(false), impossible(true)],
  ])("%s", (_, entered, alone, withKeystore) => {
    expect(costOf(entered, null)).toEqual(alone);
    expect(costOf(entered, known)).toEqual(withKeystore);
  });

  test("two wrong words are every pair of words at every pair of places", () => {
    const { parts } = planSearch(damaged(payload, { 9: otherThan(payload, 9) }), known);
    const pairs = (24 * 23) / 2;
    expect(parts.reduce((sum, part) => sum + hashesOf(part), 0)).toBeGreaterThan(pairs * 2048 ** 2);
    // So short that progress moves and a request to end is heard.
    expect(Math.max(...parts.map(hashesOf))).toBeLessThanOrEqual(2 ** 18);
  });

  test("words that fit together are not searched", () => {
    expect(() => searchHere(words, null)).toThrow();
  });
});

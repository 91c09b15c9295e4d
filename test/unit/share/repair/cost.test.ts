import { describe, expect, test } from "vitest";
import { costOf } from "../../../../electron/share/repair/cost";
import { hashesOf, planSearch } from "../../../../electron/share/repair/plan";
import { searchHere } from "../../../../electron/share/repair/search-here";
import { wordNumbers } from "../../../../electron/share/word-numbers";
import { samplePayload } from "../sample";
import { damaged, knownBy, otherThan, setOf, without } from "./damaged";

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

  test.each([
    ["all four words of the set missing", { 0: null, 1: null, 2: null, 3: null }, "long"],
    ["one of them wrong", { 2: otherThan(payload, 2) }, "quick"],
  ])("%s leaves 16 sets that may be meant, and no more", (_, changes, kind) => {
    // Sets whose ids differ within the third word alone.
    const sets = Array.from({ length: 17 }, (_, at) => setOf(samplePayload({ 3: at })));
    const entered = damaged(payload, changes);
    const cost = (count: number) => costOf(entered, { practice: false, sets: sets.slice(0, count) });
    expect(cost(16)).toEqual({ kind });
    expect(cost(17)).toEqual(impossible(true));
  });

  test("sets that cannot be meant are not counted", () => {
    const others = Array.from({ length: 400 }, (_, at) =>
      setOf(samplePayload({ 1: 0xff, 2: 0xff, 3: at >> 8, 4: at & 0xff })),
    );
    const entered = damaged(payload, { 9: null });
    expect(costOf(entered, { ...known, sets: [...known.sets, ...others] })).toEqual({ kind: "long" });
  });

  test("words that fit together are not searched", () => {
    expect(() => searchHere(words, null)).toThrow();
  });
});

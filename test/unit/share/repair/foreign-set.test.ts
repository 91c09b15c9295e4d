import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foreignSet, oneSlip } from "../../../../electron/share/repair/foreign-set";
import { SET_WORDS } from "../../../../electron/share/repair/readings";
import { wordNumbers } from "../../../../electron/share/word-numbers";
import { samplePayload } from "../sample";

const known = {
  practice: false,
  sets: [
    { id: "0123abcd", threshold: 3, shares: [{ index: 1, custodian: "Ada", commitment: "0".repeat(64) }] },
  ],
};
const own = [...wordNumbers(samplePayload())];
const judge = (words: readonly number[]) => foreignSet(Uint16Array.from(words), known, oneSlip);
const anyWord = fc.nat(2047);

describe("the first four words", () => {
  it("are a typing error first, where one slip explains them", () => {
    const places = fc.nat(SET_WORDS - 1);
    fc.assert(
      fc.property(places, anyWord, (at, word) => {
        const first = own.slice(0, SET_WORDS);
        expect(judge(first)).toBe(null);
        expect(judge(first.map((one, place) => (place === at ? word : one)))).toBe(null);
        expect(judge([...own.slice(0, at), ...own.slice(at + 1, SET_WORDS), word])).toBe(null);
        expect(judge([...own.slice(0, at), word, ...own.slice(at, SET_WORDS - 1)])).toBe(null);
        if (at < SET_WORDS - 1) {
          expect(
            judge([...own.slice(0, at), own[at + 1] ?? 0, own[at] ?? 0, ...own.slice(at + 2, SET_WORDS)]),
          ).toBe(null);
        }
      }),
    );
  });

  it("never make a newer version, or a threshold that no ceremony makes, whatever was typed", () => {
    const said = new Set<string | undefined>();
    fc.assert(
      fc.property(fc.array(anyWord, { minLength: SET_WORDS, maxLength: SET_WORDS }), (words) => {
        said.add(judge(words)?.code);
      }),
      { numRuns: 2000 },
    );
    const codes = ["share.first-words", "share.other-set", "share.practice-in-production"];
    expect([...said].filter((code) => code !== undefined && !codes.includes(code))).toEqual([]);
    expect(said).toContain("share.first-words");
  });
});

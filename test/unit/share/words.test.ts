import { wordlist } from "@scure/bip39/wordlists/english.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toWords, wordsToPayload } from "../../../electron/share/words";
import { anyPayload, hexOf, samplePayload } from "./sample";

/** The sample's words, some replaced; places count from 0. */
function changed(change: Readonly<Record<number, string>>): string[] {
  return Object.assign(toWords(samplePayload()), change);
}

describe("words", () => {
  test("31 words of the list carry any payload there and back", () => {
    fc.assert(
      fc.property(anyPayload, (payload) => {
        const words = toWords(payload);
        expect(words).toHaveLength(31);
        expect(words.every((word) => wordlist.includes(word))).toBe(true);
        const back = wordsToPayload(words);
        expect(back.ok && hexOf(back.value)).toBe(hexOf(payload));
      }),
    );
  });

  test("the first four words are the same in a whole set, and only there", () => {
    const first = toWords(samplePayload()).slice(0, 4);
    expect(toWords(samplePayload({ 6: 0x71, 20: 0x55 })).slice(0, 4)).toEqual(first);
    expect(toWords(samplePayload({ 1: 0x11 })).slice(0, 4)).not.toEqual(first);
  });

  test.each([0, 1, 30, 32, 62])("%i words are counted before anything else", (count) => {
    const words = Array.from({ length: count }, () => "nonsense");
    expect(wordsToPayload(words)).toEqual({ ok: false, error: { code: "share.word-count", count } });
  });

  test("words off the list are all named, and come before `?` and the checksum", () => {
    const words = changed({ 2: "nonsense", 30: "", 7: "?" });
    expect(wordsToPayload(words)).toEqual({
      ok: false,
      error: { code: "share.unknown-words", positions: [3, 31] },
    });
  });

  test("`?` is named before the checksum is looked at", () => {
    const words = changed({ 7: "?", 8: "zoo", 9: "?" });
    expect(wordsToPayload(words)).toEqual({
      ok: false,
      error: { code: "share.unreadable-words", positions: [8, 10] },
    });
  });
});

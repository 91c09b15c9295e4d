import { wordlist } from "@scure/bip39/wordlists/english.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commitment } from "../../../electron/share/payload";
import { toQrText } from "../../../electron/share/qr-text";
import { readShare } from "../../../electron/share/read-share";
import { toWords } from "../../../electron/share/words";
import { anyPayload, hexOf, samplePayload } from "./sample";

const words = toWords(samplePayload());

/** One typed form of a word: whole or shortened, in some mix of cases, in full-width letters or not. */
function typedForm(word: string): fc.Arbitrary<string> {
  return fc
    .record({
      length: fc.integer({ min: Math.min(4, word.length), max: word.length }),
      upper: fc.array(fc.boolean(), { minLength: word.length, maxLength: word.length }),
      wide: fc.boolean(),
    })
    .map(({ length, upper, wide }) =>
      Array.from(word.slice(0, length), (letter, at) => {
        const cased = upper[at] ? letter.toUpperCase() : letter;
        return wide ? String.fromCharCode(cased.charCodeAt(0) + 0xfee0) : cased;
      }).join(""),
    );
}

const anySpace = fc.string({
  unit: fc.constantFrom(" ", "\t", "\n", "\r\n", "\u00a0", "\u3000"),
  minLength: 1,
});

describe("readShare", () => {
  test("words, QR text and their commitment are one share", () => {
    for (const text of [words.join(" "), toQrText(samplePayload()), `\n ${toQrText(samplePayload())}\r\n`]) {
      const share = readShare(text);
      if (!share.ok) throw new Error(share.error.code);
      expect(share.value.header).toEqual({ practice: false, setId: "0123abcd", threshold: 3, x: 9 });
      expect(hexOf(share.value.payload)).toBe(hexOf(samplePayload()));
      expect(share.value.commitment).toBe(commitment(samplePayload()));
    }
  });

  test("four letters, any case, any form of the letters and any white space suffice", () => {
    const typed = anyPayload.chain((payload) =>
      fc
        .tuple(...toWords(payload).map(typedForm), anySpace, anySpace)
        .map((parts) => ({ payload, forms: parts.slice(0, 31), space: parts[31], around: parts[32] })),
    );
    fc.assert(
      fc.property(typed, ({ payload, forms, space, around }) => {
        const share = readShare(`${around}${forms.join(space)}${around}`);
        expect(share.ok && hexOf(share.value.payload)).toBe(hexOf(payload));
      }),
    );
  });

  test("three letters of a longer word do not suffice", () => {
    const long = words.findIndex((word) => word.length > 3 && !wordlist.includes(word.slice(0, 3)));
    const typed = words.map((word, at) => (at === long ? word.slice(0, 3) : word));
    expect(readShare(typed.join(" "))).toEqual({
      ok: false,
      error: { code: "share.unknown-words", positions: [long + 1] },
    });
  });

  test.each([
    ["nothing", "", { code: "share.empty" }],
    ["white space only", " \r\n\t\u00a0", { code: "share.empty" }],
    ["30 words", words.slice(1).join(" "), { code: "share.word-count", count: 30 }],
    ["32 words, one off the list", `${words.join(" ")} nope`, { code: "share.word-count", count: 32 }],
    ["a `?`", ["?", ...words.slice(1)].join(" "), { code: "share.unreadable-words", positions: [1] }],
    ["a damaged QR text", "KC1:ABC", { code: "share.qr-text" }],
  ])("%s", (_, text, error) => {
    expect(readShare(text)).toEqual({ ok: false, error });
  });

  test.each([
    ["a newer version", samplePayload({ 0: 0x40 }), { code: "share.newer-version", version: 2 }],
    ["x = 0", samplePayload({ 5: 0x30, 6: 0 }), { code: "share.zero-x" }],
    ["a threshold of 1", samplePayload({ 5: 0x10 }), { code: "share.bad-threshold", threshold: 1 }],
  ])("%s is refused in words and in QR text, each word of which is right", (_, payload, error) => {
    expect(readShare(toWords(payload).join(" "))).toEqual({ ok: false, error });
    expect(readShare(toQrText(payload))).toEqual({ ok: false, error });
  });

  test("no text at all makes it throw", () => {
    const garbage = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.string().map((text) => `KC1:${text}`),
      fc
        .string({ unit: fc.constantFrom(..."ABYZ27"), minLength: 69, maxLength: 69 })
        .map((text) => `KC1:${text}`),
      fc
        .array(fc.string({ unit: "binary" }), { minLength: 31, maxLength: 31 })
        .map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(garbage, (text) => {
        expect(readShare(text).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test("31 words of the list at random are no share", () => {
    const guess = fc.array(fc.constantFrom(...wordlist), { minLength: 31, maxLength: 31 });
    fc.assert(
      fc.property(guess, (typed) => {
        expect(readShare(typed.join(" ")).ok).toBe(false);
      }),
      { numRuns: 5 },
    );
  });

  test("a book pasted by mistake is counted, and nothing more", () => {
    expect(readShare("abandon ".repeat(200_000))).toEqual({
      ok: false,
      error: { code: "share.word-count", count: 200_000 },
    });
  });
});

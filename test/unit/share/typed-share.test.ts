import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toQrText } from "../../../electron/share/qr-text";
import { readShare } from "../../../electron/share/read-share";
import { toWords } from "../../../electron/share/words";
import { asTypedIn, canTypeCodes, layoutNames } from "../contract/typed-in-layout";
import { anyPayload, hexOf, samplePayload } from "./sample";

const sample = samplePayload();
const code = toQrText(sample);
const words = toWords(sample);

/** The payload that a text is read as, or the code of its refusal. */
function read(text: string): string {
  const share = readShare(text);
  return share.ok ? hexOf(share.value.payload) : share.error.code;
}

describe("a code", () => {
  test.each([
    ["behind an AIM identifier", `]Q1${code}`],
    ["behind a site's prefix", `ACME-7 ${code}`],
    ["behind another program's label", `QR-Code:${code}\n`],
    ["behind a prefix of the code's own letters", `KCKC1${code}`],
    ["before a suffix of letters", `${code}END`],
    ["before a tabulator", `${code}\t`],
    ["between control characters", `\u0002${code}\u001d\u0004\r\n`],
    ["in quotes", `“${code}”`],
    ["over two lines", `${code.slice(0, 40)}\r\n  ${code.slice(40)}`],
    ["quoted in a mail", `> ${code.slice(0, 40)}\n> ${code.slice(40)}`],
    ["in lower case", code.toLowerCase()],
    ["in both cases", code.replace(/[A-M]/g, (letter) => letter.toLowerCase())],
    [
      "in full-width letters",
      code.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
    ],
    ["with invisible characters", `\ufeff${code.replace("1:", "1\u200b:\u00ad")}\u202c`],
    ["scanned twice", `${code}\n${code}`],
  ])("is read %s", (_, text) => {
    expect(read(text)).toBe(hexOf(sample));
  });

  test("is read behind and before anything, in any mix of cases", () => {
    const around = fc.string({ unit: fc.constantFrom(..."]Qq1-:; \t\r\nKC", "\u200e"), maxLength: 12 });
    const text = fc
      .tuple(anyPayload, around, around, fc.array(fc.boolean(), { minLength: 73, maxLength: 73 }))
      .map(([payload, before, after, upper]) => ({
        payload,
        typed:
          before +
          Array.from(toQrText(payload), (one, at) => (upper[at] ? one : one.toLowerCase())).join("") +
          after,
      }));
    fc.assert(
      fc.property(text, ({ payload, typed }) => {
        expect(read(typed)).toBe(hexOf(payload));
      }),
    );
  });

  test.each(layoutNames.filter((name) => name !== "Greek"))(
    "is read where the scanner has US keys and the computer %s ones",
    (name) => {
      fc.assert(
        fc.property(anyPayload, fc.boolean(), (payload, capsLock) => {
          expect(read(asTypedIn(name, toQrText(payload), { capsLock }))).toBe(hexOf(payload));
          expect(read(asTypedIn(name, `]Q1${toQrText(payload)}`, { capsLock }))).toBe(hexOf(payload));
        }),
        { numRuns: 5 },
      );
    },
  );

  test.each(layoutNames.filter(canTypeCodes))(
    "is read where the scanner has %s keys and the computer US ones",
    (name) => {
      expect(read(asTypedIn("US", code, { scanner: name }))).toBe(hexOf(sample));
    },
  );

  test("of a German or a French keyboard is read as people reported it", () => {
    const german = code.replace(/[YZ]/g, (one) => (one === "Y" ? "Z" : "Y")).replace(":", "Ö");
    const swap: Record<string, string> = { A: "Q", Q: "A", W: "Z", Z: "W", M: "?", ":": "M" };
    const french = code.replace(/[AQWZM:]/g, (one) => swap[one] ?? one).replace("KC1", "KC&");
    expect(read(german)).toBe(hexOf(sample));
    expect(read(french)).toBe(hexOf(sample));
  });

  test("that no layout explains is named, and the sheet is not blamed", () => {
    const moved = Array.from(code, (one) => String.fromCharCode(one.charCodeAt(0) + 0x600)).join("");
    expect(read(moved)).toBe("share.keyboard-layout");
    // Two of the Greek keys type the same capital.
    expect(read(asTypedIn("Greek", code, {}))).toBe("share.keyboard-layout");
    expect(read(asTypedIn("Russian", code, {}).slice(0, -1))).toBe("share.keyboard-layout");
  });

  test("that is damaged is never said to be words, and never another share", () => {
    for (let at = 5; at < code.length; at += 1) {
      const changed = code.slice(0, at) + (code[at] === "A" ? "B" : "A") + code.slice(at + 1);
      expect(["share.checksum", "share.padding"]).toContain(read(`]Q1${changed.toLowerCase()}`));
      expect(read(`]Q1${code.slice(0, at)}`)).toBe("share.qr-text");
    }
  });

  test("of another share beside it is refused, and so is a code of another kind", () => {
    const other = toQrText(samplePayload({ 20: 1 }));
    expect(read(`${code}\n${other}`)).toBe("share.several-codes");
    expect(readShare(`]Q1kcw1:${"0123456789abcdef".repeat(4)}`)).toEqual({
      ok: false,
      error: { code: "share.other-code", of: "wrapping-key" },
    });
    expect(readShare(asTypedIn("Czech", `KCW1:${"0123456789ABCDEF".repeat(4)}`, {}))).toEqual({
      ok: false,
      error: { code: "share.other-code", of: "wrapping-key" },
    });
    expect(readShare(`KCT1:${code.slice(4, 72)}`)).toEqual({
      ok: false,
      error: { code: "share.other-code", of: "proof-page" },
    });
  });
});

describe("words", () => {
  const pad = (at: number) => String(at + 1).padStart(2, "0");
  test.each<[string, string]>([
    ["1. word", words.map((word, at) => `${at + 1}. ${word}`).join("\n")],
    [
      "1 word, in the sheet's columns",
      words.map((word, at) => `${String(at + 1).padStart(2)} ${word}`).join(" "),
    ],
    ["1) word", words.map((word, at) => `${at + 1}) ${word}`).join(" ")],
    ["(1) word", words.map((word, at) => `(${at + 1}) ${word}`).join("\r\n")],
    ["[1] word", words.map((word, at) => `[${at + 1}]${word}`).join("\n")],
    ["#1: word", words.map((word, at) => `#${at + 1}: ${word}`).join("\n")],
    ["01:word", words.map((word, at) => `${pad(at)}:${word}`).join("\n")],
    ["1word", words.map((word, at) => `${at + 1}${word}`).join(" ")],
    [
      "① word",
      words.map((word, at) => `${at < 20 ? String.fromCodePoint(0x2460 + at) : at + 1} ${word}`).join(" "),
    ],
    [
      "the first of a line numbered",
      words.map((word, at) => (at % 8 === 0 ? `\n${at + 1} ${word}` : word)).join(" "),
    ],
    ["Word 1: word", words.map((word, at) => `Word ${at + 1}: ${word}`).join("\n")],
    ["No. 1 word", words.map((word, at) => `No. ${at + 1} ${word}`).join("; ")],
    ["word (1)", words.map((word, at) => `${word} (${at + 1})`).join("\n")],
    ["1,word", words.map((word, at) => `${at + 1},${word}`).join("\n")],
    ["commas", words.join(", ")],
    ["commas without a space", words.join(",")],
    ["semicolons", words.join(";")],
    ["hyphens", words.join("-")],
    ["dashes", words.join(" – ")],
    ["bullets", words.map((word) => `• ${word}`).join("\n")],
    ["a list in JSON", JSON.stringify(words)],
    ["pipes of a table", words.map((word, at) => `| ${at + 1} | ${word} |`).join("\n")],
    ["a full stop at the end", `${words.join(" ")}.`],
    ["zero width spaces and spaces", words.join("\u200b ")],
    ["zero width spaces alone", words.join("\u200b")],
    ["soft hyphens within", words.map((word) => `${word.slice(0, 2)}\u00ad${word.slice(2)}`).join(" ")],
    ["direction marks around", words.map((word) => `\u200e\u202a${word}\u202c`).join(" ")],
    ["a byte order mark", `\ufeff${words.join("\r\n")}\r\n`],
    ["spaces that do not break", words.join("\u00a0")],
    [
      "full-width letters",
      words.join(" ").replace(/[a-z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
    ],
    ["a dotless i", words.join(" ").replaceAll("i", "ı")],
    ["a dotted capital I", words.join(" ").toUpperCase().replaceAll("I", "İ")],
    ["Turkish capitals", words.join(" ").toUpperCase()],
    ["accents of a spelling checker", words.join(" ").replaceAll("e", "é")],
  ])("are read with %s", (_, text) => {
    expect(read(text)).toBe(hexOf(sample));
  });

  test("that stand in columns are put into the order of their numbers", () => {
    const across = words
      .map((word, at) => ({ word, at }))
      .sort((one, other) => (one.at % 8) - (other.at % 8) || one.at - other.at)
      .map(({ word, at }) => `${at + 1} ${word}`);
    expect(across[1]).toBe(`9 ${words[8]}`);
    expect(read(across.join(" "))).toBe(hexOf(sample));
  });

  test("are read whatever stands around them, and each error has the number of the sheet", () => {
    const between = fc
      .array(
        fc.constantFrom(" ", "\n", "\r\n", "\t", ",", ";", ".", "•", "-", "|", '"', "\u200b", "\u00a0", "…"),
        {
          minLength: 0,
          maxLength: 3,
        },
      )
      .map((marks) => `${marks.join("")} `);
    const numbering = fc.constantFrom(
      () => "",
      (at: number) => `${at}. `,
      (at: number) => `${at} `,
      (at: number) => `${String(at).padStart(2, "0")}) `,
      (at: number) => `No. ${at}: `.slice(4),
    );
    fc.assert(
      fc.property(
        anyPayload,
        fc.array(between, { minLength: 31, maxLength: 31 }),
        numbering,
        fc.nat(30),
        (payload, marks, number, wrong) => {
          const own = toWords(payload);
          const text = (list: readonly string[]) =>
            list.map((word, at) => `${number(at + 1)}${word}${marks[at]}`).join("");
          expect(read(text(own))).toBe(hexOf(payload));
          const off = own.map((word, at) => (at === wrong ? "xylophone" : word));
          expect(readShare(text(off))).toEqual({
            ok: false,
            error: { code: "share.unknown-words", positions: [wrong + 1] },
          });
        },
      ),
    );
  });

  test("of a wrong share stay wrong in every form", () => {
    const swapped = words.map((_, at) => words[at === 6 ? 7 : at === 7 ? 6 : at] ?? "");
    expect(read(swapped.join(" "))).toBe("share.swapped-words");
    expect(read(swapped.map((word, at) => `${at + 1}. ${word},`).join("\n"))).toBe("share.swapped-words");
    const unreadable = words.map((word, at) => `${at + 1}. ${at === 4 ? "?" : word}`).join("\n");
    expect(readShare(unreadable)).toEqual({
      ok: false,
      error: { code: "share.unreadable-words", positions: [5] },
    });
  });

  test.each([
    ["a number left out", words.map((word, at) => `${at < 9 ? at + 1 : at + 2}. ${word}`).join("\n")],
    ["a number twice", words.map((word, at) => `${at === 9 ? 9 : at + 1}. ${word}`).join("\n")],
    ["a number without a word", words.map((word, at) => `${at + 1}. ${at === 9 ? "" : word}`).join("\n")],
    ["numbers from 0", words.map((word, at) => `${at}. ${word}`).join("\n")],
    ["numbers from 2", words.map((word, at) => `${at + 2}. ${word}`).join("\n")],
    ["a date behind them", `${words.join(" ")} 2026`],
  ])("with %s are refused for their numbers", (_, text) => {
    expect(read(text)).toBe("share.numbering");
  });

  test("that have a digit or a mark within are named by their place, and are no numbering", () => {
    for (const odd of ["ab4ndon", "aban?", "abandon7", "??"]) {
      const text = words.map((word, at) => (at === 11 ? odd : word)).join(" ");
      expect(readShare(text)).toEqual({ ok: false, error: { code: "share.unknown-words", positions: [12] } });
    }
  });
});

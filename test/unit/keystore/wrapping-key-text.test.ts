import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import {
  readWrappingKeyCode,
  readWrappingKeyText,
  wrappingKeyBytes,
  wrappingKeyLines,
  wrappingKeyQr,
} from "../../../electron/keystore/wrapping-key-text";
import { asTypedIn, layoutNames } from "../contract/typed-in-layout";
import { vault, vaults } from "./vectors";

const hexOf = (key: SecretBytes) => key.use((bytes) => Buffer.from(bytes).toString("hex"));
const secret = (hex: string) => SecretBytes.copyOf(Buffer.from(hex, "hex"));
const sheetOf = (key: SecretBytes) =>
  wrappingKeyLines(key)
    .map(({ groups, check }) => [...groups, check].join(" "))
    .join("\n");

describe.each(vaults)("a key of $keystore.wrappingKey.bits bits", ({ wrappingKey, keystore }) => {
  const { bits } = keystore.wrappingKey;

  it.each([
    ["as its file holds it", wrappingKey],
    ["in capitals", wrappingKey.toUpperCase()],
    ["spaced, with an end of line", ` ${wrappingKey.replace(/.{4}/g, "$& ")}\r\n`],
    ["after a byte order mark", `\ufeff${wrappingKey}`],
    ["as its sheet prints it", sheetOf(secret(wrappingKey))],
    [
      "as its sheet prints it, with the lines' numbers and the bar",
      wrappingKeyLines(secret(wrappingKey))
        .map(({ groups, check }, at) => `${at + 1}  ${groups.join(" ")} | ${check}`)
        .join("\r\n"),
    ],
    [
      "with numbered lines of its digits",
      wrappingKey
        .replace(/.{16}/g, "$&\n")
        .trim()
        .split("\n")
        .map((line, at) => `Line ${at + 1}: ${line}`)
        .join("\n"),
    ],
    ["as its sheet's code has it", wrappingKeyQr(secret(wrappingKey))],
    [
      "by its code behind a scanner's prefix, in lower case",
      `]Q1${wrappingKeyQr(secret(wrappingKey)).toLowerCase()}\r\n`,
    ],
    ["by its code twice", `${wrappingKeyQr(secret(wrappingKey))}\n${wrappingKeyQr(secret(wrappingKey))}\n`],
    ["with what cannot be seen", `\u200b${wrappingKey.slice(0, 9)}\u00ad${wrappingKey.slice(9)}\u202c`],
    ["in quotes", `"${wrappingKey}"`],
    ["with 0x before it", `0x${wrappingKey}`],
    ["with a name before it", `export WRAPPING_KEY='${wrappingKey}'\n`],
    ["with a name of its own digits", `DEAD=${wrappingKey}`],
    ["as a settings file has it", `wrapping.key: "${wrappingKey}"`],
    [
      "with letters for the digits that look like them",
      wrappingKey.replaceAll("0", "O").replaceAll("1", "l"),
    ],
    ["with colons", wrappingKey.replace(/..(?!$)/g, "$&:")],
  ])("is read %s", (_, text) => {
    for (const expected of [bits, null]) {
      const read = readWrappingKeyText(text, expected);
      expect(read.ok && hexOf(read.value)).toBe(wrappingKey);
    }
  });

  it("is written as its hex and nothing else", () => {
    expect(Buffer.from(wrappingKeyBytes(secret(wrappingKey))).toString("latin1")).toBe(wrappingKey);
  });
});

it("reads back what it prints, whatever the key", () => {
  const anyKey = fc.oneof(
    fc.uint8Array({ minLength: 32, maxLength: 32 }),
    fc.uint8Array({ minLength: 24, maxLength: 24 }),
  );
  fc.assert(
    fc.property(anyKey, (bytes) => {
      const key = SecretBytes.copyOf(bytes);
      for (const text of [sheetOf(key), Buffer.from(wrappingKeyBytes(key)).toString("latin1")]) {
        const read = readWrappingKeyText(text, null);
        expect(read.ok && read.value.equals(key)).toBe(true);
      }
    }),
  );
});

it("names the line of a sheet that was typed wrong, also where two lines changed places", () => {
  const lines = sheetOf(secret(vault(0).wrappingKey)).split("\n");
  const wrong = [lines[0], lines[1], "0000 0000 0000 0000 0000", lines[3]];
  expect(readWrappingKeyText(wrong.join(""), 256)).toEqual({
    ok: false,
    error: { code: "wrapping-key.line-check", line: 3 },
  });
  const swapped = [lines[1], lines[0], lines[2], lines[3]].join("");
  expect(readWrappingKeyText(swapped, 256)).toEqual({
    ok: false,
    error: { code: "wrapping-key.line-check", line: 1 },
  });
});

it.each([
  ["", null, { code: "wrapping-key.length", length: 0, expected: null }],
  ["ab".repeat(31), 256, { code: "wrapping-key.length", length: 62, expected: 64 }],
  ["ab".repeat(24), 256, { code: "wrapping-key.length", length: 48, expected: 64 }],
  ["ab".repeat(32), 192, { code: "wrapping-key.length", length: 64, expected: 48 }],
  ["g".repeat(64), null, { code: "wrapping-key.not-hex", odd: { character: "g", place: 1 } }],
  [`0x${"a".repeat(62)}`, 256, { code: "wrapping-key.length", length: 62, expected: 64 }],
] as const)("refuses %s for %s bits", (text, bits, error) => {
  expect(readWrappingKeyText(text, bits)).toEqual({ ok: false, error });
});

it("prints its QR text in the alphanumeric set", () => {
  expect(wrappingKeyQr(secret(vault(0).wrappingKey))).toBe(`KCW1:${vault(0).wrappingKey.toUpperCase()}`);
});

describe("the text of a sheet's code", () => {
  const code = wrappingKeyQr(secret(vault(0).wrappingKey));

  it("gives the key that the sheet was printed with, in either case", () => {
    for (const text of [code, code.toLowerCase(), ` ${code}\n`]) {
      const key = readWrappingKeyCode(text, 256);
      expect(key.ok && hexOf(key.value)).toBe(vault(0).wrappingKey);
    }
    const short = readWrappingKeyCode(`KCW1:${"AB".repeat(24)}`, 192);
    expect(short.ok && hexOf(short.value)).toBe("ab".repeat(24));
  });

  it.each(layoutNames.filter((name) => name !== "Greek"))(
    "gives it where a scanner with US keys types on %s ones",
    (name) => {
      fc.assert(
        fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.boolean(), (bytes, capsLock) => {
          const own = SecretBytes.copyOf(bytes);
          const typed = asTypedIn(name, `]Q1${wrappingKeyQr(own)}`, { capsLock });
          for (const read of [readWrappingKeyCode(typed, 256), readWrappingKeyText(typed, null)]) {
            // What two layouts read differently is refused: nothing here could tell which is right.
            if (read.ok) expect(hexOf(read.value)).toBe(hexOf(own));
            else expect(read.error.code).toBe("wrapping-key.keyboard-layout");
          }
        }),
        { numRuns: 5 },
      );
      // On Belarusian keys B is a letter that Kazakh ones have for 3.
      const key = readWrappingKeyCode(asTypedIn(name, code, {}), 256);
      expect(key.ok && hexOf(key.value)).toBe(name === "Belarusian" ? false : vault(0).wrappingKey);
    },
  );

  it("of an unknown layout is named, and so is one character that is no digit", () => {
    const moved = Array.from(code, (one) => String.fromCharCode(one.charCodeAt(0) + 0x600)).join("");
    expect(readWrappingKeyText(moved, 256)).toEqual({
      ok: false,
      error: { code: "wrapping-key.keyboard-layout" },
    });
    expect(
      readWrappingKeyText(`${vault(0).wrappingKey.slice(0, 11)}g${vault(0).wrappingKey.slice(12)}`, 256),
    ).toEqual({
      ok: false,
      error: { code: "wrapping-key.not-hex", odd: { character: "g", place: 12 } },
    });
  });

  it("is refused when it is none, or not whole", () => {
    const error = { code: "wrapping-key.not-code" };
    for (const text of [
      "",
      "KCW1:",
      code.slice(0, -1),
      `${code}0`,
      code.slice(5),
      code.replace("KCW1", "KC1"),
    ]) {
      expect(readWrappingKeyCode(text, 256)).toEqual({ ok: false, error });
    }
  });

  it("is another vault's where it holds a key of the other size", () => {
    const error = { code: "wrapping-key.does-not-open" };
    expect(readWrappingKeyCode(code, 192)).toEqual({ ok: false, error });
    expect(readWrappingKeyCode(`KCW1:${"AB".repeat(24)}`, 256)).toEqual({ ok: false, error });
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromQrText, toQrText } from "../../../electron/share/qr-text";
import { toWords } from "../../../electron/share/words";
import { anyPayload, hexOf, samplePayload } from "./sample";

const sample = toQrText(samplePayload());
const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** `text` with its last character moved on by `step` in the alphabet: the padding is in its last four bits. */
function lastMoved(text: string, step: number): string {
  const last = base32.indexOf(text.slice(-1));
  return text.slice(0, -1) + base32.charAt((last & 0x10) | step);
}

describe("QR text", () => {
  test("73 characters of a QR's alphanumeric mode carry any payload there and back", () => {
    fc.assert(
      fc.property(anyPayload, (payload) => {
        const text = toQrText(payload);
        expect(text).toMatch(/^KC1:[A-Z2-7]{69}$/);
        const back = fromQrText(text);
        expect(back.ok && hexOf(back.value)).toBe(hexOf(payload));
        // Words and QR carry the same bits.
        expect(back.ok && toWords(back.value)).toEqual(toWords(payload));
      }),
    );
  });

  test.each([
    ["in lower case", sample.toLowerCase()],
    ["with a lower-case prefix", sample.replace("KC1:", "kc1:")],
    ["of another kind", sample.replace("KC1:", "KCW1:")],
    ["without its last character", sample.slice(0, -1)],
    ["with one character more", `${sample}A`],
    ["with a character that base32 has not", sample.replace(/.$/, "1")],
    ["with padding", sample.replace(/.$/, "=")],
    ["with a line end", `${sample}\n`],
    ["with nothing behind the prefix", "KC1:"],
    ["that is empty", ""],
  ])("a text %s is damaged", (_, text) => {
    expect(fromQrText(text)).toEqual({ ok: false, error: { code: "share.qr-text" } });
  });

  test.each([1, 2, 4, 8, 15])("last bits of %i, not zero, are refused", (padding) => {
    expect(fromQrText(lastMoved(sample, padding))).toEqual({ ok: false, error: { code: "share.padding" } });
  });

  test("another character anywhere but in the version is a checksum that does not hold", () => {
    for (let at = 5; at < sample.length - 1; at++) {
      const other = base32.charAt((base32.indexOf(sample.charAt(at)) + 1) % 32);
      const text = sample.slice(0, at) + other + sample.slice(at + 1);
      expect(fromQrText(text)).toEqual({ ok: false, error: { code: "share.checksum" } });
    }
  });

  test("the version is looked at before padding and checksum", () => {
    const text = lastMoved(`KC1:7${sample.slice(5)}`, 3);
    expect(fromQrText(text)).toEqual({ ok: false, error: { code: "share.newer-version", version: 7 } });
  });
});

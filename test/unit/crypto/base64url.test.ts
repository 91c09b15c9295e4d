import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromBase64url, toBase64url } from "../../../electron/crypto/base64url";

describe("base64url", () => {
  test("every row of bytes comes back", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
      }),
    );
  });

  test("a view into a larger buffer is written as itself", () => {
    expect(toBase64url(new Uint8Array([0, 0xfb, 0xff, 0]).subarray(1, 3))).toBe("-_8");
  });

  test("every text is refused that is not the one its bytes are written as", () => {
    for (const text of ["-_8=", "+/8", "-_9", "-_8 ", "-_8\n", "A", "é", "-_8."]) {
      expect(fromBase64url(text)).toBeNull();
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        const bytes = fromBase64url(text);
        expect(bytes === null || toBase64url(bytes) === text).toBe(true);
      }),
    );
  });
});

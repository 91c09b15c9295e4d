import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { commitment, makePayload, pointOf, readHeader } from "../../../electron/share/payload";
import { anyShare, hexOf, samplePayload } from "./sample";

describe("payload", () => {
  test("the bits stand where FORMATS §2.1 puts them", () => {
    const y = "00".repeat(31);
    // 001 version, 0 practice, 0123abcd, 03, 09, y, four zero bits.
    expect(hexOf(samplePayload())).toMatch(/^20123abcd0309[0-9a-f]{64}0$/);
    const header = { practice: true, setId: "ffffffff", threshold: 255 };
    const payload = makePayload(header, SecretBytes.copyOf(Buffer.from(`${y}ff01`, "hex")));
    expect(hexOf(payload)).toBe(`3ffffffffff01${y}ff0`);
  });

  test("header and point come back from any payload", () => {
    fc.assert(
      fc.property(anyShare, ({ header, y, x }) => {
        const point = SecretBytes.copyOf(new Uint8Array([...y, x]));
        const payload = makePayload(header, point);
        expect(payload.length).toBe(39);
        expect(readHeader(payload)).toEqual({ ok: true, value: { ...header, x } });
        expect(pointOf(payload).equals(point)).toBe(true);
      }),
    );
  });

  test.each([0, 2, 3, 4, 5, 6, 7])(
    "version %i is called newer, before anything else is judged",
    (version) => {
      // x and threshold are zero as well.
      const payload = samplePayload({ 0: version << 5, 4: 0xd0, 5: 0, 6: 0 });
      expect(readHeader(payload)).toEqual({ ok: false, error: { code: "share.newer-version", version } });
    },
  );

  test("x = 0 is refused", () => {
    const payload = samplePayload({ 5: 0x30, 6: 0x00 });
    expect(readHeader(payload)).toEqual({ ok: false, error: { code: "share.zero-x" } });
  });

  test.each([0, 1])("a threshold of %i is refused", (threshold) => {
    const payload = samplePayload({ 4: 0xd0, 5: threshold << 4 });
    expect(readHeader(payload)).toEqual({ ok: false, error: { code: "share.bad-threshold", threshold } });
  });

  test("a point or set id of another shape is a bug", () => {
    const header = { practice: false, setId: "0123abcd", threshold: 2 };
    expect(() => makePayload(header, SecretBytes.random(32))).toThrow("Not the point");
    expect(() => makePayload({ ...header, setId: "0123ABCD" }, SecretBytes.random(33))).toThrow("set id");
  });

  test("every bit of the payload changes the commitment", () => {
    const own = samplePayload().use((bytes) => bytes.slice());
    const seen = new Set([commitment(samplePayload())]);
    for (let bit = 0; bit < 308; bit++) {
      const at = bit >>> 3;
      seen.add(commitment(samplePayload({ [at]: (own[at] ?? 0) ^ (0x80 >>> (bit & 7)) })));
    }
    expect(seen.size).toBe(309);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyAmong, shareAmong } from "../../../../renderer/qr/scan-text";

const share = `KC1:${"A".repeat(69)}`;

describe("shareAmong", () => {
  it("gives the text of the one share's code, as it was read", () => {
    expect(shareAmong([share])).toEqual({ ok: true, value: share });
    // Whether it is a sound one is for main to say.
    expect(shareAmong(["KC1:worn off"])).toEqual({ ok: true, value: "KC1:worn off" });
  });

  it.each([
    ["scan.no-code", []],
    ["scan.several-codes", [share, share]],
    ["scan.several-codes", ["https://example.org", share]],
    ["scan.wrapping-key", ["KCW1:00FF"]],
    ["scan.printer-proof", ["KCT1:ABCD"]],
    ["scan.other-code", ["https://example.org"]],
    ["scan.other-code", [""]],
    ["scan.other-code", [share.toLowerCase()]],
  ])("says %s", (code, texts) => {
    expect(shareAmong(texts)).toEqual({ ok: false, error: { code } });
  });

  it("never gives on what is no share's", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 3 }), (texts) => {
        const found = shareAmong(texts);
        if (found.ok) expect(found.value).toMatch(/^KC1:/);
        else expect(Object.keys(found.error)).toEqual(["code"]);
      }),
    );
  });
});

describe("keyAmong", () => {
  const key = `KCW1:${"0123456789ABCDEF".repeat(4)}`;

  it("gives the text of the one Wrapping Key sheet's code, as it was read", () => {
    expect(keyAmong([key])).toEqual({ ok: true, value: key });
    // Whether it is a whole one, and which key it is, is for main to say.
    expect(keyAmong(["KCW1:worn off"])).toEqual({ ok: true, value: "KCW1:worn off" });
  });

  it.each([
    ["scan.no-code", []],
    ["scan.several-codes", [key, key]],
    ["scan.several-codes", [share, key]],
    ["scan.share", [share]],
    ["scan.not-key-sheet", ["KCT1:ABCD"]],
    ["scan.not-key-sheet", ["https://example.org"]],
    ["scan.not-key-sheet", [key.slice(5)]],
  ])("says %s", (code, texts) => {
    expect(keyAmong(texts)).toEqual({ ok: false, error: { code } });
  });
});

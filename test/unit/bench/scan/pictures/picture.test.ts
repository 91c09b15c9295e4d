import { describe, expect, it } from "vitest";
import { fromPgm, toPgm } from "../../../../bench/scan/pictures/picture";

const picture = { width: 3, height: 2, grey: Uint8ClampedArray.of(0, 10, 13, 32, 200, 255) };

describe("a PGM file", () => {
  it("gives the picture that was written, also where its bytes look like white space", () => {
    expect(fromPgm(toPgm(picture))).toEqual(picture);
  });

  it("is refused where bytes are missing", () => {
    expect(() => fromPgm(toPgm(picture).subarray(0, -1))).toThrow("Not a PGM file");
  });
});

import { describe, expect, it } from "vitest";
import { firstThatFits, nameSizes } from "../../../../renderer/sheet/fit";

describe("the size of a name", () => {
  it("is the largest that fits", () => {
    expect(firstThatFits([20, 14, 8], (size) => size <= 14)).toBe(14);
  });

  it("is the smallest when none fits: its box then cuts it, and the page stays one", () => {
    expect(firstThatFits([20, 14, 8], () => false)).toBe(8);
  });

  it("is tried from large to small, and never too small to read on paper", () => {
    expect([...nameSizes].sort((a, b) => b - a)).toEqual([...nameSizes]);
    expect(Math.min(...nameSizes)).toBeGreaterThanOrEqual(6);
  });
});

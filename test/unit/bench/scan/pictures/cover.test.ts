import { describe, expect, it } from "vitest";
import { covered, coverOf } from "../../../../bench/scan/pictures/cover";
import { Random } from "../../../../bench/scan/pictures/random";

const finders = [
  [-20.5, -20.5],
  [12.5, -20.5],
  [-20.5, 12.5],
] as const;

describe("a cover", () => {
  it.each([0.06, 0.12, 0.18])("hides about %d of the code and nothing of a finder pattern", (part) => {
    const random = new Random(`cover ${part}`);
    for (let at = 0; at < 50; at += 1) {
      const cover = { ...coverOf(part, 1, random), kind: "finger" as const };
      const hides = (x: number, y: number) => covered(cover, { x, y }, 0) !== 0;
      for (const [left, top] of finders) {
        for (let y = 0; y < 8; y += 1) {
          for (let x = 0; x < 8; x += 1) expect(hides(left + x + 0.5, top + y + 0.5)).toBe(false);
        }
      }
      expect((Math.PI * cover.wide * cover.high) / 41 ** 2).toBeCloseTo(part, 6);
    }
  });
});

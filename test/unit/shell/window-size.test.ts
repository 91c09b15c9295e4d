import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstSize, fits, leastSize } from "../../../electron/shell/window-size";

/** A screen's work area as it is left by a scale and by panels. */
const workArea = fc
  .record({
    width: fc.integer({ min: 320, max: 7680 }),
    height: fc.integer({ min: 240, max: 4320 }),
    scale: fc.constantFrom(1, 1.25, 1.5, 1.75, 2, 3),
    panels: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ width, height, scale, panels }) => ({
    width: width / scale,
    height: Math.max(1, height / scale - panels),
  }));

describe("firstSize", () => {
  it.each([
    ["1920 × 1080", 1920, 1080, 1280, 800],
    ["1280 × 800", 1280, 800, 1280, 800],
    ["1024 × 768", 1024, 768, 1024, 768],
    ["1366 × 768 at 150 %", 1366 / 1.5, 512, 910, 512],
    ["1920 × 1080 at 200 %", 960, 540, 960, 540],
    ["1080 × 1920, upright", 1080, 1920, 1080, 800],
    ["800 × 600", 800, 600, 800, 600],
    ["640 × 480 under a panel", 640, 452, 640, 452],
  ])("fits %s", (_screen, width, height, ...size) => {
    expect(Object.values(firstSize({ width, height }))).toEqual(size);
  });

  it("is never larger than the work area, nor nothing", () => {
    fc.assert(
      fc.property(workArea, (area) => {
        const { width, height } = firstSize(area);
        expect(width).toBeLessThanOrEqual(area.width);
        expect(height).toBeLessThanOrEqual(area.height);
        expect(Math.min(width, height)).toBeGreaterThan(0);
        expect([width, height].every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

describe("leastSize", () => {
  it("is the usual one where there is room", () => {
    expect(leastSize([{ width: 1920, height: 1040 }])).toEqual({ width: 960, height: 640 });
    expect(leastSize([])).toEqual({ width: 960, height: 640 });
  });

  it("leaves every screen room for a frame around it", () => {
    fc.assert(
      fc.property(fc.array(workArea, { minLength: 1, maxLength: 4 }), (areas) => {
        const least = leastSize(areas);
        expect(areas.every((area) => fits(least, area) || area.width < 17 || area.height < 65)).toBe(true);
        expect(least.width).toBeLessThanOrEqual(960);
        expect(least.height).toBeLessThanOrEqual(640);
        expect(Math.min(least.width, least.height)).toBeGreaterThan(0);
      }),
    );
  });
});

describe("fits", () => {
  it("counts what is around a page", () => {
    expect(fits({ width: 1280, height: 800 }, { width: 1296, height: 864 })).toBe(true);
    expect(fits({ width: 1280, height: 800 }, { width: 1295, height: 864 })).toBe(false);
    expect(fits({ width: 1280, height: 800 }, { width: 1296, height: 863 })).toBe(false);
  });
});

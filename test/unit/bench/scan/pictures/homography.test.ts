import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, invert, project } from "../../../../bench/scan/pictures/homography";

const lens = { width: 1280, height: 720, focal: 1110 };
const straight = { roll: 0, pitch: 0, yaw: 0, distance: 111, aside: 0, below: 0 };

describe("a sheet before a camera", () => {
  it("shows the middle of the code in the middle of the frame, and a millimetre as focal length by distance", () => {
    expect(apply(project(straight, lens), 0, 0)).toEqual([640, 360]);
    expect(apply(project(straight, lens), 1, 0)).toEqual([650, 360]);
  });

  it("looks larger where a tilt brings it nearer", () => {
    const tilted = project({ ...straight, pitch: 0.5 }, lens);
    const wide = (y: number) => apply(tilted, 10, y)[0] - apply(tilted, -10, y)[0];
    expect(wide(-20)).toBeGreaterThan(wide(20));
  });

  it("is found again on the way back, from wherever it is seen", () => {
    const angle = fc.double({ min: -1, max: 1, noNaN: true });
    const place = fc.double({ min: -40, max: 40, noNaN: true });
    fc.assert(
      fc.property(angle, angle, angle, place, place, (roll, pitch, yaw, x, y) => {
        const there = project({ ...straight, roll, pitch, yaw, distance: 200 }, lens);
        const [u, v] = apply(invert(there), ...apply(there, x, y));
        expect(u).toBeCloseTo(x, 6);
        expect(v).toBeCloseTo(y, 6);
      }),
    );
  });
});

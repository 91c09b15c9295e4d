import { describe, expect, it } from "vitest";
import { creased, curled, together } from "../../../../bench/scan/pictures/paper";

const curl = { radius: 50, direction: 0, crest: 0, slant: { x: 0, y: 0 } };
const crease = { x: 0, y: 0, direction: 0, depth: 0.4, shade: 0.3 };

describe("bent paper", () => {
  it("shows more of itself the further it bends away, and nothing beyond its edge", () => {
    const look = curled(curl);
    expect(look(0, 7)).toMatchObject({ x: 0, y: 7 });
    expect(look(25, 7)?.x).toBeCloseTo(50 * Math.asin(0.5), 9);
    expect(look(49, 7)).toBeNull();
  });
});

describe("a crease", () => {
  it("hides some paper between its two sides, darkens one, and is worn in between", () => {
    const look = creased(crease);
    const above = look(0, -0.001);
    const below = look(0, 0.001);
    expect((below?.y ?? 0) - (above?.y ?? 0)).toBeCloseTo(0.8, 2);
    expect(above).toMatchObject({ light: 1, worn: true });
    expect(below?.light).toBeCloseTo(0.7, 2);
    expect(look(0, 60)?.light).toBeCloseTo(1, 2);
    expect(look(0, 60)?.worn).toBe(false);
  });
});

describe("looks together", () => {
  it("are taken one after the other, and paper out of sight stays so", () => {
    const both = together([curled(curl), creased(crease)]);
    const bent = curled(curl)(25, 3);
    const folded = creased(crease)(bent?.x ?? 0, 3);
    expect(both(25, 3)).toEqual({ ...folded, light: (bent?.light ?? 0) * (folded?.light ?? 0) });
    expect(both(49, 3)).toBeNull();
  });
});

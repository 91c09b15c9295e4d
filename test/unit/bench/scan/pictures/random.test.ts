import { describe, expect, it } from "vitest";
import { Random } from "../../../../bench/scan/pictures/random";

function draw(seed: string): readonly number[] {
  const random = new Random(seed);
  return Array.from({ length: 2000 }, () => random.normal());
}

describe("chance", () => {
  it("repeats itself for the same seed only", () => {
    expect(draw("one")).toEqual(draw("one"));
    expect(draw("one")).not.toEqual(draw("two"));
  });

  it("draws normal numbers around 0 with deviation 1", () => {
    const numbers = draw("one");
    const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
    const variance = numbers.reduce((sum, each) => sum + each ** 2, 0) / numbers.length;
    expect(Math.abs(mean)).toBeLessThan(0.1);
    expect(variance).toBeGreaterThan(0.9);
    expect(variance).toBeLessThan(1.1);
  });
});

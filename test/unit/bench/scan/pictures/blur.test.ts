import { describe, expect, it } from "vitest";
import { defocus, move } from "../../../../bench/scan/pictures/blur";
import { blank, type Picture } from "../../../../bench/scan/pictures/picture";

/** One white pixel in the middle of black. */
function spark(): Picture {
  const picture = blank(41, 41);
  picture.grey[20 * 41 + 20] = 255;
  return picture;
}

function lit({ width, grey }: Picture): readonly (readonly [x: number, y: number])[] {
  return [...grey.entries()].flatMap(([at, shade]) =>
    shade > 0 ? [[(at % width) - 20, Math.floor(at / width) - 20] as const] : [],
  );
}

describe("defocus", () => {
  it("spreads a spark over a disc, evenly", () => {
    const blurred = defocus(spark(), 4);
    const places = lit(blurred);
    expect(places.every(([x, y]) => Math.hypot(x, y) < 5.5)).toBe(true);
    expect(places.length).toBeGreaterThan(45);
    const inside = places.filter(([x, y]) => Math.hypot(x, y) < 3);
    const shades = new Set(inside.map(([x, y]) => blurred.grey[(y + 20) * 41 + x + 20]));
    expect(shades.size).toBe(1);
  });

  it("leaves an even picture as it is, up to its rim", () => {
    const even = blank(30, 20, 180);
    expect(defocus(even, 6.3)).toEqual(even);
  });
});

describe("movement", () => {
  it("draws a spark out to a line of its length and direction", () => {
    const places = lit(move(spark(), 10, 0));
    expect(places.every(([, y]) => y === 0)).toBe(true);
    expect(places.length).toBe(11);
    expect(lit(move(spark(), 10, Math.PI / 2)).every(([x]) => x === 0)).toBe(true);
  });

  it("leaves an even picture as it is, up to its rim", () => {
    const even = blank(30, 20, 180);
    expect(move(even, 7, 1)).toEqual(even);
  });
});

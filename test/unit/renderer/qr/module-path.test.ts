import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { modulePath } from "../../../../renderer/qr/module-path";

/** The cells that a path of one-high rectangles covers. */
function covered(path: string, size: number): boolean[][] {
  const cells = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(width); at += 1) {
      const row = cells[Number(y)];
      if (row !== undefined) row[Number(x) + at] = true;
    }
  }
  return cells;
}

describe("the path of a code", () => {
  it("is one rectangle for a run of dark modules", () => {
    expect(modulePath([[false, true, true, false, true]])).toBe("M1 0h2v1h-2zM4 0h1v1h-1z");
  });

  it("covers exactly the dark modules", () => {
    const square = fc.integer({ min: 1, max: 12 }).chain((size) =>
      fc.array(fc.array(fc.boolean(), { minLength: size, maxLength: size }), {
        minLength: size,
        maxLength: size,
      }),
    );
    fc.assert(
      fc.property(square, (modules) => {
        expect(covered(modulePath(modules), modules.length)).toEqual(modules);
      }),
    );
  });
});

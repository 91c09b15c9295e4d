import { array, assert, boolean, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, divide } from "../../../../renderer/sheet/divide";

/** Blocks of these heights, one below the other. */
function column(heights: readonly number[], headings: readonly number[] = []): readonly Block[] {
  let bottom = 0;
  return heights.map((height, at) => {
    const top = bottom;
    bottom += height;
    return { top, bottom, keeps: headings.includes(at) };
  });
}

describe("divide", () => {
  it("leaves on one page what fits on it", () => {
    expect(divide(column([4, 6]), 10)).toEqual([0]);
    expect(divide([], 10)).toEqual([0]);
  });

  it("begins a page with the first block that does not fit", () => {
    expect(divide(column([4, 6, 1, 9, 1]), 10)).toEqual([0, 2, 4]);
  });

  it("takes headings along to the page of what they are of", () => {
    expect(divide(column([4, 4, 1, 1, 3], [2, 3]), 10)).toEqual([0, 2]);
    expect(divide(column([5, 5, 10], [0, 1]), 10)).toEqual([0, 2]);
  });

  it("gives a block that is too tall a page of its own", () => {
    expect(divide(column([4, 20, 4]), 10)).toEqual([0, 1, 2]);
  });

  it("loses and doubles nothing, and fills no page over its room", () => {
    const some = array(record({ height: integer({ min: 1, max: 10 }), keeps: boolean() }), { minLength: 1 });
    assert(
      property(some, (made) => {
        const blocks = column(
          made.map(({ height }) => height),
          made.flatMap(({ keeps }, at) => (keeps ? [at] : [])),
        );
        const starts = divide(blocks, 10);
        const pages = starts.map((start, at) => blocks.slice(start, starts[at + 1]));
        expect(pages.flat()).toEqual(blocks);
        for (const page of pages)
          expect((page.at(-1)?.bottom ?? 11) - (page[0]?.top ?? 0)).toBeLessThanOrEqual(10);
      }),
    );
  });
});

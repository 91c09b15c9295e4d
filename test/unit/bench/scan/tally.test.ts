import { describe, expect, it } from "vitest";
import { judge, median, type Outcome } from "../../../bench/scan/tally";

/** Twenty frames of a class, of which the decoder read so many. */
function twenty(decoder: string, of: string, read: number, ms = 10): readonly Outcome[] {
  return Array.from({ length: 20 }, (_, at) => ({ decoder, class: of, size: "720p", read: at < read, ms }));
}

describe("the median", () => {
  it("is the middle number, or the mean of the two in the middle", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 3])).toBe(4);
  });
});

describe("the choice of a decoder", () => {
  it("falls on the one that reads most", () => {
    const verdicts = judge([...twenty("one", "easy", 18), ...twenty("two", "easy", 19)]);
    expect(verdicts.map(({ decoder, isChosen }) => [decoder, isChosen])).toEqual([
      ["two", true],
      ["one", false],
    ]);
  });

  it("falls on nobody where that one is too far behind in a class", () => {
    const verdicts = judge([
      ...twenty("one", "easy", 20),
      ...twenty("one", "hard", 10),
      ...twenty("two", "easy", 5),
      ...twenty("two", "hard", 12),
    ]);
    expect(verdicts[0]).toMatchObject({ decoder: "one", weakest: "hard", isChosen: false });
    expect(verdicts[0]?.behind).toBeCloseTo(10, 6);
  });

  it("falls on nobody where that one is too slow for a live picture", () => {
    const verdicts = judge([...twenty("one", "easy", 20, 33), ...twenty("two", "easy", 19)]);
    expect(verdicts.some(({ isChosen }) => isChosen)).toBe(false);
  });
});

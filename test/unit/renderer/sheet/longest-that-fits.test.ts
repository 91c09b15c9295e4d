import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { longestThatFits } from "../../../../renderer/sheet/longest-that-fits";

describe("longestThatFits", () => {
  const upTo = (most: number) => (part: string) => part.length <= most;

  it("cuts behind a space where there is one, and inside a word where there is none", () => {
    expect(longestThatFits("one two three", upTo(9))).toBe(8);
    expect(longestThatFits("one two three", upTo(13))).toBe(13);
    expect(longestThatFits("onetwothree", upTo(5))).toBe(5);
  });

  it("says so when nothing fits", () => {
    expect(longestThatFits("one", upTo(0))).toBe(0);
    expect(longestThatFits("", upTo(5))).toBe(0);
  });

  it("never cuts a character in two, and never takes what does not fit", () => {
    assert(
      property(string({ unit: "grapheme", maxLength: 60 }), string({ maxLength: 30 }), (text, room) => {
        const length = longestThatFits(text, upTo(room.length));
        expect(length).toBeLessThanOrEqual(room.length);
        expect([...text.slice(0, length), ...text.slice(length)]).toEqual([...text]);
      }),
    );
  });
});

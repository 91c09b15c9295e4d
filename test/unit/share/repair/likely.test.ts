import { wordlist } from "@scure/bip39/wordlists/english.js";
import { describe, expect, test } from "vitest";
import { byLikeness, LIKELY } from "../../../../electron/share/repair/likely";

const placeOf = (entered: string, meant: string) =>
  byLikeness(wordlist.indexOf(entered)).indexOf(wordlist.indexOf(meant));

describe("words in the order in which they are slips for one", () => {
  test("are all words, the entered one first", () => {
    for (const entered of ["abandon", "act", "zoo"]) {
      const order = byLikeness(wordlist.indexOf(entered));
      expect(wordlist[order[0] ?? -1]).toBe(entered);
      expect(new Set(order).size).toBe(2048);
    }
  });

  test.each([
    ["a letter left out", "cost", "coast"],
    ["letters in each other's place", "diet", "edit"],
    ["a letter too many", "there", "three"],
    ["a longer word that begins the same", "act", "actor"],
    ["a letter that looks alike", "list", "lift"],
    ["a letter beside it on the keyboard", "dish", "fish"],
    ["another vowel", "wash", "wish"],
    ["another end", "bone", "bonus"],
  ])("%s comes early", (_, entered, meant) => {
    const place = placeOf(entered, meant);
    expect(place).toBeGreaterThan(0);
    expect(place).toBeLessThan(LIKELY);
  });

  test("what has nothing in common comes late", () => {
    expect(placeOf("abandon", "zoo")).toBeGreaterThan(LIKELY);
  });
});

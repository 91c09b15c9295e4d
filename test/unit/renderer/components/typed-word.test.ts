import { wordlist } from "@scure/bip39/wordlists/english.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Cell,
  endWord,
  isHidden,
  isPasteOfMany,
  type Typed,
  typeInto,
} from "../../../../renderer/components/typed-word";

const fresh: Cell = { text: "", rest: "" };

/** Types keys one after another as the cells do, and gives the words that were finished and the cell that is left. */
function type(keys: string): { words: readonly string[]; cell: Cell; offList: boolean } {
  const words: string[] = [];
  let cell = fresh;
  let offList = false;
  for (const key of keys) {
    const typed: Typed = key === " " ? endWord(cell, wordlist) : typeInto(cell, cell.text + key, wordlist);
    offList = typed.kind === "typing" && typed.offList;
    if (typed.kind === "code") throw new Error("No code was typed.");
    if (typed.kind === "word") words.push(typed.word);
    cell = typed.kind === "word" ? { text: "", rest: typed.rest } : typed.cell;
  }
  return { words, cell, offList };
}

describe("typing words into cells", () => {
  it("completes a word in place at its fourth letter", () => {
    expect(type("abanabil")).toMatchObject({ words: ["abandon", "ability"], cell: { text: "" } });
  });

  it("completes a three-letter word by itself only where it begins no longer one", () => {
    expect(type("zoo").words).toEqual(["zoo"]);
    expect(type("act").words).toEqual([]);
    expect(type("act ").words).toEqual(["act"]);
    expect(type("acto").words).toEqual(["actor"]);
  });

  it("drops the rest of a word that was typed to its end", () => {
    expect(type("abandon ability ")).toMatchObject({ words: ["abandon", "ability"], cell: fresh });
  });

  it("takes letters that only look like that rest for the next word", () => {
    expect(type("abandona").words).toEqual(["abandon", "donate"]);
    expect(type("abandog ").words).toEqual(["abandon", "dog"]);
  });

  it("says at once that no word begins like this, and stays", () => {
    expect(type("xq")).toMatchObject({ words: [], offList: true, cell: { text: "xq" } });
    expect(type("ab ")).toMatchObject({ words: [], offList: true, cell: { text: "ab" } });
  });

  it("does nothing on a space in an empty cell", () => {
    expect(type("zoo  zoo ")).toMatchObject({ words: ["zoo", "zoo"], cell: fresh, offList: false });
  });

  it("takes any words typed whole with a space after each, in any case", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...wordlist), { maxLength: 31 }),
        fc.boolean(),
        (words, capitals) => {
          const keys = words.map((word) => `${capitals ? word.toUpperCase() : word} `).join("");
          expect(type(keys).words).toEqual(words);
        },
      ),
    );
  });

  it("takes any word by four letters, with a space or without", () => {
    fc.assert(
      fc.property(fc.constantFrom(...wordlist), (word) => {
        expect(type(`${word.slice(0, 4)} `).words).toEqual([word]);
        if (word.length >= 4) expect(type(word.slice(0, 4)).words).toEqual([word]);
      }),
    );
  });
});

const code = `KC1:${"A2".repeat(34)}B`;

describe("a code", () => {
  it("goes to main as it came into a cell at once, behind any prefix and in any case", () => {
    for (const text of [
      code,
      code.toLowerCase(),
      `]Q1${code}`,
      `QR-Code:${code}`,
      `KCW1:${"AB".repeat(32)}`,
    ]) {
      expect(typeInto(fresh, text, wordlist)).toEqual({ kind: "code", code: text });
    }
  });

  it("or what is much longer than a word, is not shown, and goes to main at its end", () => {
    const layout = "лс1Жьфтн".repeat(9);
    const typed = typeInto(fresh, layout, wordlist);
    expect(typed).toMatchObject({ kind: "typing", offList: true });
    expect(isHidden(layout.slice(0, 9))).toBe(true);
    expect(isHidden("]Q1KC1")).toBe(true);
    expect(endWord({ text: layout, rest: "" }, wordlist)).toEqual({ kind: "code", code: layout });
  });

  it("is not mistaken for a word as it is typed", () => {
    for (const word of wordlist) {
      for (let typed = 1; typed <= word.length; typed += 1)
        expect(isHidden(word.slice(0, typed))).toBe(false);
    }
  });
});

describe("a paste", () => {
  it("is of many words, or of a code", () => {
    expect(isPasteOfMany("abandon ability")).toBe(true);
    expect(isPasteOfMany("abandon\nability\n")).toBe(true);
    expect(isPasteOfMany(" kc1:ABC")).toBe(true);
    expect(isPasteOfMany(`]Q1${code}`)).toBe(true);
    expect(isPasteOfMany(" abandon ")).toBe(false);
  });
});

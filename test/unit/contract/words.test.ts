import { wordlist } from "@scure/bip39/wordlists/english.js";
import { describe, expect, test } from "vitest";
import { matchWord } from "../../../electron/contract/words";

const threeLetters = wordlist.filter((word) => word.length === 3);
const beginLonger = threeLetters.filter((word) =>
  wordlist.some((other) => other !== word && other.startsWith(word)),
);

describe("matchWord", () => {
  test("the list has 103 words of three letters, and 49 of them begin a longer word", () => {
    expect(threeLetters).toHaveLength(103);
    expect(beginLonger).toHaveLength(49);
  });

  test.each(beginLonger)("%s is a word, but waits for Space or Enter", (word) => {
    expect(matchWord(word, wordlist)).toEqual({ kind: "word", word, alone: false });
  });

  test.each(beginLonger)("one more letter after %s completes the longer words, not it", (word) => {
    for (const longer of wordlist.filter((other) => other !== word && other.startsWith(word))) {
      expect(matchWord(longer.slice(0, 4), wordlist)).toEqual({ kind: "word", word: longer, alone: true });
    }
  });

  test("the other words of three letters complete in place", () => {
    for (const word of threeLetters.filter((one) => !beginLonger.includes(one))) {
      expect(matchWord(word, wordlist)).toEqual({ kind: "word", word, alone: true });
    }
  });

  test("four letters or more, up to the whole word, complete every longer word", () => {
    for (const word of wordlist.filter((one) => one.length > 3)) {
      for (let length = 4; length <= word.length; length++) {
        expect(matchWord(word.slice(0, length), wordlist)).toEqual({ kind: "word", word, alone: true });
      }
    }
  });

  test("letters of a Turkish keyboard, accents, and what cannot be seen, are the list's letters", () => {
    for (const typed of ["ability", "ABİLİTY", "abılıty", "abi\u00adlity", "\u200eabil\u200b", "ábil"]) {
      expect(matchWord(typed, wordlist)).toEqual({ kind: "word", word: "ability", alone: true });
    }
  });

  test("fewer than four letters only begin a word, even where one word alone begins so", () => {
    expect(wordlist.filter((word) => word.startsWith("zeb"))).toEqual(["zebra"]);
    for (const typed of ["", "z", "ze", "zeb"]) {
      expect(matchWord(typed, wordlist)).toEqual({ kind: "prefix" });
    }
  });

  test.each(["zebrb", "zebraa", "xx", "?", "ac t", "1", "аbandon"])("%s is no word", (typed) => {
    expect(matchWord(typed, wordlist)).toEqual({ kind: "none" });
  });

  test("case, white space around it and compatibility forms do not matter", () => {
    for (const typed of ["ZEBRA", " zebra\t", "Zebr", "\u00a0ＺＥＢＲＡ\u3000"]) {
      expect(matchWord(typed, wordlist)).toEqual({ kind: "word", word: "zebra", alone: true });
    }
  });
});

import { wordlist } from "@scure/bip39/wordlists/english.js";
import { describe, expect, test } from "vitest";
import type { ShareFailure } from "../../../electron/contract/errors";
import { toWords, wordsToPayload } from "../../../electron/share/words";
import { samplePayload } from "./sample";

const words = toWords(samplePayload());
const places = Array.from(words.keys());

/** Another word of the list, far or near in turn. */
function otherThan(word: string, at: number): string {
  const number = wordlist.indexOf(word) + (at % 2 === 0 ? 1 : 1024);
  return wordlist[number % 2048] ?? "";
}

function failureOf(typed: readonly string[]): ShareFailure | null {
  const answer = wordsToPayload(typed);
  return answer.ok ? null : answer.error;
}

function swapped(at: number): string[] {
  const typed = [...words];
  typed.splice(at, 2, words[at + 1] ?? "", words[at] ?? "");
  return typed;
}

describe("diagnose", () => {
  test("the sample has no equal neighbours, which no swap could show", () => {
    expect(places.slice(1).every((at) => words[at] !== words[at - 1])).toBe(true);
  });

  test.each(places)("one wrong word at place %i (from 0) is named", (at) => {
    const typed = [...words];
    typed[at] = otherThan(words[at] ?? "", at);
    expect(failureOf(typed)).toEqual({ code: "share.one-wrong-word", positions: [at + 1] });
  });

  test.each(places.slice(0, -1))("a swap of the words at places %i and the next is named", (at) => {
    expect(failureOf(swapped(at))).toEqual({ code: "share.swapped-words", positions: [at + 1] });
  });

  test("two wrong words are more than it can name", () => {
    const typed = [...words];
    typed[10] = otherThan(words[10] ?? "", 10);
    typed[20] = otherThan(words[20] ?? "", 20);
    expect(failureOf(typed)).toEqual({ code: "share.checksum" });
  });

  test("a slip in the first word that changes the version bits is a typing error, not a newer version", () => {
    const typed = [...words];
    typed[0] = "zoo"; // 2047: version 7
    expect(failureOf(typed)).toEqual({ code: "share.one-wrong-word", positions: [1] });
  });

  test("unknown version bits that no one error explains are a newer version's", () => {
    const typed = [...words];
    typed[0] = "zoo";
    typed[20] = otherThan(words[20] ?? "", 20);
    expect(failureOf(typed)).toEqual({ code: "share.newer-version", version: 7 });
  });
});

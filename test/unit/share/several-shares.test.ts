import { describe, expect, it } from "vitest";
import { mayGoOn, sharesIn } from "../../../electron/share/several-shares";
import { vault } from "../keystore/vectors";

const [one, two, three] = vault(0).shares;
const [words = "", others = "", qr = ""] = [one?.words, two?.words, three?.qr];
const perLine = (text: string, size: number) =>
  (text.match(new RegExp(`(?:\\S+\\s?){1,${size}}`, "g")) ?? []).map((line) => line.trim());
const numbered = (text: string) => text.split(" ").map((word, at) => `${at + 1}. ${word}`);

describe("shares in a text", () => {
  it("stand one a line, each with its line's number", () => {
    expect(sharesIn(`${words}\r\n\n${others}\n${qr}\n`)).toEqual([
      { line: 1, text: words },
      { line: 3, text: others },
      { line: 4, text: qr },
    ]);
  });

  it.each([1, 4, 8, 10, 30])("are read with %i words a line, behind each other", (size) => {
    const [first, second] = [perLine(words, size), perLine(others, size)];
    expect(sharesIn([...first, ...second, qr].join("\n"))).toEqual([
      { line: 1, text: first.join("\n") },
      { line: first.length + 1, text: second.join("\n") },
      { line: first.length + second.length + 1, text: qr },
    ]);
  });

  it("are told apart by their numbers, where the first lacks a word", () => {
    const [first, second] = [numbered(words).slice(0, 30), numbered(others)];
    expect(sharesIn([...first, ...second].join("\n")).map(({ line }) => line)).toEqual([1, 31]);
  });

  it("are told apart by an empty line, and are never joined beyond 31 words", () => {
    const short = words.split(" ").slice(0, 10).join(" ");
    expect(sharesIn(`${short}\n\n${short}`).map(({ line }) => line)).toEqual([1, 3]);
    const long = words.split(" ").slice(0, 29).join(" ");
    expect(sharesIn(`${long}\n${long}`).map(({ line }) => line)).toEqual([1, 2]);
  });

  it("may be codes over two lines", () => {
    const folded = `${qr.slice(0, 40)}\n${qr.slice(40)}`;
    expect(sharesIn(`${folded}\n${folded}\n${words}`).map(({ line }) => line)).toEqual([1, 3, 5]);
  });
});

it("a share may go on while it has fewer than 30 words, or a part of its code", () => {
  for (const part of [
    words.slice(0, 20),
    perLine(words, 29)[0] ?? "",
    numbered(words).slice(0, 9).join("\n"),
    qr.slice(0, 50),
  ]) {
    expect(mayGoOn(part)).toBe(true);
  }
  for (const whole of [words, perLine(words, 30)[0] ?? "", qr, `]Q1${qr.toLowerCase()}`, "x".repeat(73)]) {
    expect(mayGoOn(whole)).toBe(false);
  }
});

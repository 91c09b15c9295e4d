import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inFours } from "../../../electron/contract/fours";
import { readTypedHex } from "../../../electron/contract/typed-hex";
import { oddCharacter } from "../../../electron/contract/wording";

const head = "3f9a02c177de41b0".repeat(4);

describe("hex from paper", () => {
  it.each([
    ["in fours", inFours(head)],
    ["in capitals", inFours(head).toUpperCase()],
    ["with dashes", inFours(head).replaceAll(" ", "-")],
    ["with long dashes", inFours(head).replaceAll(" ", " – ")],
    ["with colons", head.replace(/..(?!$)/g, "$&:")],
    ["with dots, over lines", inFours(head).replaceAll(" ", ".\r\n")],
    ["with the bar of a key sheet", inFours(head).replaceAll(" ", " | ")],
    ["in quotes", `“${head}”`],
    ["with 0x before it", `0x${head}`],
    ["with invisible characters", `\ufeff${inFours(head).replaceAll(" ", "\u00a0\u200b")}\u202c`],
    [
      "in full-width letters",
      head.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
    ],
    ["with O for 0", head.replaceAll("0", "O")],
    ["with o for 0", head.replaceAll("0", "o")],
    ["with a Cyrillic о for 0", head.replaceAll("0", "о")],
    ["with l for 1", head.replaceAll("1", "l")],
    ["with I for 1", head.replaceAll("1", "I")],
    ["with ı for 1", head.replaceAll("1", "ı")],
  ])("is read %s", (_, text) => {
    expect(readTypedHex(text)).toEqual({ digits: head, odd: null });
  });

  it("names the first other character and its place, and guesses nothing", () => {
    fc.assert(
      fc.property(fc.nat(63), fc.constantFrom(..."ghjkmnpqrstuvwxyz?/*ßа", "é"), (at, character) => {
        const text = inFours(head.slice(0, at) + character + head.slice(at + 1)).toUpperCase();
        const { odd } = readTypedHex(text);
        expect(odd?.place).toBe(at + 1);
        expect(odd?.character).toBe([...character.toUpperCase()][0]);
      }),
    );
  });

  it("is said with character, place and group", () => {
    expect(oddCharacter({ character: "g", place: 12 })).toBe(
      "Character 12, in group 3, is “g”; only 0 to 9 and a to f occur here.",
    );
    expect(oddCharacter({ character: "а", place: 1 })).toContain("is “а” (U+0430);");
  });
});

import { wordlist } from "@scure/bip39/wordlists/english.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkProof, makeProof } from "../../../../electron/ceremony/writing/printer-proof";
import { fail, ok } from "../../../../electron/contract/result";
import { asTypedIn } from "../../contract/typed-in-layout";

describe("makeProof", () => {
  it("makes eight words of the list that together have every letter, and a code as long as a share's", () => {
    for (let round = 0; round < 20; round += 1) {
      const { words, code } = makeProof();
      expect(words).toHaveLength(8);
      expect(words.every((word) => wordlist.includes(word))).toBe(true);
      expect(new Set(words.join("")).size).toBe(26);
      expect(code).toMatch(/^KCT1:[A-Z2-7]{68}$/);
      expect(code).toHaveLength(73);
    }
  });

  it("makes another one each time", () => {
    const [one, other] = [makeProof(), makeProof()];
    expect(one.words).not.toEqual(other.words);
    expect(one.code).not.toBe(other.code);
  });
});

describe("checkProof", () => {
  const proof = makeProof();

  it("takes the code, and the words in any case and with any space between them", () => {
    expect(checkProof(proof, ` ${proof.code}\n`)).toEqual(ok(null));
    expect(checkProof(proof, proof.code.toLowerCase())).toEqual(ok(null));
    expect(checkProof(proof, `\n${proof.words.join("  \t").toUpperCase()} `)).toEqual(ok(null));
  });

  it("takes them in the forms in which a share is read", () => {
    for (const text of [
      `]Q1${proof.code}\r\n`,
      `QR-Code:${proof.code.toLowerCase()}`,
      asTypedIn("German", proof.code, {}),
      asTypedIn("French", `]Q1${proof.code}`, { capsLock: true }),
      proof.words.map((word, at) => `${at + 1}. ${word}`).join("\n"),
      proof.words.join(", "),
      proof.words.join("-"),
    ]) {
      expect(checkProof(proof, text)).toEqual(ok(null));
    }
    const other = makeProof();
    expect(checkProof(proof, asTypedIn("German", other.code, {}))).toEqual(
      fail({ code: "print.proof-code" }),
    );
  });

  it("refuses another code, whosever it is", () => {
    const wrong = fail({ code: "print.proof-code" });
    expect(checkProof(proof, makeProof().code)).toEqual(wrong);
    expect(checkProof(proof, proof.code.slice(0, -1))).toEqual(wrong);
    expect(checkProof(proof, `KC1:${"A".repeat(69)}`)).toEqual(wrong);
    expect(checkProof(proof, "https://example.org")).toEqual(wrong);
  });

  it("names the words that are wrong, missing or too many", () => {
    fc.assert(
      fc.property(fc.subarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 1 }), (positions) => {
        const typed = proof.words.map((word, at) => (positions.includes(at + 1) ? `${word}x` : word));
        expect(checkProof(proof, typed.join(" "))).toEqual(fail({ code: "print.proof-words", positions }));
      }),
    );
    const positions = (text: string) => {
      const checked = checkProof(proof, text);
      return !checked.ok && "positions" in checked.error ? checked.error.positions : [];
    };
    expect(positions(proof.words.slice(0, 6).join(" "))).toEqual([7, 8]);
    expect(positions([...proof.words, "abandon"].join(" "))).toEqual([9]);
    // Four letters are enough for a share, where the list completes them; here every letter is proven.
    expect(positions(proof.words.map((word) => word.slice(0, 2)).join(" "))).toHaveLength(8);
  });
});

import { wordlist } from "@scure/bip39/wordlists/english.js";
import { describe, expect, it } from "vitest";
import { goesOn, judge, putInto } from "../../../../renderer/keyboard/strayed-text";

const share = `KC1:${"A2".repeat(34)}B`;
const hex = "0123456789abcdef";

describe("what stands in a plain field", () => {
  it("is a code in any form, whatever the field is for", () => {
    for (const meant of [undefined, "words", "digits", "path"] as const) {
      expect(judge(`Bag ]Q1${share}`, meant)).toEqual({ is: "code", kind: "share" });
      expect(judge(`kcw1:${hex}`, meant)).toEqual({ is: "code", kind: "wrapping-key" });
      expect(judge("KCT1:ABC", meant)).toEqual({ is: "code", kind: "proof-page" });
      expect(judge(share.replace(":", "Ö"), meant)).toEqual({ is: "code", kind: "share" });
    }
  });

  it("is taken for a share's words or a key's digits where main would refuse it, and hidden before", () => {
    const words = wordlist.slice(100, 108);
    expect(judge(words.join(" "))).toEqual({ is: "words" });
    expect(judge(words.slice(0, 6).join(" "))).toEqual({ is: "doubtful" });
    expect(judge(words.slice(0, 5).join(" "))).toEqual({ is: "plain" });
    expect(judge(words.join(" "), "words")).toEqual({ is: "plain" });
    expect(judge(hex.repeat(3))).toEqual({ is: "words" });
    expect(judge("0123 4567 89ab cdef c0de")).toEqual({ is: "doubtful" });
    expect(judge(hex.repeat(4), "digits")).toEqual({ is: "plain" });
  });

  it("is hidden while it may become a code", () => {
    for (const text of ["KC", "KC1", "]Q1kcw1", "KC1ÖA2A2"]) expect(judge(text)).toEqual({ is: "doubtful" });
  });

  it("is plain where people write what they write", () => {
    for (const text of ["", "A-0001", "Payments EU", "One witness came late", "Kcenia", "/media/a/key.txt"]) {
      expect(judge(text)).toEqual({ is: "plain" });
    }
    expect(judge(`/media/${hex}${hex}.json`, "path")).toEqual({ is: "plain" });
  });
});

describe("what is typed on behind words that were taken away", () => {
  it("is more of them as long as it can be", () => {
    for (const text of ["a", "aban", "abandon ", "abandon abil ", "0123 4567 89", ""])
      expect(goesOn(text)).toBe(true);
    for (const text of ["A-", "A-0001", "xq", "abandon we ", "14:30"]) expect(goesOn(text)).toBe(false);
  });
});

describe("what was put into a text that the app gave", () => {
  const found = `The hash is ${hex.repeat(4)}.`;

  it("is judged without it: a finding that looks like a key stays, and what is typed into it does not", () => {
    expect(judge(found)).toEqual({ is: "words" });
    expect(judge(putInto(found, found))).toEqual({ is: "plain" });
    expect(judge(putInto(found, found.slice(0, -1)))).toEqual({ is: "plain" });
    expect(judge(putInto(found, `${found} We compared it twice`))).toEqual({ is: "plain" });
    expect(judge(putInto(found, `${found} ${share}`))).toEqual({ is: "code", kind: "share" });
    expect(putInto("", "all of it")).toBe("all of it");
  });
});

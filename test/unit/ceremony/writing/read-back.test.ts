import { wordlist } from "@scure/bip39/wordlists/english.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ReadBack } from "../../../../electron/ceremony/writing/read-back";
import { SecretBytes } from "../../../../electron/crypto/secret-bytes";
import { commitment, makePayload } from "../../../../electron/share/payload";
import { toQrText } from "../../../../electron/share/qr-text";
import { toWords } from "../../../../electron/share/words";

const header = { practice: false, setId: "00c0ffee", threshold: 3 };

function share(x: number, set = header): SecretBytes {
  return makePayload(set, SecretBytes.take(point(x)));
}

function point(x: number): Uint8Array {
  return Uint8Array.from({ length: 33 }, (_, at) => (at === 32 ? x : (at * 37 + x * 11) % 256));
}

const own = share(7);
const neighbour = share(9);
const words = toWords(own);
const set = {
  id: header.setId,
  threshold: header.threshold,
  shares: [own, neighbour].map((payload, at) => ({
    index: at + 1,
    custodian: `Custodian ${at + 1}`,
    commitment: commitment(payload),
  })),
};
const begin = () => new ReadBack(own, set);
const other = (word: string | undefined) => (word === "zoo" ? "abandon" : "zoo");

describe("a read-back", () => {
  it("matches when the 31 words come one by one, shortened to four letters, in any case", () => {
    const readBack = begin();
    const entries = words.map((word, at) =>
      readBack.enter(at + 1, at % 2 === 0 ? word.slice(0, 4).toUpperCase() : word),
    );
    expect(entries.slice(0, -1).every(({ verdict }) => verdict.kind === "incomplete")).toBe(true);
    expect(entries.at(-1)).toEqual({
      filled: new Array(31).fill(true),
      asked: null,
      verdict: { kind: "matches" },
    });
  });

  it("matches whatever the order in which the words come", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...words.keys()], { minLength: 31, maxLength: 31 }), (order) => {
        const readBack = begin();
        const verdicts = order.map((at) => readBack.enter(at + 1, words[at] ?? "").verdict.kind);
        expect(verdicts).toEqual([...new Array(30).fill("incomplete"), "matches"]);
      }),
    );
  });

  it("matches a paste of all words", () => {
    expect(begin().enter(1, `\n ${words.join("\r\n")} `).verdict.kind).toBe("matches");
  });

  it("asks for three words besides the sheet's code, at random, and none of those on every sheet", () => {
    const asked = new Set<number>();
    for (let round = 0; round < 200; round += 1) {
      const readBack = begin();
      const entry = readBack.enter(1, toQrText(own));
      expect(entry.verdict).toEqual({ kind: "incomplete", problem: null });
      expect(entry.asked).toHaveLength(3);
      expect(entry.filled.flatMap((filled, at) => (filled ? [] : [at + 1]))).toEqual(entry.asked);
      const verdicts = (entry.asked ?? []).map((position) => {
        asked.add(position);
        return readBack.enter(position, words[position - 1] ?? "").verdict.kind;
      });
      expect(verdicts).toEqual(["incomplete", "incomplete", "matches"]);
    }
    expect(Math.min(...asked)).toBeGreaterThan(4);
    expect(asked.size).toBe(27);
  });

  it("does not take the code for a word that was typed wrong", () => {
    const readBack = begin();
    const [first = 0, ...others] = readBack.enter(1, toQrText(own)).asked ?? [];
    for (const position of others) readBack.enter(position, words[position - 1] ?? "");
    expect(readBack.enter(first, other(words[first - 1])).verdict).toEqual({
      kind: "refused",
      failure: { code: "ceremony.read-back", positions: [first] },
    });
    expect(readBack.enter(first, words[first - 1] ?? "").verdict.kind).toBe("matches");
  });

  it("names the custodian whose code was read instead", () => {
    const entry = begin().enter(1, toQrText(neighbour));
    expect(entry.asked).toBe(null);
    expect(entry.verdict).toMatchObject({ failure: { code: "ceremony.read-back-other-share", index: 2 } });
  });

  it("names exactly the words that are not the sheet's, and asks for those again", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 5, max: 31 }), { minLength: 1, maxLength: 5 }),
        (positions) => {
          const readBack = begin();
          const wrong = words.map((word, at) => (positions.includes(at + 1) ? other(word) : word));
          const entry = readBack.enter(1, wrong.join(" "));
          const sorted = [...positions].sort((a, b) => a - b);
          expect(entry.verdict).toEqual({
            kind: "refused",
            failure: { code: "ceremony.read-back", positions: sorted },
          });
          expect(entry.filled.flatMap((filled, at) => (filled ? [] : [at + 1]))).toEqual(sorted);
          const last = sorted.map((position) => readBack.enter(position, words[position - 1] ?? "")).at(-1);
          expect(last?.verdict.kind).toBe("matches");
        },
      ),
    );
  });

  it("speaks of words and places alone while four words stand, whatever they would be on another sheet", () => {
    const others = [
      { ...header, setId: "deadbeef" },
      { ...header, setId: "deadbeef", practice: true },
      { ...header, threshold: 5 },
    ];
    for (const foreign of others) {
      const readBack = begin();
      const typed = toWords(share(7, foreign)).slice(0, 4);
      const last = typed.map((word, at) => readBack.enter(at + 1, word)).at(-1);
      const wrong = typed.flatMap((word, at) => (word === words[at] ? [] : [at + 1]));
      expect(last?.verdict).toEqual({
        kind: "refused",
        failure: { code: "ceremony.read-back", positions: wrong },
      });
    }
  });

  it("never speaks of a version, a set or a share without its whole sheet, whatever is typed", () => {
    const said = new Set<string>();
    const list = fc.array(fc.constantFrom(...wordlist, ...words), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 31 }), list), { maxLength: 4 }), (entries) => {
        const readBack = begin();
        for (const [position, typed] of entries) {
          const { verdict } = readBack.enter(position, typed.slice(0, 32 - position).join(" "));
          if (verdict.kind === "refused") said.add(verdict.failure.code);
        }
      }),
    );
    expect([...said].filter((code) => !/^ceremony\.read-back(-swapped|-left-out)?$/.test(code))).toEqual([]);
  });

  it("names the custodian whose sheet was entered instead", () => {
    const entry = begin().enter(1, toWords(neighbour).join(" "));
    expect(entry.verdict).toEqual({
      kind: "refused",
      failure: { code: "ceremony.read-back-other-share", index: 2 },
    });
    expect(entry.filled).toEqual(new Array(31).fill(false));
  });

  it("takes nothing from a code of another set, or from one that was misread", () => {
    const readBack = begin();
    readBack.enter(1, words.slice(0, 6).join(" "));
    const foreign = readBack.enter(7, toQrText(share(7, { ...header, setId: "deadbeef" })));
    expect(foreign.verdict).toEqual({ kind: "refused", failure: { code: "ceremony.read-back-other-sheet" } });
    expect(foreign.filled.filter(Boolean)).toHaveLength(6);
    for (const digit of "2A7") {
      const { verdict } = begin().enter(1, toQrText(own).replace(/^KC1:./, `KC1:${digit}`));
      expect(verdict).toEqual({ kind: "refused", failure: { code: "ceremony.read-back-code" } });
    }
  });

  it("calls the words of another set’s sheet another sheet once all of them stand", () => {
    const foreign = toWords(share(7, { ...header, setId: "deadbeef" }));
    expect(begin().enter(1, foreign.join(" ")).verdict).toEqual({
      kind: "refused",
      failure: { code: "ceremony.read-back-other-sheet" },
    });
  });

  it("refuses words that are not on the list, unreadable ones and more than 31, each by its place", () => {
    expect(begin().enter(6, "zzz").verdict).toEqual({
      kind: "refused",
      failure: { code: "share.unknown-words", positions: [6] },
    });
    expect(begin().enter(6, "?").verdict).toEqual({
      kind: "refused",
      failure: { code: "ceremony.read-back-unreadable", positions: [6] },
    });
    expect(begin().enter(3, words.slice(1).join(" ")).verdict).toEqual({
      kind: "refused",
      failure: { code: "share.word-count", count: 32 },
    });
  });

  it("takes a whole sheet from its first word on, wherever it is pasted", () => {
    expect(begin().enter(5, words.join(" ")).verdict.kind).toBe("matches");
  });

  it.each([1, 2, 3])("says that words %d and the next may be swapped, as soon as four stand", (position) => {
    const swapped = words.slice(0, 4);
    swapped.splice(position - 1, 2, words[position] ?? "", words[position - 1] ?? "");
    const entry = begin().enter(1, swapped.join(" "));
    expect(entry.verdict).toEqual({
      kind: "refused",
      failure: { code: "ceremony.read-back-swapped", positions: [position, position + 1] },
    });
    expect(entry.filled.slice(0, 4).filter(Boolean)).toHaveLength(2);
  });

  it("says so of any neighbours among all words, and of two pairs", () => {
    const swapped = (...firsts: number[]) => {
      const typed = [...words];
      for (const first of firsts) typed.splice(first - 1, 2, words[first] ?? "", words[first - 1] ?? "");
      return begin().enter(1, typed.join(" ")).verdict;
    };
    for (let first = 1; first < 31; first += 1) {
      expect(swapped(first)).toMatchObject({
        failure: { code: "ceremony.read-back-swapped", positions: [first, first + 1] },
      });
    }
    expect(swapped(7, 20)).toMatchObject({
      failure: { code: "ceremony.read-back-swapped", positions: [7, 8, 20, 21] },
    });
  });

  it("says which word may have been left out", () => {
    const readBack = begin();
    const early = [...words.slice(0, 2), ...words.slice(3, 5)];
    expect(readBack.enter(1, early.join(" ")).verdict).toMatchObject({
      failure: { code: "ceremony.read-back-left-out", positions: [3, 4] },
    });
    const late = [...words.slice(0, 27), ...words.slice(28), "zoo"];
    expect(begin().enter(1, late.join(" ")).verdict).toMatchObject({
      failure: { code: "ceremony.read-back-left-out", positions: [28, 29, 30, 31] },
    });
  });

  it("keeps a refusal until it is cured, and takes nothing elsewhere before", () => {
    const readBack = begin();
    const [one = "", two = "", three = "", four = "", ...others] = words;
    for (const [at, word] of [one, two, four].entries()) readBack.enter(at + 1, word);
    const failure = { code: "ceremony.read-back-swapped", positions: [3, 4] };
    const refused = { kind: "refused", failure };
    expect(readBack.enter(4, three).verdict).toEqual(refused);
    // Quick fingers run on: into the cells behind, and into those that were emptied.
    expect(readBack.enter(5, others[0] ?? "").verdict).toEqual({ kind: "incomplete", problem: failure });
    expect(readBack.enter(3, others[1] ?? "").verdict).toEqual(refused);
    expect(readBack.enter(4, others[2] ?? "").verdict).toEqual(refused);
    expect(readBack.enter(7, others.slice(2).join(" ")).filled.filter(Boolean)).toHaveLength(2);
    expect(readBack.enter(3, three)).toMatchObject({ verdict: { kind: "incomplete", problem: failure } });
    expect(readBack.enter(5, others[0] ?? "").filled.filter(Boolean)).toHaveLength(3);
    expect(readBack.enter(4, four).verdict).toEqual({ kind: "incomplete", problem: null });
    expect(readBack.enter(5, others.join(" ")).verdict.kind).toBe("matches");
  });

  it("ends a dispute with a whole sheet, with the sheet’s code, and from the beginning", () => {
    const dispute = () => {
      const readBack = begin();
      readBack.enter(1, [words[1], words[0], words[2], words[3]].join(" "));
      return readBack;
    };
    expect(dispute().enter(9, words.join(" ")).verdict.kind).toBe("matches");
    expect(dispute().enter(9, toQrText(own))).toMatchObject({
      verdict: { problem: null },
      asked: { length: 3 },
    });
    const readBack = dispute();
    readBack.startOver();
    expect(readBack.enter(9, words[8] ?? "").filled[8]).toBe(true);
  });

  it("empties one word or all of them when asked", () => {
    const readBack = begin();
    readBack.enter(1, words.slice(0, 10).join(" "));
    expect(readBack.forget(10).filled.filter(Boolean)).toHaveLength(9);
    expect(readBack.startOver().filled.some(Boolean)).toBe(false);
  });

  it("never throws and never matches for what is not the share", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.constantFrom(...wordlist), { maxLength: 40 }).map((list) => list.join(" ")),
      fc.string().map((text) => `KC1:${text}`),
    );
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 31 }), (text, position) => {
        expect(begin().enter(position, text).verdict.kind).not.toBe("matches");
      }),
    );
  });
});

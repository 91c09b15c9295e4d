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
const begin = () => new ReadBack(own, set, false);
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
      expect(entry.verdict).toEqual({ kind: "incomplete" });
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

  it("tells another set by the first four words", () => {
    const foreign = toWords(share(7, { ...header, setId: "deadbeef" }));
    const readBack = begin();
    const verdicts = foreign.slice(0, 4).map((word, at) => readBack.enter(at + 1, word).verdict);
    expect(verdicts[3]).toEqual({
      kind: "refused",
      failure: { code: "share.other-set", setId: "deadbeef", expected: "00c0ffee" },
    });
  });

  it("tells a rehearsal's sheet, and calls one wrong word among the first four a typing error", () => {
    const practice = toWords(share(7, { ...header, setId: "deadbeef", practice: true }));
    expect(begin().enter(1, practice.slice(0, 4).join(" ")).verdict).toEqual({
      kind: "refused",
      failure: { code: "share.practice-in-production" },
    });
    const slip = [words[0], words[1], other(words[2]), words[3]].join(" ");
    expect(begin().enter(1, slip).verdict).toEqual({
      kind: "refused",
      failure: { code: "ceremony.read-back", positions: [3] },
    });
  });

  it("names the custodian whose sheet was entered instead", () => {
    const entry = begin().enter(1, toWords(neighbour).join(" "));
    expect(entry.verdict).toEqual({
      kind: "refused",
      failure: { code: "ceremony.read-back-other-share", index: 2 },
    });
    expect(entry.filled).toEqual(new Array(31).fill(false));
  });

  it("keeps nothing of a code of another set", () => {
    const foreign = share(7, { ...header, setId: "deadbeef" });
    const entry = begin().enter(1, toQrText(foreign));
    expect(entry.verdict).toMatchObject({ failure: { code: "share.other-set", setId: "deadbeef" } });
    expect(entry.filled).toEqual(new Array(31).fill(false));
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

  it.each([1, 2, 3])(
    "takes words %d and the next, swapped, for a slip and not for another set",
    (position) => {
      const swapped = words.slice(0, 4);
      swapped.splice(position - 1, 2, words[position] ?? "", words[position - 1] ?? "");
      const entry = begin().enter(1, swapped.join(" "));
      const positions = [position, position + 1];
      expect(entry.verdict).toEqual({ kind: "refused", failure: { code: "ceremony.read-back", positions } });
      expect(entry.filled.slice(0, 4).filter(Boolean)).toHaveLength(2);
    },
  );

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

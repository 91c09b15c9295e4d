import { describe, expect, it } from "vitest";
import { vault, vaults } from "../keystore/vectors";
import { keystoreFileOf, run, runJson } from "./command";

/** The words of a vector's share, and those words with some of them replaced (positions from 1). */
function words(of: 0 | 1 | 2, share: number, replaced: Readonly<Record<number, string>> = {}): string {
  const list = vault(of).shares[share]?.words.split(" ") ?? [];
  return list.map((word, at) => replaced[at + 1] ?? word).join(" ");
}

describe.each(vaults)("a share of $keystore.vault.name", (vector) => {
  const { keystore, shares } = vector;
  const facts = {
    setId: keystore.shareSet.id,
    threshold: keystore.shareSet.threshold,
    practice: keystore.practice,
  };

  it("is valid alone, as words or as QR text", async () => {
    for (const { words, qr } of shares) {
      for (const typed of [words, qr, `\r\n${words.toUpperCase().replaceAll(" ", "\r\n")}\r\n`]) {
        expect(await runJson(["check-share"], typed)).toEqual([
          0,
          { ok: true, code: "share.valid", ...facts },
        ]);
      }
    }
  });

  it("is its custodian's, by the keystore", async () => {
    const path = await keystoreFileOf(vector);
    for (const [at, { words }] of shares.entries()) {
      const custodian = keystore.shareSet.shares[at]?.custodian;
      expect(await runJson(["check-share", path], words)).toMatchObject([
        0,
        { ok: true, code: "share.belongs", index: at + 1, custodian, ...facts },
      ]);
    }
    const { printed } = await run(["check-share", path], shares[0]?.qr);
    expect(printed).toContain("This is Key Share 1");
    expect(printed.startsWith("PRACTICE")).toBe(keystore.practice);
  });

  it("is never repeated by the answer", async () => {
    const { printed } = await run(["check-share", await keystoreFileOf(vector)], shares[0]?.words);
    expect(printed).not.toContain(shares[0]?.words.split(" ").slice(4, 6).join(" "));
    expect(printed).not.toContain(shares[0]?.qr);
  });
});

it.each([
  ["nothing", " \n", { code: "share.empty" }],
  ["29 words", words(0, 0).split(" ").slice(2).join(" "), { code: "share.word-count", count: 29 }],
  ["30 words", words(0, 0).split(" ").slice(1).join(" "), { code: "share.missing-place", positions: [1] }],
  ["a word off the list", words(0, 0, { 7: "xylophone" }), { code: "share.unknown-words", positions: [7] }],
  ["one wrong word", words(0, 0, { 17: "zoo" }), { code: "share.one-wrong-word", positions: [17] }],
  ["a question mark", words(0, 0, { 9: "?" }), { code: "share.solved", positions: [9], solutions: 1 }],
  ["`?` and a wrong word", words(0, 0, { 9: "?", 10: "zoo" }), { code: "share.not-repaired" }],
  ["two wrong words", words(0, 0, { 9: "zoo", 10: "zoo" }), { code: "share.checksum" }],
  ["three `?`", words(0, 0, { 9: "?", 10: "?", 11: "?" }), { code: "share.too-damaged", keystore: false }],
  ["a damaged QR text", "KC1:AAAA", { code: "share.qr-text" }],
])("refuses %s", async (_, typed, expected) => {
  expect(await runJson(["check-share"], typed)).toMatchObject([1, { ok: false, ...expected }]);
});

it("says the sentence", async () => {
  const { printed } = await run(["check-share"], words(0, 0, { 17: "zoo" }));
  expect(printed).toBe(
    "Word 17 does not fit the others. Nothing was accepted. Look at word 17 on the sheet and enter it again.\n",
  );
  const unreadable = await run(["check-share"], words(0, 0, { 9: "?" }));
  expect(unreadable.printed).toBe(
    "Word 9 could not be read. One solution fits by the checksum, which alone proves nothing. Nothing was accepted. " +
      "Enter the share together with its keystore, which knows the right one.\n",
  );
});

describe("with the keystore, damaged words are proven", () => {
  const swap = words(0, 0).split(" ");
  swap.splice(11, 2, swap[12] ?? "", swap[11] ?? "");

  it.each([
    ["one `?`", words(0, 0, { 9: "?" }), "missing-words", [9]],
    ["`?` for a word that every sheet of the set has", words(0, 0, { 2: "?" }), "missing-words", [2]],
    ["a wrong word", words(0, 0, { 17: "zoo" }), "wrong-words", [17]],
    ["a wrong word among the first four", words(0, 0, { 2: "zoo" }), "wrong-words", [2]],
    ["`?` and a wrong word of the checksum", words(0, 0, { 9: "?", 30: "zoo" }), "wrong-words", [9, 30]],
    ["neighbours in each other's place", swap.join(" "), "swapped-words", [12, 13]],
    ["30 words", swap.filter((_, at) => at !== 11).join(" "), "missing-place", [13]],
  ])("%s", async (_, typed, kind, positions) => {
    const path = await keystoreFileOf(vault(0));
    const expected = { ok: true, code: "share.belongs", index: 1, mended: { kind, positions } };
    expect(await runJson(["check-share", path], typed)).toMatchObject([0, expected]);
  });

  it("and none of them is printed", async () => {
    const path = await keystoreFileOf(vault(0));
    const { status, printed } = await run(["check-share", path], words(0, 0, { 9: "?" }));
    expect(status).toBe(0);
    expect(printed).toContain("Word 9 could not be read. The keystore proves what belongs there.");
    expect(printed).not.toContain(words(0, 0).split(" ")[8]);
  });

  it("but not where too much is damaged", async () => {
    const path = await keystoreFileOf(vault(0));
    const typed = words(0, 0, { 9: "?", 10: "?", 11: "?" });
    const expected = { ok: false, code: "share.too-damaged", keystore: true };
    expect(await runJson(["check-share", path], typed)).toMatchObject([1, expected]);
  });
});

it("names another vault's share though it is damaged", async () => {
  const path = await keystoreFileOf(vault(0));
  expect(await runJson(["check-share", path], words(1, 0, { 9: "?" }))).toMatchObject([
    1,
    { code: "share.other-set", setId: "ef447f49", expected: "665be45d" },
  ]);
});

it("refuses another vault's share, and practice in production, by name", async () => {
  const path = await keystoreFileOf(vault(0));
  expect(await runJson(["check-share", path], words(1, 0))).toMatchObject([
    1,
    { code: "share.other-set", setId: "ef447f49", expected: "665be45d" },
  ]);
  expect(await runJson(["check-share", path], words(2, 0))).toMatchObject([
    1,
    { code: "share.practice-in-production" },
  ]);
});

it("stops reading at 1 MiB", async () => {
  expect(await runJson(["check-share"], "a ".repeat(600_000))).toMatchObject([
    1,
    { code: "file.too-large", path: "standard input" },
  ]);
});

it("asks a person at a terminal, who may enter one word a line, and ends with the share", async () => {
  const asked: string[] = [];
  const typed = words(0, 0).replaceAll(" ", "\n");
  const { status, printed } = await run(["check-share"], typed, true, undefined, (_, text) =>
    asked.push(text),
  );
  expect(status).toBe(0);
  expect(printed).toMatch(/^This is a valid Key Share/);
  expect([asked[0], asked[12], asked.length]).toEqual([
    "The words or the QR text of the share (Ctrl+D ends), not shown: ",
    "12 of 31 words are in. The rest (Enter if there is none), not shown: ",
    31,
  ]);
});

import { describe, expect, it } from "vitest";
import { textOf, vault, vaults } from "../keystore/vectors";
import { fileOf, keystoreFileOf, run, runJson } from "./command";

const linesOf = (of: 0 | 1 | 2) => vault(of).shares.map(({ words, qr }, at) => (at % 2 === 0 ? words : qr));

describe.each(vaults)("a quorum of $keystore.vault.name", (vector) => {
  const all = vector.shares.map(({ words, qr }, at) => (at % 2 === 0 ? words : qr));
  const { threshold } = vector.keystore.shareSet;

  it("opens it, words and QR texts mixed, whatever the line ends, and prints no key", async () => {
    const typed = `\r\n${all.slice(-threshold).join("\r\n\r\n")}`;
    const path = await keystoreFileOf(vector);
    const { status, printed } = await run(["combine", path], typed);
    expect(status).toBe(0);
    expect(printed).toContain("These shares open this keystore.");
    expect(printed.startsWith("PRACTICE")).toBe(vector.keystore.practice);
    for (const key of [vector.wrappingKey, vector.masterKey, vector.recoveryKey]) {
      expect(printed).not.toContain(key);
    }
    expect(await runJson(["combine", path], typed)).toMatchObject([0, { ok: true, code: "keystore.opens" }]);
  });

  it("may be larger than it must be", async () => {
    expect((await run(["combine", await keystoreFileOf(vector)], all.join("\n"))).status).toBe(0);
  });

  it("opens nothing with one share fewer", async () => {
    const few = all.slice(0, threshold - 1).join("\n");
    expect(await runJson(["combine", await keystoreFileOf(vector)], few)).toMatchObject([
      1,
      { ok: false, code: "share.too-few", given: threshold - 1, needed: threshold },
    ]);
  });
});

it("takes shares of several lines each, in what an editor on Windows has written", async () => {
  const shares = linesOf(0)
    .slice(0, 3)
    .map((text) => text.replaceAll(" ", "\r\n"));
  const path = await keystoreFileOf(vault(0));
  const answer = await runJson(["combine", path], `\ufeff${shares.join("\r\n")}\r\n`);
  expect(answer).toMatchObject([0, { shares: [{ line: 1 }, { line: 32 }, { line: 33 }] }]);
});

it("names every bad line before anything is combined", async () => {
  const [first = "", second = ""] = linesOf(0);
  const typed = [
    first,
    "",
    second.slice(0, 40),
    first.replace(/^(\w+ ){3}/, "? ? ? ").replace(/(\w+ ){3}\w+$/, "? ? ? ?"),
    first,
    linesOf(1)[0],
    linesOf(2)[0],
    first.split(" ").slice(0, 29).join(" "),
    first.replace(/smart$/, "?"),
  ].join("\n");
  const path = await keystoreFileOf(vault(0));
  const [status, answer] = await runJson(["combine", path], typed);
  expect(status).toBe(1);
  expect(answer).toMatchObject({
    ok: false,
    code: "share.qr-text",
    given: 1,
    needed: 3,
    problems: [
      { line: 3, code: "share.qr-text" },
      { line: 4, code: "share.too-damaged", keystore: true },
      { line: 5, code: "share.repeated", index: 1, custodian: "Custodian 1" },
      { line: 6, code: "share.other-set" },
      { line: 7, code: "share.practice-in-production" },
      { line: 8, code: "share.word-count", count: 29 },
      { line: 9, code: "share.repeated", index: 1 },
    ],
  });
  const { printed } = await run(["combine", path], typed);
  expect(printed).toContain("Line 5: The share of “Custodian 1” was entered already.");
  expect(printed).toContain("Nothing was combined.");
});

it("counts a damaged share where the keystore proves it, and says what was mended", async () => {
  const [first = "", second = "", third = ""] = vault(0).shares.map(({ words }) => words);
  const typed = [first.replace("grocery", "?"), second.replace(/^\w+/, "zoo"), third].join("\n");
  const path = await keystoreFileOf(vault(0));
  const [status, answer] = await runJson(["combine", path], typed);
  expect(status).toBe(0);
  expect(answer.shares).toMatchObject([
    { line: 1, index: 1, mended: { kind: "missing-words", positions: [7] } },
    { line: 2, index: 2, mended: { kind: "wrong-words", positions: [1] } },
    { line: 3, index: 3 },
  ]);
  const { printed } = await run(["combine", path], typed);
  expect(printed).toContain(
    "Line 1: Key Share 1 of Custodian 1. Word 7 could not be read. The keystore proves what belongs there.",
  );
});

it("refuses a file that is no keystore before it looks at any share", async () => {
  const path = await fileOf(textOf(vault(0)).slice(0, 500));
  expect(await runJson(["combine", path], linesOf(0).join("\n"))).toMatchObject([
    1,
    { code: "keystore.not-json" },
  ]);
});

it("is told when there are no shares at all", async () => {
  expect(await runJson(["combine", await keystoreFileOf(vault(0))], "\n\n")).toMatchObject([
    1,
    { code: "share.too-few", given: 0, needed: 3 },
  ]);
});

import { stat } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { sentence } from "../../../electron/contract/sentences";
import { textOf, vault, vaults } from "../keystore/vectors";
import { NOBODY, run, runJson } from "./command";
import { vaultFolder } from "./vault-folder";

const recover = (keystore: string, out: string) => ["recover", keystore, "--wrapping-key-out", out];

describe.each(vaults)("a quorum of $keystore.vault.name", (vector) => {
  const { threshold, shares: custodians } = vector.keystore.shareSet;

  it("gives the vault a new Wrapping Key, from lines on a pipe, and prints no key", async () => {
    const { keystore, out, shares, names, text, current } = await vaultFolder(vector);
    const quorum = shares.slice(-threshold).reverse();
    const [status, answer] = await runJson(recover(keystore, out), `\r\n${quorum.join("\r\n\r\n")}`);
    expect([status, answer]).toMatchObject([
      0,
      {
        code: "keystore.renewed",
        kind: "recover",
        generation: 2,
        shares: custodians
          .slice(-threshold)
          .reverse()
          .map(({ index, custodian }) => ({ index, custodian })),
      },
    ]);
    expect(await names()).toEqual([
      "keystore.ID.record.jsonl",
      "keystore.generation-1.json",
      "keystore.json",
      "new-key.txt",
      "old-key.txt",
    ]);
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    expect((await current()).ceremonies.at(-1)?.kind).toBe("recover");
    expect((await run(["verify", keystore, "--wrapping-key-file", out])).status).toBe(0);
    expect((await run(["combine", keystore], shares.join("\n"))).status).toBe(0);
    for (const secret of [vector.masterKey, vector.recoveryKey, await text("new-key.txt")]) {
      expect(JSON.stringify(answer)).not.toContain(secret);
    }
  });

  it("is too small with one share fewer", async () => {
    const { keystore, out, shares, names } = await vaultFolder(vector);
    const few = shares.slice(0, threshold - 1).join("\n");
    expect(await runJson(recover(keystore, out), few)).toMatchObject([
      1,
      { code: "share.too-few", given: threshold - 1, needed: threshold },
    ]);
    expect(await names()).toEqual(["keystore.ID.record.jsonl", "keystore.json", "old-key.txt"]);
  });
});

it("combines nothing where one line on a pipe is bad, and names each", async () => {
  const { keystore, out, shares, text } = await vaultFolder();
  const [foreign] = (await vaultFolder(vault(1))).shares;
  const typed = [shares[0], shares[1], foreign, shares[0], shares[2]].join("\n");
  expect(await runJson(recover(keystore, out), typed)).toMatchObject([
    1,
    {
      problems: [
        { line: 3, code: "share.other-set" },
        { line: 4, code: "share.repeated", index: 1 },
      ],
      given: 3,
    },
  ]);
  expect(await text("keystore.json")).toBe(textOf(vault(0)));
});

describe("at a terminal", () => {
  it("says after each share who it was and how many are needed, and lets refused ones disturb nothing", async () => {
    const { keystore, out, shares } = await vaultFolder();
    const [foreign] = (await vaultFolder(vault(1))).shares;
    const typed = [shares[3], "", "kc1:abc", "", shares[3], foreign, shares[0], shares[4]].join("\n");
    const { status, printed, remarked } = await run(recover(keystore, out), typed, true);
    expect(status).toBe(0);
    expect(remarked.split("\n")).toEqual([
      "Vault               Vector Vault",
      expect.stringMatching(/^Vault fingerprint {3}([0-9a-f]{4} ?){8}$/),
      `Keystore            ${keystore}`,
      `Generation          1, last changed ${vault(0).keystore.updatedAt}`,
      expect.stringMatching(/^If a later ceremony of this vault was held, stop/),
      expect.stringMatching(/^Before anything is written: Keystore and Wrapping Key go to one medium/),
      expect.stringMatching(/^The record of this ceremony begins: .*\.record\.jsonl$/),
      expect.stringMatching(/^First line’s hash {3}([0-9a-f]{4} ?){8}$/),
      expect.stringMatching(/^ {20}([0-9a-f]{4} ?){8}$/),
      expect.stringMatching(/^Preflight: \d+ red, \d+ not known; what was found stands in the record\.$/),
      "Key Shares still needed: 3.",
      "Key Share 4 of Custodian 4.",
      "Key Shares still needed: 2.",
      expect.stringContaining("not the text of a share’s QR code"),
      "Key Shares still needed: 2.",
      "The share of “Custodian 4” was entered already. It counts once; another custodian’s share is needed.",
      "Key Shares still needed: 2.",
      expect.stringContaining("another vault or another set"),
      "Key Shares still needed: 2.",
      "Key Share 1 of Custodian 1.",
      "Key Shares still needed: 1.",
      "Key Share 5 of Custodian 5.",
      "",
    ]);
    expect(printed).toContain("Opened by Key Share 1 of Custodian 1");
    expect(printed).toContain("Every Key Share stays valid.");
  });

  it("takes a share with an unreadable word that the keystore proves, and says so", async () => {
    const { keystore, out } = await vaultFolder();
    const [first = "", ...others] = vault(0).shares.map(({ words }) => words);
    const typed = [first.replace(/^\S+/, "?"), ...others].join("\n");
    const { status, remarked } = await run(recover(keystore, out), typed, true);
    expect(status).toBe(0);
    expect(remarked).toContain("Key Share 1 of Custodian 1.\nWord 1 could not be read. The keystore proves");
  });

  it("forgets what was entered when nobody attends to it, says so, and asks for all of it again", async () => {
    const { keystore, out, shares, records } = await vaultFolder();
    const typed = [shares[0], shares[1], NOBODY, shares[1], shares[2], shares[3]].join("\n");
    const { status, remarked } = await run(recover(keystore, out), typed, true);
    expect(status).toBe(0);
    expect(remarked).toContain(
      `${sentence({ code: "ceremony.unattended", minutes: 15 })}\nKey Shares still needed: 3.\nKey Share 2 of`,
    );
    const [record] = await records();
    const told = record?.lines.filter(({ event }) => event.startsWith("share"));
    expect(told?.map(({ event, data }) => [event, data])).toEqual([
      ["share.entered", expect.objectContaining({ index: 1 })],
      ["share.entered", expect.objectContaining({ index: 2 })],
      ["shares.forgotten", { because: "unattended" }],
      ["share.entered", expect.objectContaining({ index: 2 })],
      ["share.entered", expect.objectContaining({ index: 3 })],
      ["share.entered", expect.objectContaining({ index: 4 })],
    ]);
  });

  it("takes one share pasted as a word a line, and says nothing of empty lines in the record", async () => {
    const { keystore, out, records } = await vaultFolder();
    const [first = "", second = "", third = ""] = vault(0).shares.map(({ words }) => words);
    const typed = ["", first.replaceAll(" ", "\n"), "", "", second, third].join("\n");
    expect((await run(recover(keystore, out), typed, true)).status).toBe(0);
    const [record] = await records();
    const told = record?.events.filter((event) => event.startsWith("share"));
    expect(told).toEqual(["share.entered", "share.entered", "share.entered"]);
  });

  it("stops when the person does, with nothing written", async () => {
    const { keystore, out, shares, names } = await vaultFolder();
    const { status, printed } = await run(recover(keystore, out), shares.slice(0, 2).join("\n"), true);
    expect(status).toBe(1);
    expect(printed).toMatch(
      /^Stopped\. No key was written, the keystore is as it was, and what was entered is /,
    );
    expect(printed).toContain("The record says so and is sealed.");
    expect(await names()).toEqual(["keystore.ID.record.jsonl", "keystore.json", "old-key.txt"]);
  });
});

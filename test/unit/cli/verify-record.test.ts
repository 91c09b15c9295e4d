import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { lookAtRecord, withAnchor } from "../../../electron/ceremony/look-at-record";
import { inFours } from "../../../electron/contract/fours";
import type { RecordHeader } from "../../../electron/record/recorder";
import { alterationsOf } from "../ceremony/renewal/alterations";
import { temporaryFolder } from "../files/temporary-folder";
import { resealed } from "../keystore/resealed";
import { textOf, vault } from "../keystore/vectors";
import { writeCeremonyRecord } from "../record/ceremony-record";
import { fileOf, keystoreFileOf, run, runJson } from "./command";

const vector = fileURLToPath(new URL("../../vectors/record.jsonl", import.meta.url));
const vectorHead = readFileSync(new URL("../../vectors/record.head", import.meta.url), "utf8").trim();

it("finds the record of another implementation consistent, and with its head authentic", async () => {
  expect(await runJson(["verify-record", vector])).toEqual([
    0,
    {
      ok: true,
      code: "record.consistent",
      path: vector,
      ceremonyId: "e2b97b68-b07f-4ef1-8495-81fc2148ea34",
      kind: "generate",
      vaultId: "0eef0d22-1d3c-4020-8282-b63cb8729441",
      practice: false,
      recordKey: "MVp4cFp6OfafghanJxDlDW_mWvQ564J9ltxZ6B3RF0s",
      parametersHash: null,
      from: "2026-11-23T22:00:00.000Z",
      to: "2026-11-23T22:01:00.000Z",
      lines: 4,
      remarkable: { exceptions: 0, disagreements: 0, refusals: 0, aborts: 0, spoiled: 0, clockJumps: 0 },
      firstHash: "2e42a80d34e5a690b7d6b6cd36ca89c4ab66024e169b88cf3cd3fb72f877be6e",
      head: vectorHead,
      sealed: true,
      comparedWith: { head: false, keystore: null, vaultFingerprint: null, fingerprint: false },
    },
  ]);
  for (const head of [vectorHead, ` ${inFours(vectorHead.toUpperCase())}\n`]) {
    expect(await runJson(["verify-record", vector, "--head", head])).toMatchObject([
      0,
      { code: "record.authentic", comparedWith: { head: true } },
    ]);
  }
});

it("tells the story in short, and the difference between consistent and authentic", async () => {
  const { path, head } = writeCeremonyRecord(await temporaryFolder(), { practice: true });
  const { status, printed } = await run(["verify-record", path]);
  expect(status).toBe(0);
  expect(printed).toMatch(/^PRACTICE: /);
  expect(printed).toContain("Lines               10\nExceptions          1\nDisagreements       1\n");
  expect(printed).toContain("Refused entries     1\nParameters’ hash    ");
  expect(printed).not.toContain("Aborted");
  expect(printed).toContain(`Head                ${inFours(head.slice(0, 32))}\n`);
  expect(printed).toContain("This record is consistent: ");
  expect(printed).toContain("it cannot say of itself");
  const compared = await run(["verify-record", path, "--head", head]);
  expect(compared.printed).toContain("It is authentic: its head is the one that was given.");
});

it("takes the head as people copy it, and never says that 64 characters are none", async () => {
  for (const typed of [
    vectorHead.replaceAll("0", "O").toUpperCase(),
    vectorHead.replaceAll("1", "l").replace(/.{4}/g, "$&-"),
    `0x${vectorHead}`,
  ]) {
    expect(await runJson(["verify-record", vector, "--head", typed])).toMatchObject([0, { ok: true }]);
  }
  const { printed } = await run([
    "verify-record",
    vector,
    "--head",
    `${vectorHead.slice(0, 11)}G${vectorHead.slice(12)}`,
  ]);
  expect(printed).toContain("Character 12, in group 3, is “G”; only 0 to 9 and a to f occur here.");
  const short = await run(["verify-record", vector, "--head", vectorHead.slice(1)]);
  expect(short.printed).toContain("63 characters were entered: 1 too few.");
});

describe("is told no", () => {
  it.each([
    ["another head", "0".repeat(64), "record.other-head"],
    ["the first line's hash", "first", "record.first-hash"],
    ["half a head", vectorHead.slice(1), "record.bad-head"],
    ["what is no head", "open sesame", "record.bad-head"],
    ["nothing", "", "record.bad-head"],
  ])("for %s", async (_, head, code) => {
    const first = "2e42a80d34e5a690b7d6b6cd36ca89c4ab66024e169b88cf3cd3fb72f877be6e";
    const argv = ["verify-record", vector, "--head", head === "first" ? first : head];
    expect(await runJson(argv)).toMatchObject([1, { ok: false, code, lines: 4, head: vectorHead }]);
  });

  it("for a record without its seal, and still what it tells", async () => {
    const lines = readFileSync(vector, "utf8").split("\n").slice(0, 2);
    const path = await fileOf(lines.map((line) => `${line}\n`).join(""));
    expect(await runJson(["verify-record", path])).toMatchObject([
      1,
      { ok: false, code: "record.unsealed", line: 2, sealed: false },
    ]);
    const { printed } = await run(["verify-record", path, "--head", vectorHead]);
    expect(printed).toContain("ends behind line 2 without its seal");
    expect(printed).toContain("Last line’s hash");
  });

  it("for an empty file, a missing one, and what is none", async () => {
    expect(await runJson(["verify-record", await fileOf("")])).toMatchObject([1, { code: "record.empty" }]);
    expect(await runJson(["verify-record", "/nowhere/r"])).toMatchObject([1, { code: "file.missing" }]);
    expect(await runJson(["verify-record", await keystoreFileOf(vault(0))])).toMatchObject([
      1,
      { code: "record.not-json", line: 1 },
    ]);
  });

  it("for an edited line, by its number", async () => {
    const path = await fileOf(readFileSync(vector, "utf8").replace("A-0017", "A-0018"));
    expect(await runJson(["verify-record", path])).toMatchObject([1, { code: "record.chain", line: 3 }]);
    expect((await run(["verify-record", path])).printed).toContain("Line 3 of this record does not follow");
  });
});

describe("with a keystore", () => {
  it("is authentic where the sealed keystore names its key, and says which fingerprint to compare", async () => {
    const { record, keystore } = await anchored();
    const [status, answer] = await runJson(["verify-record", record, "--keystore", keystore]);
    expect(status).toBe(0);
    expect(answer).toMatchObject({ code: "record.authentic", comparedWith: { head: false, keystore } });
    const { printed } = await run(["verify-record", record, "--keystore", keystore]);
    expect(printed).toContain("the sealed keystore names its key as this ceremony’s");
    expect(printed).toMatch(/fingerprint ([0-9a-f]{4} ){7}[0-9a-f]{4}: compare it/);
  });

  it.each<[string, Partial<RecordHeader>]>([
    ["ceremonyId", { ceremonyId: "e2b97b68-b07f-4ef1-8495-81fc2148ea34" }],
    ["kind", { kind: "rotate" }],
    ["vaultId", { vaultId: "e2b97b68-b07f-4ef1-8495-81fc2148ea34" }],
    ["practice", { practice: true }],
  ])("is not, where it says something else of its %s", async (member, change) => {
    const { record, keystore } = await anchored(change);
    expect(await runJson(["verify-record", record, "--keystore", keystore])).toMatchObject([
      1,
      { code: "record.keystore-differs", member },
    ]);
  });

  it("is held to the fingerprint of a sheet, in any form in which people copy it", async () => {
    const { record, keystore } = await anchored();
    const [, answer] = await runJson(["inspect", keystore]);
    const { vaultFingerprint: fingerprint } = answer as { vaultFingerprint: string };
    const argv = ["verify-record", record, "--keystore", keystore, "--fingerprint"];
    for (const typed of [fingerprint, fingerprint.toUpperCase().replace(/.{4}/g, "$& ")]) {
      expect(await runJson([...argv, typed])).toMatchObject([
        0,
        { code: "record.authentic", comparedWith: { fingerprint: true } },
      ]);
    }
    expect((await run([...argv, fingerprint])).printed).toMatch(
      /fingerprint .{39}, the one that was given\.$/m,
    );
    const other = `${fingerprint.slice(1)}${fingerprint.slice(0, 1)}`;
    expect(await runJson([...argv, other])).toMatchObject([1, { code: "record.other-vault", fingerprint }]);
    expect(await runJson([...argv, fingerprint.slice(1)])).toMatchObject([
      1,
      { code: "plan.fingerprint", length: 31 },
    ]);
    expect((await run(["verify-record", record, "--fingerprint", fingerprint])).status).toBe(2);
  });

  it("is not, with any member of the keystore altered", async () => {
    const { record, keystore } = await anchored();
    const sound = readFileSync(keystore, "utf8");
    const altered = alterationsOf(JSON.parse(sound));
    expect(altered.length).toBeGreaterThan(150);
    for (const { what, document } of altered) {
      writeFileSync(keystore, JSON.stringify(document));
      const looked = await lookAtRecord(record);
      if (!looked.ok) throw new Error(looked.error.code);
      expect([what, (await withAnchor(looked.value, keystore)).ok]).toEqual([what, false]);
      const [status, answer] = await runJson(["verify-record", record, "--keystore", keystore]);
      expect([what, status, answer]).toMatchObject([what, 1, { ok: false }]);
    }
    writeFileSync(keystore, sound);
    expect(await runJson(["verify-record", record, "--keystore", keystore])).toMatchObject([0, { ok: true }]);
  });

  it("is not, where the keystore names no such key, or is not sealed as it stands", async () => {
    const { record, keystore } = await anchored();
    expect(await runJson(["verify-record", vector, "--keystore", keystore])).toMatchObject([
      1,
      { code: "record.not-in-keystore" },
    ]);
    writeFileSync(keystore, readFileSync(keystore, "utf8").replace("Vector Vault", "Vectos Vault"));
    expect(await runJson(["verify-record", record, "--keystore", keystore])).toMatchObject([
      1,
      { code: "keystore.seal" },
    ]);
  });
});

/** A ceremony's record, and a keystore that names its key as that of the ceremony that it holds. */
async function anchored(
  change: Partial<RecordHeader> = {},
): Promise<{ readonly record: string; readonly keystore: string }> {
  const { keystore } = vault(0);
  const [ceremony] = keystore.ceremonies;
  if (ceremony === undefined) throw new Error("The vector has one ceremony.");
  const header = { ceremonyId: ceremony.id, kind: "generate", vaultId: keystore.vault.id } as const;
  const { path, recordKey } = writeCeremonyRecord(await temporaryFolder(), { ...header, ...change });
  const sealed = resealed(vault(0), { ceremonies: [{ ...ceremony, recordKey }] });
  return { record: path, keystore: await fileOf(textOf({ keystore: sealed })) };
}

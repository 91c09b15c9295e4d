import { describe, expect, it } from "vitest";
import { inFours } from "../../../electron/contract/fours";
import { preflightItems } from "../../../electron/contract/preflight";
import { version } from "../../../package.json";
import { sha256Of } from "../keystore/chain";
import { vault, vaults } from "../keystore/vectors";
import type { FoundRecord } from "../record/found-records";
import { run, runJson } from "./command";
import { type VaultFolder, vaultFolder } from "./vault-folder";

const recover = ({ keystore, out }: VaultFolder) => ["recover", keystore, "--wrapping-key-out", out];
const rotate = ({ keystore, key, out }: VaultFolder) => [
  ...["rotate", keystore, "--wrapping-key-file", key, "--wrapping-key-out", out],
];

/** The only record in a folder. */
async function onlyRecord({ records }: VaultFolder): Promise<FoundRecord> {
  const [record, ...others] = await records();
  if (record === undefined || others.length > 0) throw new Error("There is not one record.");
  return record;
}

/** What a record tells behind the preflight: event, actor and data of each line. */
const aborted = (because: string) => ({
  because,
  sheetsToDestroy: [],
  wrappingKeySheets: 0,
  filesThatStayed: [],
});
const told = ({ lines }: FoundRecord) =>
  lines
    .filter(({ event }) => !["ceremony.opened", "preflight.found", "record.sealed"].includes(event))
    .map(({ event, actor, data }) => [event, actor, data]);

describe.each(vaults)("a rotation of $keystore.vault.name", (vector) => {
  it("has a record that its new keystore proves, and whose hashes are told for paper", async () => {
    const folder = await vaultFolder(vector);
    const { printed, remarked } = await run([...rotate(folder), "--reason", "It is due"]);
    const { path, facts } = await onlyRecord(folder);
    expect(facts).toMatchObject({ kind: "rotate", sealed: true, practice: vector.keystore.practice });
    for (const hash of [facts.firstHash, facts.head]) {
      expect(printed).toContain(inFours(hash.slice(0, 32)));
      expect(printed).toContain(inFours(hash.slice(32)));
    }
    expect(remarked).toContain(inFours(facts.firstHash.slice(0, 32)));
    expect(remarked).not.toContain(inFours(facts.head.slice(0, 32)));
    expect(printed).toContain(`Record              ${path}\n`);
    const compared = ["--keystore", folder.keystore, "--head", facts.head];
    expect(await runJson(["verify-record", path, ...compared])).toMatchObject([
      0,
      { code: "record.authentic" },
    ]);
    const { ceremonies } = await folder.current();
    expect(ceremonies.at(-1)).toMatchObject({ id: facts.ceremonyId, recordKey: facts.recordKey });
  });
});

it("a rotation's record begins with its parameters and the preflight, and tells every step", async () => {
  const folder = await vaultFolder();
  const { keystore: path, out } = folder;
  const [status, answer] = await runJson([...rotate(folder), "--bits", "192", "--reason", "It is due"]);
  expect(status).toBe(0);
  const record = await onlyRecord(folder);
  const { masterKey, shareSet } = vault(0).keystore;
  const { vaultFingerprint, wrappingKey } = answer as {
    vaultFingerprint: string;
    wrappingKey: { kid: string };
  };
  expect(record.lines[0]?.data.parameters).toEqual({
    keystore: path,
    vaultFingerprint,
    generation: 1,
    updatedAt: vault(0).keystore.updatedAt,
    wrappingKeyOut: out,
    bits: 192,
    opener: "wrapping-key",
    reason: "It is due",
    by: "command line",
    appVersion: version,
  });
  const found = record.lines.filter(({ event }) => event === "preflight.found");
  expect(found.map(({ data }) => data.item)).toEqual(Object.keys(preflightItems));
  expect(record.lines.slice(1, 1 + found.length)).toEqual(found);
  const keptAs = path.replace(/\.json$/, ".generation-1.json");
  expect(told(record)).toEqual([
    ["key.entered", "command line", {}],
    ["keystore.opened", "command line", { by: "wrapping-key", generation: 1, vaultFingerprint }],
    [
      "keys.made",
      "command line",
      {
        vault: vaultFingerprint,
        masterKey: masterKey.kid,
        wrappingKey: wrappingKey.kid,
        shareSet: shareSet.id,
      },
    ],
    ["wrapping-key.delivered", "command line", { way: "file", path: out }],
    [
      "keystore.written",
      "command line",
      { path, sha256: sha256Of(await folder.current()), generation: 2, keptAs },
    ],
    ["ceremony.ended", "command line", {}],
  ]);
});

it("counts what the preflight found beside the answer, and stands in no way", async () => {
  const folder = await vaultFolder();
  const { status, printed, remarked } = await run([...rotate(folder), "--json"]);
  const { lines } = await onlyRecord(folder);
  const count = (verdict: string) => lines.filter(({ data }) => data.verdict === verdict).length;
  expect(count("not-known")).toBeGreaterThan(0);
  expect(remarked).toContain(
    `Preflight: ${count("red")} red, ${count("not-known")} not known; what was found stands in the record.\n`,
  );
  expect([status, JSON.parse(printed)]).toMatchObject([
    0,
    { preflight: { red: count("red"), notKnown: count("not-known") } },
  ]);
});

it.each([false, true])("a recovery's record names who came, at a terminal: %s", async (interactive) => {
  const folder = await vaultFolder();
  const [first = "", second = "", third = ""] = folder.shares;
  const typed = [first.replace(/^\S+/, "?"), second, third].join("\n");
  expect((await run(recover(folder), typed, interactive)).status).toBe(0);
  const record = await onlyRecord(folder);
  expect(record.facts).toMatchObject({ kind: "recover", sealed: true });
  expect(record.lines[0]?.data.parameters).toMatchObject({ opener: "quorum", reason: null, bits: 256 });
  expect(told(record).slice(0, 4)).toEqual([
    ["share.entered", "Custodian 1", { index: 1, how: "repaired" }],
    ["share.entered", "Custodian 2", { index: 2, how: "code" }],
    ["share.entered", "Custodian 3", { index: 3, how: "words" }],
    ["keystore.opened", "command line", expect.objectContaining({ by: "quorum", generation: 1 })],
  ]);
});

describe("what is refused stands in the record by its code alone:", () => {
  const refusals = [
    ["share.entered", "Custodian 1", { index: 1, how: "words" }],
    ["share.refused", "a custodian", { code: "share.other-set" }],
    ["share.refused", "Custodian 1", { code: "share.repeated" }],
    ["share.refused", "a custodian", { code: "share.unknown-words" }],
  ];
  const typedBy = async ({ shares }: VaultFolder) => [
    shares[0],
    (await vaultFolder(vault(1))).shares[0],
    shares[0],
    shares[0]?.replace(/^\S+/, "xylophone"),
  ];

  it("on a pipe, where nothing is combined", async () => {
    const folder = await vaultFolder();
    const [status, answer] = await runJson(recover(folder), (await typedBy(folder)).join("\n"));
    expect([status, answer]).toMatchObject([1, { code: "share.other-set" }]);
    const record = await onlyRecord(folder);
    expect(told(record)).toEqual([
      ...refusals,
      ["ceremony.aborted", "command line", aborted("share.other-set")],
    ]);
    const { sealed, firstHash, head } = record.facts;
    expect(sealed).toBe(true);
    expect(answer.record).toEqual({ path: record.path, firstHash, head });
  });

  it("at a terminal, where the ceremony goes on", async () => {
    const folder = await vaultFolder();
    const typed = [...(await typedBy(folder)), folder.shares[1], folder.shares[2]].join("\n");
    expect((await run(recover(folder), typed, true)).status).toBe(0);
    const record = await onlyRecord(folder);
    expect(told(record).slice(0, 5)).toEqual([
      ...refusals,
      ["share.entered", "Custodian 2", { index: 2, how: "code" }],
    ]);
    expect(record.facts.remarkable).toMatchObject({ refusals: 3, aborts: 0 });
  });

  it("a key that is none, and the ceremony is aborted", async () => {
    const folder = await vaultFolder();
    const { keystore, out } = folder;
    const key = "/nowhere/key";
    await run(["rotate", keystore, "--wrapping-key-file", key, "--wrapping-key-out", out]);
    expect(told(await onlyRecord(folder))).toEqual([
      ["key.refused", "command line", { code: "file.missing" }],
      ["ceremony.aborted", "command line", aborted("file.missing")],
    ]);
  });
});

it("an end that is asked for while shares come in is told, and the record is sealed", async () => {
  const folder = await vaultFolder();
  const ended = new AbortController();
  const asked = (question: number) => {
    if (question === 3) ended.abort();
  };
  const typed = folder.shares.slice(0, 2).join("\n");
  const { status, printed } = await run(recover(folder), typed, true, ended.signal, asked);
  expect([status, printed]).toEqual([1, expect.stringContaining("Write its head on paper, by hand")]);
  const record = await onlyRecord(folder);
  expect(record.facts).toMatchObject({ sealed: true, remarkable: { aborts: 1 } });
  expect(told(record)).toEqual([
    ["share.entered", "Custodian 1", { index: 1, how: "words" }],
    ["share.entered", "Custodian 2", { index: 2, how: "code" }],
    ["ceremony.aborted", "command line", aborted("stopped")],
  ]);
});

it("a bug ends the record as aborted too, and it is sealed", async () => {
  const folder = await vaultFolder();
  const asked = () => {
    throw new Error("A bug");
  };
  await expect(run(recover(folder), "", true, undefined, asked)).rejects.toThrow("A bug");
  const record = await onlyRecord(folder);
  expect(record.facts.sealed).toBe(true);
  expect(told(record)).toEqual([["ceremony.aborted", "command line", aborted("internal")]]);
});

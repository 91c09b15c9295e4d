import { chmod, mkdir, readdir, readFile, rename, stat, symlink, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { asNobody } from "../files/as-nobody";
import { tinyMedium } from "../files/tiny-medium";
import { textOf, vault, vaults } from "../keystore/vectors";
import { run, runJson } from "./command";
import { vaultFolder } from "./vault-folder";

const rotate = (keystore: string, from: string, to: string) => [
  "rotate",
  keystore,
  "--wrapping-key-file",
  from,
  "--wrapping-key-out",
  to,
];

describe.each(vaults)("the vault $keystore.vault.name", (vector) => {
  it("opens with its new key and not with the former one; the old file stays beside it", async () => {
    const { keystore, key, out, names, text, current } = await vaultFolder(vector);
    const [status, answer] = await runJson([...rotate(keystore, key, out), "--reason", "It is due"]);
    expect([status, answer]).toMatchObject([
      0,
      {
        ok: true,
        code: "keystore.renewed",
        kind: "rotate",
        generation: 2,
        keystore,
        wrappingKeyFile: out,
        wrappingKey: { bits: vector.keystore.wrappingKey.bits },
        reason: "It is due",
        warnings: ["wrapping-key-file.same-medium"],
      },
    ]);
    expect(await names()).toEqual([
      "keystore.ID.record.jsonl",
      "keystore.generation-1.json",
      "keystore.json",
      "new-key.txt",
      "old-key.txt",
    ]);
    expect(await text("keystore.generation-1.json")).toBe(textOf(vector));
    expect((await text("new-key.txt")).length).toBe(vector.wrappingKey.length);
    for (const file of [keystore, out]) expect((await stat(file)).mode & 0o777).toBe(0o600);

    const { shareSet, recoveryKey } = await current();
    expect({ shareSet, recoveryKey }).toEqual({
      shareSet: vector.keystore.shareSet,
      recoveryKey: vector.keystore.recoveryKey,
    });
    expect((await run(["verify", keystore, "--wrapping-key-file", out])).status).toBe(0);
    expect((await run(["verify", keystore, "--wrapping-key-file", key])).status).toBe(1);
    const shares = vector.shares.map(({ words }) => words).join("\n");
    expect((await run(["combine", keystore], shares)).status).toBe(0);
  });
});

it("says what people must know, and prints no key", async () => {
  const { keystore, key, out, text } = await vaultFolder();
  const { printed, remarked } = await run([...rotate(keystore, key, out), "--reason", "It is due"]);
  for (const said of [
    "generation 2",
    "keystore.generation-1.json",
    "still opens every older copy",
    "Reason              It is due",
    "Write the record’s head on paper, by hand",
    "lie on one medium",
  ]) {
    expect(printed).toContain(said);
  }
  for (const secret of [vault(0).wrappingKey, vault(0).masterKey, await text("new-key.txt")]) {
    expect(printed + remarked).not.toContain(secret);
  }
});

it("changes the key's size only when asked to", async () => {
  const { keystore, key, out, current } = await vaultFolder();
  await run([...rotate(keystore, key, out), "--bits", "192"]);
  expect((await current()).wrappingKey.bits).toBe(192);
  expect((await readFile(out)).length).toBe(48);
  await run(rotate(keystore, out, `${out}.2`));
  expect((await current()).wrappingKey.bits).toBe(192);
});

it("goes on, generation by generation", async () => {
  const { keystore, key, folder, current, names, records } = await vaultFolder();
  for (let at = 1; at <= 4; at += 1) {
    const from = at === 1 ? key : join(folder, `key-${at - 1}`);
    expect((await run(rotate(keystore, from, join(folder, `key-${at}`)))).status).toBe(0);
  }
  const { generation, ceremonies } = await current();
  expect([generation, ceremonies.map(({ kind }) => kind)]).toEqual([
    5,
    ["generate", "rotate", "rotate", "rotate", "rotate"],
  ]);
  expect((await names()).filter((name) => /^keystore.*\.json$/.test(name))).toHaveLength(5);
  expect((await records()).map(({ facts }) => [facts.kind, facts.sealed])).toEqual(
    new Array(4).fill(["rotate", true]),
  );
});

it("follows a symbolic link to the keystore itself", async () => {
  const { folder, key, out, names, keystore } = await vaultFolder();
  const link = join(folder, "link.json");
  await symlink(keystore, link);
  expect(await runJson(rotate(link, key, out))).toMatchObject([0, { keystore }]);
  expect(await names()).toContain("keystore.generation-1.json");
  expect((await run(["verify", link, "--wrapping-key-file", out])).status).toBe(0);
});

describe("refused, with nothing changed:", () => {
  const unchanged = async (
    argv: (at: Awaited<ReturnType<typeof vaultFolder>>) => Promise<readonly string[]>,
    answer: object,
  ) => {
    const at = await vaultFolder();
    const asked = await argv(at);
    const before = await at.names();
    expect(await runJson(asked)).toMatchObject([1, { ok: false, ...answer }]);
    // A key is only read once the record has begun, and then the record is there, and says so.
    const records = await at.records();
    expect(await at.names()).toEqual([...before, ...records.map(() => "keystore.ID.record.jsonl")].sort());
    expect(await at.text("keystore.json")).toBe(textOf(vault(0)));
    return records.map(({ facts, events }) => [facts.sealed, events.slice(-3)]);
  };

  it("another key, and one of another size", async () => {
    const withKey =
      (hex: string) =>
      async ({ folder, keystore, out }: { folder: string; keystore: string; out: string }) => {
        await writeFile(join(folder, "another"), hex);
        return rotate(keystore, join(folder, "another"), out);
      };
    const told = [[true, ["key.refused", "ceremony.aborted", "record.sealed"]]];
    expect(await unchanged(withKey("5e".repeat(32)), { code: "wrapping-key.does-not-open" })).toEqual(told);
    expect(await unchanged(withKey("5e".repeat(24)), { code: "wrapping-key.length" })).toEqual(told);
    expect(await unchanged(withKey("zz"), { code: "wrapping-key.not-hex" })).toEqual(told);
  });

  it("a place for the new key that is taken, missing, or the backup's", async () => {
    expect(
      await unchanged(async ({ keystore, key }) => rotate(keystore, key, key), { code: "file.exists" }),
    ).toEqual([]);
    await unchanged(async ({ keystore, key }) => rotate(keystore, key, keystore), { code: "file.exists" });
    await unchanged(async ({ keystore, key }) => rotate(keystore, key, `${keystore}.lock`), {
      code: "file.exists",
    });
    await unchanged(async ({ keystore, key, folder }) => rotate(keystore, key, join(folder, "no", "key")), {
      code: "file.folder-missing",
    });
    await unchanged(
      async ({ keystore, key, folder }) => rotate(keystore, key, join(folder, "keystore.generation-1.json")),
      { code: "plan.same-path" },
    );
  });

  it("a backup's name that another file has", async () => {
    await unchanged(
      async ({ folder, keystore, key, out }) => {
        await writeFile(join(folder, "keystore.generation-1.json"), "{}");
        return rotate(keystore, key, out);
      },
      { code: "file.backup-differs" },
    );
  });

  it("a keystore that somebody else has open", async () => {
    await unchanged(
      async ({ keystore, key, out }) => {
        await writeFile(
          `${keystore}.lock`,
          JSON.stringify({ pid: process.ppid, host: hostname(), bootId: null }),
        );
        return rotate(keystore, key, out);
      },
      { code: "file.locked", pid: process.ppid },
    );
  });

  it("a keystore that is missing or none", async () => {
    await unchanged(async ({ folder, key, out }) => rotate(join(folder, "no.json"), key, out), {
      code: "file.missing",
    });
    await unchanged(async ({ folder, key, out }) => rotate(folder, key, out), { code: "file.is-folder" });
    await unchanged(async ({ key, out }) => rotate(key, key, out), { code: "keystore.not-json" });
  });

  it("a request to end that came in time", async () => {
    const { keystore, key, out, names } = await vaultFolder();
    const { status, printed } = await run(rotate(keystore, key, out), "", false, AbortSignal.abort());
    expect([status, printed]).toEqual([
      1,
      "Stopped. No key was written, the keystore is as it was, and what was entered is wiped.\n",
    ]);
    expect(await names()).toEqual(["keystore.json", "old-key.txt"]);
  });
});

it("names the newer keystore beside an older one, and the generation that an older key opens", async () => {
  const { folder, keystore, key, out } = await vaultFolder();
  await run(rotate(keystore, key, out));
  const older = join(folder, "keystore.generation-1.json");
  expect(await runJson(rotate(older, key, `${out}.2`))).toMatchObject([
    1,
    { code: "keystore.superseded", generation: 1, newer: 2, path: keystore },
  ]);
  expect(await runJson(rotate(keystore, key, `${out}.2`))).toMatchObject([
    1,
    { code: "wrapping-key.does-not-open", generation: 2, opens: 1 },
  ]);
});

it("says what a key opens that lies where the new one would go", async () => {
  const { folder, keystore, key, out } = await vaultFolder();
  const said = async (path: string) => (await run(rotate(keystore, key, path))).printed;
  expect(await said(key)).toContain("It holds the Wrapping Key of this keystore, generation 1: the ceremony");
  await writeFile(join(folder, "cut-short"), "5e".repeat(32));
  expect(await said(join(folder, "cut-short"))).toContain("a Wrapping Key that opens no keystore here");
  await writeFile(join(folder, "notes"), "no key");
  expect(await said(join(folder, "notes"))).not.toContain("It holds");
  await run(rotate(keystore, key, out));
  expect(await runJson(rotate(keystore, out, key))).toMatchObject([1, { code: "file.exists", opens: 1 }]);
});

it("names the sound copies beside a damaged keystore", async () => {
  const { folder, keystore, key, out, text } = await vaultFolder();
  await run(rotate(keystore, key, out));
  await writeFile(keystore, (await text("keystore.json")).replace("Custodian 1", "Custodian 9"));
  expect(await runJson(rotate(keystore, out, `${out}.2`))).toMatchObject([
    1,
    { code: "keystore.seal", copies: [{ path: join(folder, "keystore.generation-1.json"), generation: 1 }] },
  ]);
});

it("leaves everything as it was where the record has no room, or too long a name", async ({ skip }) => {
  const { folder, keystore, key, out, names } = await vaultFolder();
  const long = join(folder, `${"k".repeat(210)}.json`);
  await rename(keystore, long);
  expect(await runJson(rotate(long, key, out))).toMatchObject([1, { code: "file.name-too-long" }]);
  expect(await names()).toEqual([basename(long), "old-key.txt"]);
  await rename(long, keystore);
  const medium = await tinyMedium();
  if ("reason" in medium) return skip(medium.reason);
  const full = join(medium.folder, "keystore.json");
  await writeFile(full, textOf(vault(0)));
  // Of 16 pages one is left: enough for the lock, not for the record too.
  await writeFile(join(medium.folder, "other"), new Uint8Array(14 * 4096));
  expect(await runJson(rotate(full, key, out))).toMatchObject([
    1,
    { code: "file.disk-full", path: expect.stringMatching(/\.record\.jsonl$/) },
  ]);
  expect((await readdir(medium.folder)).sort()).toEqual(["keystore.json", "other"]);
  expect(await names()).toEqual(["keystore.json", "old-key.txt"]);
});

it("leaves everything as it was where the keystore's medium is full", async ({ skip }) => {
  const medium = await tinyMedium();
  if ("reason" in medium) return skip(medium.reason);
  const { key, out, names } = await vaultFolder();
  const keystore = join(medium.folder, "keystore.json");
  await writeFile(keystore, textOf(vault(0)));
  // Of 16 pages three are left: enough for the lock and the record, not for the next generation too.
  await writeFile(join(medium.folder, "other"), new Uint8Array(12 * 4096));
  expect(await runJson(rotate(keystore, key, out))).toMatchObject([
    1,
    { code: "file.disk-full", path: keystore, record: { head: expect.stringMatching(/^[0-9a-f]{64}$/) } },
  ]);
  const [record, ...others] = (await readdir(medium.folder)).sort();
  expect([record, others]).toEqual([expect.stringMatching(/\.record\.jsonl$/), ["keystore.json", "other"]]);
  expect(await readFile(keystore, "utf8")).toBe(textOf(vault(0)));
  expect(await names()).toEqual(["keystore.json", "old-key.txt"]);
});

it("leaves keystore and key as they were where the keystore's folder cannot be written", async () => {
  const { folder, keystore, key, text } = await vaultFolder();
  const elsewhere = join((await vaultFolder()).folder, "keys");
  await mkdir(elsewhere);
  await chmod(elsewhere, 0o777);
  for (const file of [keystore, key]) await chmod(file, 0o644);
  await chmod(folder, 0o555);
  const [status, answer] = await asNobody(() => runJson(rotate(keystore, key, join(elsewhere, "key"))));
  await chmod(folder, 0o755);
  expect([status, answer]).toMatchObject([1, { code: "file.denied" }]);
  expect(await text("keystore.json")).toBe(textOf(vault(0)));
});

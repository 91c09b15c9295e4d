import { randomUUID } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openWithQuorum } from "../../../../electron/ceremony/open-with-quorum";
import { commitRenewal } from "../../../../electron/ceremony/renewal/commit-renewal";
import {
  copiesOfUnreadable,
  openDamagedForRenewal,
  openDamagedWithQuorum,
  readDamagedFile,
} from "../../../../electron/ceremony/renewal/open-damaged";
import { renewDamaged } from "../../../../electron/ceremony/renewal/renew-damaged";
import { provenCommitments } from "../../../../electron/ceremony/renewal/unlisted-shares";
import { type CopyBeside, copiesOfVault, copyInstead } from "../../../../electron/contract/damaged-facts";
import { SecretBytes } from "../../../../electron/crypto/secret-bytes";
import { generationBehind } from "../../../../electron/keystore/clean-generation";
import { namedInside } from "../../../../electron/keystore/damaged";
import { fingerprintOf } from "../../../../electron/keystore/facts";
import { openWithWrappingKey } from "../../../../electron/keystore/open";
import { parseKeystore } from "../../../../electron/keystore/parse";
import { serializeKeystore } from "../../../../electron/keystore/serialize";
import { isAnchoredIn } from "../../../../electron/record/authentic";
import { openRecorder } from "../../../../electron/record/recorder";
import { verifyRecord } from "../../../../electron/record/verify-record";
import { temporaryFolder } from "../../files/temporary-folder";
import { firstLink, type Link, nextLink } from "../../keystore/chain";
import { vault } from "../../keystore/vectors";
import { alterationsOf, MARK } from "./alterations";

const now = new Date("2026-12-01T00:00:00.000Z");
const effects = { now: () => now, random: SecretBytes.random };
const recordKey = new Uint8Array(32).fill(9);

/** A vault after a reshare, in which an old sheet was destroyed, and a rotation; its shares 2 of 3. */
async function longLink(): Promise<Link> {
  const first = await firstLink();
  const reshared = await nextLink(first, { kind: "reshare", threshold: 2, custodians: 3 });
  const destroyed = { setId: first.keystore.shareSet.id, index: 2 };
  return nextLink(reshared, { kind: "rotate", bits: 192 }, [destroyed]);
}

/** Its file, damaged by `damage`, in a folder of its own. */
async function damagedVault(damage: (text: string) => string, known?: Link) {
  const link = known ?? (await longLink());
  const folder = await temporaryFolder();
  const path = join(folder, "keystore.json");
  const text = damage(Buffer.from(serializeKeystore(link.keystore)).toString("utf8"));
  await writeFile(path, text);
  return { folder, path, text, link };
}

/** The clean generation that a quorum of the vault has made of it. */
async function recovered({ path, link }: Pick<Awaited<ReturnType<typeof damagedVault>>, "path" | "link">) {
  const fingerprint = fingerprintOf(link.keystore);
  const opened = await openDamagedForRenewal(path, fingerprint);
  if (!opened.ok) throw new Error(opened.error.code);
  await opened.value.lock.release();
  const quorum = link.shares.slice(1);
  const byQuorum = await openDamagedWithQuorum(opened.value.damaged, quorum, fingerprint);
  if (!byQuorum.ok) throw new Error(byQuorum.error.code);
  const listed = opened.value.damaged.listed.flatMap(({ commitment }) => commitment ?? []);
  const commitments = [...(await provenCommitments(quorum, listed))];
  const shares = commitments.map((commitment, at) => ({ custodian: `Confirmed ${at + 1}`, commitment }));
  const ceremony = { id: randomUUID(), kind: "recover", recordKey } as const;
  const renewed = renewDamaged(
    { opened: opened.value, quorum: byQuorum.value, vaultName: "Confirmed", shares, bits: 256, ceremony },
    effects,
  );
  if (!renewed.ok) throw new Error(renewed.error.code);
  return { opened: opened.value, ceremony, ...renewed.value };
}

describe("a clean generation of a damaged keystore", () => {
  it("holds what is proven and confirmed, is sound, and opens with the new key and the same shares", async () => {
    const damaged = await damagedVault((text) => text.replace("Payments EU", "Payments FU"));
    const { keystore, opened, ceremony, wrappingKey } = await recovered(damaged);
    const { vault: before, masterKey, recoveryKey, shareSet } = damaged.link.keystore;
    const time = now.toISOString();
    expect(parseKeystore(serializeKeystore(keystore))).toEqual({ ok: true, value: keystore });
    expect(keystore).toEqual({
      format: "key-ceremony.keystore",
      version: 1,
      vault: { id: before.id, name: "Confirmed" },
      practice: false,
      generation: 4,
      previous: opened.sha256,
      createdAt: time,
      updatedAt: time,
      masterKey: { ...masterKey, createdAt: time },
      wrappingKey: { kid: keystore.wrappingKey.kid, bits: 256, createdAt: time },
      shareSet: {
        id: shareSet.id,
        threshold: 2,
        createdAt: time,
        shares: shareSet.shares.map((share, at) => ({ ...share, custodian: `Confirmed ${at + 1}` })),
      },
      retiredShareSets: [],
      ceremonies: [
        {
          id: ceremony.id,
          kind: "recover",
          at: time,
          recordKey: Buffer.from(recordKey).toString("base64url"),
        },
      ],
      encryptedKey: keystore.encryptedKey,
      recoveryKey,
      seal: keystore.seal,
    });
    expect((await openWithQuorum(keystore, damaged.link.shares.slice(0, 2))).ok).toBe(true);
    expect(openWithWrappingKey(keystore, wrappingKey).ok).toBe(true);
    expect(openWithWrappingKey(keystore, damaged.link.wrappingKey).ok).toBe(false);
  });

  it("is followed by generations that list what came since, and no more", async () => {
    const damaged = await damagedVault((text) => text.replace("Payments EU", "Payments FU"));
    const { keystore, wrappingKey } = await recovered(damaged);
    let link: Link = { ...damaged.link, keystore, wrappingKey };
    for (const step of [
      { kind: "rotate", bits: 256 },
      { kind: "reshare", threshold: 2, custodians: 4 },
      { kind: "recover", bits: 192 },
    ] as const) {
      link = await nextLink(link, step);
      expect(parseKeystore(serializeKeystore(link.keystore))).toEqual({ ok: true, value: link.keystore });
    }
    expect(link.keystore.generation).toBe(7);
    expect(link.keystore.ceremonies.map(({ kind }) => kind)).toEqual([
      "recover",
      "rotate",
      "reshare",
      "recover",
    ]);
    // And it is damaged and recovered again.
    const again = await damagedVault((text) => text.replace("Confirmed", "Changed"), link);
    expect((await recovered(again)).keystore).toMatchObject({
      generation: 8,
      ceremonies: [{ kind: "recover" }],
    });
  });

  it("goes in the damaged file's place, which is kept under a name of its own", async () => {
    const damaged = await damagedVault((text) => text.replace("Payments EU", "Payments FU"));
    const { opened, keystore, wrappingKey } = await recovered(damaged);
    expect(await commitRenewal(opened, keystore, (again) => openWithWrappingKey(again, wrappingKey))).toEqual(
      {
        ok: true,
        value: null,
      },
    );
    const kept = `keystore.damaged-${opened.sha256.slice(0, 8)}.json`;
    expect((await readdir(damaged.folder)).sort()).toEqual([kept, "keystore.json"]);
    expect(await readFile(join(damaged.folder, kept), "utf8")).toBe(damaged.text);
    expect(await openDamagedForRenewal(damaged.path, "")).toEqual({
      ok: false,
      error: { code: "ceremony.not-now" },
    });
  });

  it("calls no record authentic that the damaged file names", async () => {
    const { keystore: known } = await longLink();
    const header = {
      ceremonyId: randomUUID(),
      kind: "rotate",
      vaultId: known.vault.id,
      practice: false,
    } as const;
    const path = join(await temporaryFolder(), "forged.record.jsonl");
    const recorder = openRecorder({ ...header, parameters: null }, { path }, () => now);
    if (!recorder.ok) throw new Error(recorder.error.code);
    expect(recorder.value.seal().ok).toBe(true);
    const forged = verifyRecord(await readFile(path));
    if (!forged.ok) throw new Error(forged.error.code);
    const entry = {
      id: header.ceremonyId,
      kind: "rotate",
      at: now.toISOString(),
      recordKey: Buffer.from(recorder.value.publicKey).toString("base64url"),
    };
    for (const at of [1, 2, 3]) {
      const damaged = await damagedVault((text) => {
        const document = JSON.parse(text);
        document.ceremonies[at] = entry;
        document.generation = document.ceremonies.length;
        return JSON.stringify(document);
      });
      const { keystore } = await recovered(damaged);
      expect(isAnchoredIn(forged.value, keystore)).toEqual({
        ok: false,
        error: { code: "record.not-in-keystore" },
      });
    }
  });
});

describe("with any member altered", () => {
  /** The vault, and every change of one member of its file. */
  async function altered() {
    const link = await longLink();
    const document = JSON.parse(Buffer.from(serializeKeystore(link.keystore)).toString("utf8"));
    return { link, document, alterations: alterationsOf(document) };
  }

  it("is tried with every one of them", async () => {
    const { alterations } = await altered();
    const whole = new Set(alterations.map(({ path }) => path.join(".")));
    for (const member of [
      "version",
      "vault.id",
      "practice",
      "retiredShareSets.0.shares.1.destroyedAt",
      "seal",
    ]) {
      expect(whole).toContain(member);
    }
    expect(alterations.length).toBeGreaterThan(400);
  });

  it("nothing unproven comes into the clean generation", async () => {
    const { link, document: whole, alterations } = await altered();
    const { keystore: reference } = await recovered(
      await damagedVault((text) => text.replace("EU", "FU"), link),
    );
    const clean = shapeOf(reference);
    const known = new Set(leavesOf(reference));
    const path = join(await temporaryFolder(), "altered.json");
    const original = new Set(leavesOf(whole));
    let opened = 0;
    for (const { what, path: member, document } of alterations) {
      await writeFile(path, JSON.stringify(document));
      const made = await recovered({ path, link }).catch((refusal: Error) => refusal.message);
      if (typeof made === "string") {
        // Another format or version, or nothing that these shares open: then nothing is made of it at all.
        expect([what, made]).toEqual([what, expect.stringMatching(/^(keystore|share)\./)]);
        expect([what, ["format", "version", "recoveryKey"]]).toEqual([
          what,
          expect.arrayContaining([member[0]]),
        ]);
        continue;
      }
      opened += 1;
      expect([what, parseKeystore(serializeKeystore(made.keystore))]).toEqual([
        what,
        { ok: true, value: made.keystore },
      ]);
      // What was written in is not there, and neither is what was there but is proven by nothing.
      const foreign = leavesOf(document).filter((leaf) => !original.has(leaf));
      const kept = new Set(leavesOf(made.keystore));
      expect([what, foreign.filter((leaf) => kept.has(leaf) && !known.has(leaf))]).toEqual([what, []]);
      expect([what, JSON.stringify(made.keystore).includes(MARK)]).toEqual([what, false]);
      // But for the shares that the list no longer names, and the generation that it claims, it is always the same.
      const isListed = member[0] === "shareSet" && (member.length === 1 || member[1] === "shares");
      if (!isListed && member[0] !== "generation") {
        expect([what, shapeOf(made.keystore)]).toEqual([what, clean]);
      }
      expect(made.keystore.generation).toBeLessThanOrEqual(1_000_001);
      expect(made.keystore.generation).toBeGreaterThan(1);
    }
    expect(opened).toBeGreaterThan(350);
  });

  it("a sound copy beside is found, whatever its name, by what is inside or by the typed fingerprint", async () => {
    const { link, alterations } = await altered();
    const beside = await temporaryFolder();
    const path = join(beside, "altered.json");
    const copy = join(beside, "Kopie von gestern");
    await writeFile(copy, serializeKeystore(link.keystore));
    const fingerprint = fingerprintOf(link.keystore);
    const pathsOf = (copies: readonly CopyBeside[]) => copies.map((one) => one.path);
    for (const { what, path: member, document } of alterations) {
      const text = JSON.stringify(document);
      await writeFile(path, text);
      const intact = namedInside(Buffer.from(text)).some(({ vaultId }) => vaultId === link.keystore.vault.id);
      if (member[0] !== "recoveryKey") expect([what, intact]).toEqual([what, true]);
      const damaged = await readDamagedFile(path);
      const { copies } = damaged.ok ? damaged.value : ((await copiesOfUnreadable(path)) ?? { copies: [] });
      expect([what, pathsOf(copiesOfVault(copies, fingerprint))]).toEqual([what, [copy]]);
      if (intact) expect([what, pathsOf(copiesOfVault(copies, ""))]).toEqual([what, [copy]]);
      // What could be recovered is not: the copy comes first.
      if (intact && damaged.ok) expect([what, copyInstead(copies, "")?.path]).toEqual([what, copy]);
    }
    await writeFile(path, JSON.stringify({ ...link.keystore, ceremonies: [], generation: 99 }));
    for (const typed of ["", fingerprint]) {
      expect(await openDamagedForRenewal(path, typed)).toEqual({
        ok: false,
        error: { code: "keystore.sound-copy", generation: link.keystore.generation, path: copy },
      });
    }
  });
});

describe("the generation of a clean keystore", () => {
  it.each([
    ["what it claims", 7, [], 8],
    ["its list, where its number cannot be read", "seven", [], 4],
    ["what a sound copy of other sheets claims", 1, [2], 3],
    ["nothing that can be believed", 2 ** 53 - 1, [], 1_000_001],
    ["a million", 1_000_000, [], 1_000_001],
    ["no whole number", 1.5, [], 4],
    ["zero", 0, [], 4],
  ])("is one above %s", async (_, generation, besides, expected) => {
    const damaged = await damagedVault((text) =>
      JSON.stringify({ ...JSON.parse(text), generation, seal: "" }),
    );
    for (const claimed of besides) {
      const copy = { ...damaged.link.keystore, generation: claimed, seal: "" };
      await writeFile(join(damaged.folder, "other"), JSON.stringify(copy));
    }
    const { keystore } = await recovered(damaged);
    expect(keystore.generation).toBe(expected);
    expect(parseKeystore(serializeKeystore(keystore)).ok).toBe(true);
  });

  it("is behind the highest of all claims, and leaves room for the next ones", () => {
    expect(generationBehind([])).toBe(2);
    expect(generationBehind([3, 9, 4])).toBe(10);
    expect(generationBehind([Number.MAX_SAFE_INTEGER])).toBe(1_000_001);
  });
});

describe("a sound copy beside a damaged keystore", () => {
  it("of the same vault but other sheets comes first, and hinders no recovery with the present ones", async () => {
    const first = await firstLink();
    const link = await nextLink(first, { kind: "reshare", threshold: 2, custodians: 3 });
    const damaged = await damagedVault((text) => text.replace("EU", "FU"), link);
    const copy = join(damaged.folder, "keystore.generation-1.json");
    await writeFile(copy, serializeKeystore(first.keystore));
    const { opened, keystore } = await recovered(damaged);
    expect(copiesOfVault(opened.copies, "").map(({ path }) => path)).toEqual([copy]);
    expect(copyInstead(opened.copies, fingerprintOf(link.keystore))).toBe(null);
    expect(keystore.generation).toBe(3);
  });

  it("that has retired the damaged one’s sheets proves that it is later, and is to be used instead", async () => {
    const first = await firstLink();
    const later = await nextLink(first, { kind: "reshare", threshold: 2, custodians: 3 });
    const damaged = await damagedVault((text) => text.replace('"generation": 1', '"generation": 99'), first);
    const copy = join(damaged.folder, "present");
    await writeFile(copy, serializeKeystore(later.keystore));
    for (const typed of ["", fingerprintOf(first.keystore)]) {
      expect(await openDamagedForRenewal(damaged.path, typed)).toEqual({
        ok: false,
        error: { code: "keystore.sound-copy", generation: 2, path: copy },
      });
    }
  });

  it("that only names the vault, under a seal key of its own, is none once the fingerprint is typed", async () => {
    const link = await longLink();
    const damaged = await damagedVault((text) => text.replace("EU", "FU"), link);
    const forged = await forgedLike(link);
    await writeFile(join(damaged.folder, "forged.json"), serializeKeystore(forged.keystore));
    expect(await openDamagedForRenewal(damaged.path, "")).toMatchObject({
      error: { code: "keystore.sound-copy" },
    });
    const { opened } = await recovered(damaged);
    expect(copiesOfVault(opened.copies, fingerprintOf(link.keystore))).toEqual([]);
  });

  it("is found beside a file that is cut off, or no keystore any more", async () => {
    const link = await longLink();
    for (const damage of [
      (text: string) => text.slice(0, text.indexOf('"seal"')),
      (text: string) => text.replace("key-ceremony.keystore", "key-ceremony.keystone"),
      (text: string) => text.replace('"version": 1', '"version": 7'),
      (text: string) => text.slice(0, 300),
      (text: string) => `${text}${" ".repeat(4 * 1024 * 1024)}`,
    ]) {
      const damaged = await damagedVault(damage, link);
      expect(await copiesOfUnreadable(damaged.path)).toBe(null);
      const copy = join(damaged.folder, "elsewhere.JSON");
      await writeFile(copy, serializeKeystore(link.keystore));
      const found = await copiesOfUnreadable(damaged.path);
      expect(
        copiesOfVault(found?.copies ?? [], fingerprintOf(link.keystore)).map(({ path }) => path),
      ).toEqual([copy]);
    }
    const other = join(await temporaryFolder(), "notes.txt");
    await writeFile(other, "{}");
    expect(await copiesOfUnreadable(other)).toBe(null);
  });
});

it("refuses another vault's fingerprint, and shares of another set", async () => {
  const { path, link } = await damagedVault((text) => text.replace("Payments EU", "Payments FU"));
  const opened = await openDamagedForRenewal(path, "");
  if (!opened.ok) throw new Error(opened.error.code);
  const { damaged } = opened.value;
  const fingerprint = fingerprintOf(link.keystore);
  expect(
    await openDamagedWithQuorum(damaged, link.shares.slice(0, 2), fingerprintOf(vault(0).keystore)),
  ).toEqual({
    ok: false,
    error: { code: "keystore.other-fingerprint", fingerprint },
  });
  const other = (await firstLink()).shares.slice(0, 2);
  expect(await openDamagedWithQuorum(damaged, other, fingerprint)).toEqual({
    ok: false,
    error: { code: "share.does-not-open" },
  });
  expect(await openDamagedWithQuorum(damaged, link.shares.slice(0, 1), fingerprint)).toMatchObject({
    error: { code: "share.too-few" },
  });
});

/** Another's keystore that says it is of the same vault and share set. */
async function forgedLike(link: Link): Promise<Link> {
  return firstLink(false, { vaultId: link.keystore.vault.id, setId: link.keystore.shareSet.id });
}

/** All strings, numbers and truth values in a document. */
function leavesOf(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [value];
  return Object.values(value).flatMap(leavesOf);
}

/** A clean generation without what is new in each: keys, ids, times and the hash of what it replaces. */
function shapeOf(keystore: Link["keystore"]): string {
  const { wrappingKey, encryptedKey, seal, previous, ceremonies, ...same } = keystore;
  const entries = ceremonies.map(({ id: _, ...entry }) => entry);
  return JSON.stringify({ ...same, bits: wrappingKey.bits, ceremonies: entries });
}

import { randomUUID } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openWithQuorum } from "../../../../electron/ceremony/open-with-quorum";
import { commitRenewal } from "../../../../electron/ceremony/renewal/commit-renewal";
import {
  openDamagedForRenewal,
  openDamagedWithQuorum,
} from "../../../../electron/ceremony/renewal/open-damaged";
import { renewDamaged } from "../../../../electron/ceremony/renewal/renew-damaged";
import { provenCommitments } from "../../../../electron/ceremony/renewal/unlisted-shares";
import { SecretBytes } from "../../../../electron/crypto/secret-bytes";
import { lostMembers } from "../../../../electron/keystore/clean-generation";
import { fingerprintOf } from "../../../../electron/keystore/facts";
import { openWithWrappingKey } from "../../../../electron/keystore/open";
import { parseKeystore } from "../../../../electron/keystore/parse";
import { serializeKeystore } from "../../../../electron/keystore/serialize";
import { temporaryFolder } from "../../files/temporary-folder";
import { firstLink, type Link, nextLink } from "../../keystore/chain";
import { vault } from "../../keystore/vectors";

const now = new Date("2026-12-01T00:00:00.000Z");
const effects = { now: () => now, random: SecretBytes.random };

/** A vault after a reshare and a rotation, its shares 2 of 3, its file damaged by `damage`. */
async function damagedVault(damage: (text: string) => string) {
  const first = await firstLink();
  const reshared = await nextLink(first, { kind: "reshare", threshold: 2, custodians: 3 });
  const link: Link = await nextLink(reshared, { kind: "rotate", bits: 192 });
  const folder = await temporaryFolder();
  const path = join(folder, "keystore.json");
  const text = damage(Buffer.from(serializeKeystore(link.keystore)).toString("utf8"));
  await writeFile(path, text);
  return { folder, path, text, link };
}

async function recovered({ path, link }: Awaited<ReturnType<typeof damagedVault>>) {
  const opened = await openDamagedForRenewal(path);
  if (!opened.ok) throw new Error(opened.error.code);
  const quorum = link.shares.slice(1);
  const byQuorum = await openDamagedWithQuorum(opened.value.damaged, quorum, fingerprintOf(link.keystore));
  if (!byQuorum.ok) throw new Error(byQuorum.error.code);
  const listed = opened.value.damaged.listed.flatMap(({ commitment }) => commitment ?? []);
  const commitments = [...(await provenCommitments(quorum, listed))];
  const shares = commitments.map((commitment, at) => ({ custodian: `Confirmed ${at + 1}`, commitment }));
  const ceremony = { id: randomUUID(), kind: "recover", recordKey: new Uint8Array(32).fill(9) } as const;
  const renewed = renewDamaged(
    { opened: opened.value, quorum: byQuorum.value, vaultName: "Payments EU", shares, bits: null, ceremony },
    effects,
  );
  if (!renewed.ok) throw new Error(renewed.error.code);
  const set = { ...byQuorum.value.set, shares };
  const lost = lostMembers(opened.value.damaged, set);
  return { opened: opened.value, ceremony, lost, ...renewed.value };
}

describe("a clean generation of a damaged keystore", () => {
  it("keeps what stands, is sound, and opens with the new key and the same shares", async () => {
    const damaged = await damagedVault((text) => text.replace("Payments EU", "Payments FU"));
    const { keystore, lost, wrappingKey } = await recovered(damaged);
    const before = damaged.link.keystore;
    expect(lost).toEqual([]);
    expect(parseKeystore(serializeKeystore(keystore))).toEqual({ ok: true, value: keystore });
    const { vault, createdAt, masterKey, retiredShareSets, recoveryKey } = before;
    expect(keystore).toMatchObject({
      vault,
      createdAt,
      masterKey,
      retiredShareSets,
      recoveryKey,
      generation: 4,
    });
    expect(keystore.ceremonies.slice(0, 3)).toEqual(before.ceremonies);
    expect(keystore.wrappingKey.bits).toBe(192);
    expect(keystore.shareSet.shares.map(({ custodian }) => custodian)).toEqual([
      "Confirmed 1",
      "Confirmed 2",
      "Confirmed 3",
    ]);
    expect((await openWithQuorum(keystore, damaged.link.shares.slice(0, 2))).ok).toBe(true);
    expect(openWithWrappingKey(keystore, wrappingKey).ok).toBe(true);
    expect(openWithWrappingKey(keystore, damaged.link.wrappingKey).ok).toBe(false);
  });

  it("lets one entry stand for a history that cannot be read, and says so", async () => {
    const damaged = await damagedVault((text) =>
      text
        .replace('"kind": "reshare"', '"kind": "generate"')
        .replace(/"createdAt": "2026/, '"createdAt": "x026'),
    );
    const { keystore, lost, ceremony } = await recovered(damaged);
    expect(lost).toEqual(["ceremonies", "createdAt"]);
    expect(keystore).toMatchObject({ generation: 2, createdAt: now.toISOString() });
    expect(keystore.ceremonies.map(({ id, kind }) => [id, kind])).toEqual([
      [ceremony.id, "generate"],
      [ceremony.id, "recover"],
    ]);
    expect(parseKeystore(serializeKeystore(keystore)).ok).toBe(true);
  });

  it("leaves out retired sets that contradict the present one, and a share whose commitment is broken", async () => {
    const damaged = await damagedVault((text) => {
      const document = JSON.parse(text);
      document.retiredShareSets[0].id = document.shareSet.id;
      document.shareSet.shares[0].commitment = "f".repeat(64);
      return JSON.stringify(document);
    });
    const { keystore, lost } = await recovered(damaged);
    expect(lost).toEqual(["retiredShareSets"]);
    expect(keystore.shareSet.shares).toHaveLength(2);
    expect(parseKeystore(serializeKeystore(keystore)).ok).toBe(true);
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
    await opened.lock.release();
    const kept = `keystore.damaged-${opened.sha256.slice(0, 8)}.json`;
    expect((await readdir(damaged.folder)).sort()).toEqual([kept, "keystore.json"]);
    expect(await readFile(join(damaged.folder, kept), "utf8")).toBe(damaged.text);
    expect(await openDamagedForRenewal(damaged.path)).toEqual({
      ok: false,
      error: { code: "ceremony.not-now" },
    });
  });
});

it("refuses another vault's fingerprint, and shares of another set", async () => {
  const { path, link } = await damagedVault((text) => text.replace("Payments EU", "Payments FU"));
  const opened = await openDamagedForRenewal(path);
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

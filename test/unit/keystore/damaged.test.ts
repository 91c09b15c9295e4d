import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { vaultFingerprint } from "../../../electron/crypto/signing";
import { openDamaged, readDamaged } from "../../../electron/keystore/damaged";
import { textOf, utf8, vault } from "./vectors";

const vector = vault(0);
const { keystore } = vector;
const fingerprint = vaultFingerprint(Buffer.from(keystore.masterKey.sealKey, "base64url"));
const recoveryKey = () => SecretBytes.copyOf(Buffer.from(vector.recoveryKey, "hex"));
const set = { setId: keystore.shareSet.id, practice: false };

/** The vector's file with some members changed or, where undefined, taken out; the seal as it was. */
function damagedBy(changes: object) {
  const read = readDamaged(utf8(JSON.stringify({ ...keystore, ...changes })));
  if (!read.ok || read.value === null) throw new Error("Not damaged.");
  return read.value;
}

it("is nothing for a keystore that is sound", () => {
  expect(readDamaged(utf8(textOf(vector)))).toEqual({ ok: true, value: null });
});

it("shows what stands where only the seal fails", () => {
  const vaultNow = { ...keystore.vault, name: "Payments US" };
  const { refusal, broken, unproven, listed } = damagedBy({ vault: vaultNow });
  expect(refusal).toEqual({ code: "keystore.seal" });
  expect(broken).toEqual([]);
  expect(unproven).toMatchObject({ vault: vaultNow, generation: 1, shareSet: keystore.shareSet });
  expect(listed).toEqual(
    keystore.shareSet.shares.map(({ custodian, commitment }) => ({ custodian, commitment })),
  );
});

it("names what is missing or broken, and makes out what it can of the share set", () => {
  const shares: unknown[] = keystore.shareSet.shares.map((share) => ({ ...share }));
  shares[1] = { index: 2, custodian: "Bob", commitment: "zz" };
  shares[2] = 7;
  shares[3] = { commitment: keystore.shareSet.shares[3]?.commitment };
  const { broken, unproven, listed } = damagedBy({
    shareSet: { ...keystore.shareSet, shares },
    createdAt: "yesterday",
    encryptedKey: undefined,
    seal: undefined,
  });
  expect(broken).toEqual(["createdAt", "shareSet", "encryptedKey", "seal"]);
  expect(unproven).not.toHaveProperty("shareSet");
  expect(listed.slice(1, 4)).toEqual([
    { custodian: "Bob", commitment: null },
    { custodian: null, commitment: null },
    { custodian: null, commitment: keystore.shareSet.shares[3]?.commitment },
  ]);
});

it("refuses what a quorum could not open, and what is no keystore of this version", () => {
  const refusal = (text: string) => readDamaged(utf8(text));
  expect(refusal(JSON.stringify({ ...keystore, recoveryKey: undefined }))).toEqual({
    ok: false,
    error: { code: "keystore.no-recovery-key" },
  });
  const { tag: _, ...tagless } = keystore.recoveryKey;
  expect(refusal(JSON.stringify({ ...keystore, recoveryKey: tagless }))).toMatchObject({
    error: { code: "keystore.no-recovery-key" },
  });
  expect(refusal(textOf(vector).slice(0, 900))).toMatchObject({ error: { code: "keystore.not-json" } });
  expect(refusal(JSON.stringify({ ...keystore, version: 2 }))).toMatchObject({
    error: { code: "keystore.newer-version" },
  });
  expect(refusal("[]")).toMatchObject({ error: { code: "keystore.other-format" } });
});

it("refuses a file whose recoveryKey does not say whose it is, for then no record could", () => {
  const header = JSON.parse(Buffer.from(keystore.recoveryKey.protected, "base64url").toString());
  const withHeader = (text: string) => {
    const recoveryKey = { ...keystore.recoveryKey, protected: Buffer.from(text).toString("base64url") };
    return readDamaged(utf8(JSON.stringify({ ...keystore, recoveryKey })));
  };
  const { vault: _, ...nameless } = header;
  for (const text of [
    "",
    "{",
    "[]",
    JSON.stringify(nameless),
    JSON.stringify({ ...header, vault: "Payments" }),
  ]) {
    expect(withHeader(text)).toEqual({ ok: false, error: { code: "keystore.no-recovery-key" } });
  }
});

it("says by recoveryKey's header whose vault it is, whatever the metadata says", () => {
  const vault = { ...keystore.vault, id: "6ad0e97c-1205-4807-b070-bfefa725dc90" };
  expect(damagedBy({ vault, seal: undefined }).vaultId).toBe(keystore.vault.id);
  expect(damagedBy({ vault: undefined }).vaultId).toBe(keystore.vault.id);
});

describe("opened with a quorum's Recovery Key", () => {
  it("proves vault and set, whatever the metadata says", () => {
    const other = { ...keystore.vault, id: "6ad0e97c-1205-4807-b070-bfefa725dc90" };
    const damaged = damagedBy({ vault: other, masterKey: undefined, practice: true });
    const opened = openDamaged(damaged, recoveryKey(), set, fingerprint);
    expect(opened).toMatchObject({ ok: true, value: { vaultId: keystore.vault.id } });
    expect(opened.ok && opened.value.masterKey.use((key) => Buffer.from(key).toString("hex"))).toBe(
      vector.masterKey,
    );
  });

  it("refuses another key, another set and another vault's fingerprint", () => {
    const damaged = damagedBy({ seal: undefined });
    const doesNotOpen = { ok: false, error: { code: "share.does-not-open" } };
    expect(openDamaged(damaged, SecretBytes.random(32), set, fingerprint)).toEqual(doesNotOpen);
    expect(openDamaged(damaged, recoveryKey(), { ...set, setId: "00000000" }, fingerprint)).toEqual(
      doesNotOpen,
    );
    expect(openDamaged(damaged, recoveryKey(), { ...set, practice: true }, fingerprint)).toEqual(doesNotOpen);
    expect(openDamaged(damaged, recoveryKey(), set, "0".repeat(32))).toEqual({
      ok: false,
      error: { code: "keystore.other-fingerprint", fingerprint },
    });
  });

  it("refuses a recoveryKey in which anything was changed", () => {
    for (const member of ["protected", "iv", "ciphertext", "tag"] as const) {
      const text = keystore.recoveryKey[member];
      const bytes = Buffer.from(text, "base64url");
      bytes[3] = (bytes[3] ?? 0) ^ 1;
      const damaged = damagedBy({
        recoveryKey: { ...keystore.recoveryKey, [member]: bytes.toString("base64url") },
      });
      expect(openDamaged(damaged, recoveryKey(), set, fingerprint)).toMatchObject({
        error: { code: "share.does-not-open" },
      });
    }
  });
});

it("is read without a crash, whatever happened to the file", () => {
  const bytes = utf8(textOf(vector));
  fc.assert(
    fc.property(
      fc.array(fc.record({ at: fc.nat(bytes.length - 1), byte: fc.integer({ min: 32, max: 126 }) }), {
        maxLength: 4,
      }),
      (slips) => {
        const copy = Uint8Array.from(bytes);
        for (const { at, byte } of slips) copy[at] = byte;
        const read = readDamaged(copy);
        if (!read.ok) expect(read.error.code).toMatch(/^keystore\./);
        else if (read.value !== null) {
          const opened = openDamaged(read.value, recoveryKey(), set, fingerprint);
          if (opened.ok) expect(opened.value.vaultId).toBe(keystore.vault.id);
        }
      },
    ),
    { numRuns: 300 },
  );
});

import { describe, expect, it } from "vitest";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { openWithRecoveryKey, openWithWrappingKey } from "../../../electron/keystore/open";
import { resealed } from "./resealed";
import { vault, vaults } from "./vectors";

const secret = (hex: string) => SecretBytes.copyOf(Buffer.from(hex, "hex"));
const hexOf = (key: SecretBytes) => key.use((bytes) => Buffer.from(bytes).toString("hex"));

describe.each(vaults)(
  "the vector $keystore.vault.name",
  ({ keystore, masterKey, wrappingKey, recoveryKey }) => {
    it("opens with its Wrapping Key", () => {
      const opened = openWithWrappingKey(keystore, secret(wrappingKey));
      expect(opened.ok && hexOf(opened.value)).toBe(masterKey);
    });

    it("opens with its Recovery Key", () => {
      const opened = openWithRecoveryKey(keystore, secret(recoveryKey));
      expect(opened.ok && hexOf(opened.value)).toBe(masterKey);
    });

    it("does not open with other keys", () => {
      const other = SecretBytes.random(keystore.wrappingKey.bits / 8);
      expect(openWithWrappingKey(keystore, other)).toEqual({
        ok: false,
        error: { code: "wrapping-key.does-not-open" },
      });
      expect(openWithRecoveryKey(keystore, SecretBytes.random(32))).toEqual({
        ok: false,
        error: { code: "share.does-not-open" },
      });
    });
  },
);

it("names the length of a key of the other size", () => {
  expect(openWithWrappingKey(vault(1).keystore, secret(vault(0).wrappingKey))).toEqual({
    ok: false,
    error: { code: "wrapping-key.length", length: 64, expected: 48 },
  });
});

describe("with the right key, and a seal that holds,", () => {
  const { keystore, wrappingKey, recoveryKey } = vault(0);
  const altered = (member: string) => ({ ok: false, error: { code: "keystore.altered", member } });

  it("another ciphertext is told", () => {
    const tag = "A".repeat(22);
    const changed = resealed(vault(0), {
      encryptedKey: { ...keystore.encryptedKey, tag },
      recoveryKey: { ...keystore.recoveryKey, tag },
    });
    expect(openWithWrappingKey(changed, secret(wrappingKey))).toEqual(altered("encryptedKey"));
    expect(openWithRecoveryKey(changed, secret(recoveryKey))).toEqual(altered("recoveryKey"));
  });

  it("another Master Key's facts are told", () => {
    const kid = { ...keystore, masterKey: { ...keystore.masterKey, kid: "0".repeat(16) } };
    expect(openWithWrappingKey(kid, secret(wrappingKey))).toEqual(altered("masterKey.kid"));
    const { sealKey } = vault(1).keystore.masterKey;
    const seal = { ...keystore, masterKey: { ...keystore.masterKey, sealKey } };
    expect(openWithRecoveryKey(seal, secret(recoveryKey))).toEqual(altered("masterKey.sealKey"));
  });
});

import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { toBase64url } from "../../../electron/crypto/base64url";
import { kid } from "../../../electron/crypto/kid";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { sealPair, vaultFingerprint } from "../../../electron/crypto/signing";
import { combine } from "../../../electron/crypto/split";
import { unwrap } from "../../../electron/crypto/wrap";
import vectors from "../../vectors/keystores.json";
import { subsets } from "../subsets";

const secret = (hex: string) => SecretBytes.take(Buffer.from(hex, "hex"));

describe.each(vectors.vaults)("the vault $keystore.vault.name, made by another implementation", (vault) => {
  const masterKey = secret(vault.masterKey);

  test("kids, seal key and both wrapped keys", () => {
    expect(kid(masterKey)).toBe(vault.keystore.masterKey.kid);
    expect(kid(secret(vault.wrappingKey))).toBe(vault.keystore.wrappingKey.kid);
    expect(toBase64url(sealPair(masterKey).publicKey)).toBe(vault.keystore.masterKey.sealKey);
    expect(unwrap(vault.keystore.encryptedKey, secret(vault.wrappingKey))?.equals(masterKey)).toBe(true);
    expect(unwrap(vault.keystore.recoveryKey, secret(vault.recoveryKey))?.equals(masterKey)).toBe(true);
  });

  test("the vault fingerprint is the start of the seal key's hash", () => {
    const sealKey = Buffer.from(vault.keystore.masterKey.sealKey, "base64url");
    const hash = createHash("sha256").update(sealKey).digest("hex");
    expect(vaultFingerprint(new Uint8Array(sealKey))).toBe(hash.slice(0, 32));
  });

  test("every quorum gives the Recovery Key, and one share fewer does not", async () => {
    const recoveryKey = secret(vault.recoveryKey);
    const points = vault.shares.map((share) => secret(share.y + share.x.toString(16).padStart(2, "0")));
    const { threshold } = vault.keystore.shareSet;
    for (const quorum of subsets(points, threshold)) {
      expect((await combine(quorum)).equals(recoveryKey)).toBe(true);
    }
    for (const tooFew of subsets(points, threshold - 1)) {
      if (tooFew.length === 1) await expect(combine(tooFew)).rejects.toThrow("at least 2");
      else expect((await combine(tooFew)).equals(recoveryKey)).toBe(false);
    }
  });
});

import type { KeystoreFacts } from "../contract/keystore-facts";
import { fromBase64url } from "../crypto/base64url";
import { vaultFingerprint } from "../crypto/signing";
import { unaccounted } from "./destroyed";
import type { Keystore } from "./document";
import type { KeystoreFile } from "./file";

/** The public facts of a keystore that was read from `path`, for screens. */
export function keystoreFacts(path: string, file: KeystoreFile): KeystoreFacts {
  const { keystore, readableByOthers } = file;
  return {
    path,
    vaultId: keystore.vault.id,
    vaultName: keystore.vault.name,
    practice: keystore.practice,
    generation: keystore.generation,
    vaultFingerprint: fingerprintOf(keystore),
    masterKeyKid: keystore.masterKey.kid,
    wrappingKeyKid: keystore.wrappingKey.kid,
    wrappingKeyBits: keystore.wrappingKey.bits,
    setId: keystore.shareSet.id,
    threshold: keystore.shareSet.threshold,
    custodians: keystore.shareSet.shares.map(({ index, custodian }) => ({ index, name: custodian })),
    retiredSets: keystore.retiredShareSets.map((set) => ({
      id: set.id,
      threshold: set.threshold,
      retiredAt: set.retiredAt,
      sheets: set.shares.map(({ index, custodian, destroyedAt = null }) => ({
        index,
        custodian,
        destroyedAt,
      })),
      quorumAtLarge: unaccounted(set).length >= set.threshold,
    })),
    ceremonies: keystore.ceremonies.map(({ id, kind, at }) => ({ id, kind, at })),
    createdAt: keystore.createdAt,
    updatedAt: keystore.updatedAt,
    readableByOthers,
  };
}

/** The vault fingerprint (32 hex) that people compare with the one on their sheets. */
export function fingerprintOf(keystore: Keystore): string {
  const sealKey = fromBase64url(keystore.masterKey.sealKey);
  if (sealKey === null) throw new Error("A parsed keystore has a canonical seal key.");
  return vaultFingerprint(sealKey);
}

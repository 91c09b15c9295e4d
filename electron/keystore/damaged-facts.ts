import type { DamagedFacts } from "../contract/damaged-facts";
import { fromBase64url } from "../crypto/base64url";
import { vaultFingerprint } from "../crypto/signing";
import type { DamagedKeystore } from "./damaged";

/** What the damaged keystore at `path` says, for screens; it will be kept as `keptAs`. */
export function damagedFacts(path: string, keptAs: string, damaged: DamagedKeystore): DamagedFacts {
  const { refusal, broken, practice, unproven, listed } = damaged;
  const { vault, masterKey, shareSet } = unproven;
  const sealKey = masterKey === undefined ? null : fromBase64url(masterKey.sealKey);
  return {
    path,
    refusal,
    broken,
    practice,
    vaultId: vault?.id ?? null,
    vaultName: vault?.name ?? null,
    vaultFingerprint: sealKey === null ? null : vaultFingerprint(sealKey),
    generation: unproven.generation ?? null,
    wrappingKeyBits: unproven.wrappingKey?.bits ?? null,
    setId: shareSet?.id ?? null,
    threshold: shareSet?.threshold ?? null,
    custodians: listed.map(({ custodian }) => custodian),
    createdAt: unproven.createdAt ?? null,
    updatedAt: unproven.updatedAt ?? null,
    keptAs,
  };
}

import type { DamagedFacts } from "../contract/damaged-facts";
import { fromBase64url } from "../crypto/base64url";
import { vaultFingerprint } from "../crypto/signing";
import { generationBehind } from "./clean-generation";
import type { DamagedKeystore } from "./damaged";

/** A damaged keystore, and the file that it was read from. */
interface DamagedFile {
  readonly path: string;
  /** 64 hex. */
  readonly sha256: string;
  readonly keptAs: string;
  readonly damaged: DamagedKeystore;
  /** The generations that it and its copies claim. */
  readonly claims: readonly number[];
}

/** What a damaged keystore says, for screens. */
export function damagedFacts({ path, sha256, keptAs, damaged, claims }: DamagedFile): DamagedFacts {
  const { refusal, broken, practice, unproven, listed } = damaged;
  const { vault, masterKey, shareSet } = unproven;
  const sealKey = masterKey === undefined ? null : fromBase64url(masterKey.sealKey);
  return {
    path,
    sha256,
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
    ceremonies: unproven.ceremonies?.length ?? null,
    retiredSets: unproven.retiredShareSets?.length ?? null,
    becomes: generationBehind(claims),
    keptAs,
  };
}

import { writtenTime } from "../contract/time";
import { toBase64url } from "../crypto/base64url";
import { kid } from "../crypto/kid";
import type { SecretBytes } from "../crypto/secret-bytes";
import { sealPair } from "../crypto/signing";
import { type Jwe, wrap } from "../crypto/wrap";
import type { ProvenByRecovery } from "./damaged";
import type { Keystore } from "./document";
import {
  ceremonyMember,
  type NewCeremony,
  type NewShareSet,
  shareSetMember,
  wrappingKeyMember,
} from "./members";
import { encryptedKeyHeader } from "./protected-header";
import { sealKeystore } from "./seal";

/** What a clean generation of a damaged keystore is made of. The keys stay the caller's, to wipe. */
export interface CleanGeneration {
  /** The only member of the damaged file that is taken over: opening it has proven it. */
  readonly recoveryKey: Jwe;
  /** Of the damaged file, 64 hex. */
  readonly sha256: string;
  /** By generationBehind. */
  readonly generation: number;
  readonly proven: ProvenByRecovery;
  readonly practice: boolean;
  /** The quorum's word: the vault's name went through readName. */
  readonly vaultName: string;
  /** The set that the quorum's shares belong to; only shares whose commitment was proven. */
  readonly shareSet: NewShareSet;
  /** New, 24 or 32 bytes. */
  readonly wrappingKey: SecretBytes;
  readonly now: Date;
  readonly ceremony: NewCeremony<"recover">;
}

/**
 * The generation that follows a damaged keystore, sealed (FORMATS §3, A clean generation). It holds what the Master Key
 * and the quorum's split prove, and what the quorum has confirmed; `recoveryKey` stays byte for byte. Nothing else of
 * the damaged file is in it: it lists this ceremony alone and no retired set, and all its times are now.
 */
export function cleanGeneration(input: CleanGeneration): Keystore {
  const { proven, wrappingKey, practice, recoveryKey } = input;
  const { masterKey } = proven;
  const now = writtenTime(input.now);
  const sealKey = sealPair(masterKey);
  try {
    const facts = {
      vault: { id: proven.vaultId, name: input.vaultName },
      practice,
      generation: input.generation,
      previous: input.sha256,
      createdAt: now,
      updatedAt: now,
      masterKey: { kid: kid(masterKey), sealKey: toBase64url(sealKey.publicKey), createdAt: now },
      wrappingKey: wrappingKeyMember(wrappingKey, now),
      shareSet: shareSetMember(input.shareSet, now),
      retiredShareSets: [],
      ceremonies: [ceremonyMember(input.ceremony, now)],
    };
    const document = {
      format: "key-ceremony.keystore",
      version: 1,
      ...facts,
      encryptedKey: wrap(masterKey, wrappingKey, encryptedKeyHeader(facts)),
      recoveryKey,
    } as const;
    return sealKeystore(document, sealKey);
  } finally {
    sealKey.wipe();
  }
}

/**
 * The highest generation that is believed of a claim: a ceremony an hour for a century. What a damaged file claims is
 * proven by nothing, and behind the largest number there is no room for a next generation.
 */
const HIGHEST_CLAIM = 1_000_000;

/**
 * The generation behind all that these claims name, at least 2. A claim beyond what is believed counts as the highest
 * that is: so the clean generation never seems older than a sound one.
 */
export function generationBehind(claims: readonly number[]): number {
  return Math.max(1, ...claims.map((claim) => Math.min(claim, HIGHEST_CLAIM))) + 1;
}

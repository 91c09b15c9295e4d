import type { LostMember } from "../contract/damaged-facts";
import { toBase64url } from "../crypto/base64url";
import { kid } from "../crypto/kid";
import type { SecretBytes } from "../crypto/secret-bytes";
import { sealPair } from "../crypto/signing";
import { wrap } from "../crypto/wrap";
import type { DamagedKeystore, ProvenByRecovery } from "./damaged";
import type { CeremonyEntry, Keystore } from "./document";
import {
  ceremonyMember,
  type NewCeremony,
  type NewShareSet,
  shareSetMember,
  wrappingKeyMember,
} from "./members";
import { encryptedKeyHeader } from "./protected-header";
import { brokenSets } from "./rules";
import { sealKeystore } from "./seal";

/** What a clean generation of a damaged keystore is made of. The keys stay the caller's, to wipe. */
export interface CleanGeneration {
  readonly damaged: DamagedKeystore;
  /** Of the damaged file, 64 hex. */
  readonly sha256: string;
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
 * The generation that follows a damaged keystore, sealed. Proven by the Master Key or confirmed by the quorum: vault,
 * practice, share set, keys. `recoveryKey` stays byte for byte. Kept as it stands, though nothing proves it: times,
 * the ceremonies and the retired sets, but for what lostMembers names. Of a history that is lost, one entry of kind
 * generate stands for all of it, with the id and the record key of the recover entry that follows.
 */
export function cleanGeneration(input: CleanGeneration): Keystore {
  const { damaged, proven, wrappingKey, practice, shareSet } = input;
  const { masterKey } = proven;
  const { unproven } = damaged;
  const now = input.now.toISOString();
  const lost = lostMembers(damaged, shareSet);
  const createdAt = unproven.createdAt ?? now;
  const ceremonies = [...formerCeremonies(input, createdAt, lost), ceremonyMember(input.ceremony, now)];
  const sealKey = sealPair(masterKey);
  try {
    const facts = {
      vault: { id: proven.vaultId, name: input.vaultName },
      practice,
      generation: ceremonies.length,
      previous: input.sha256,
      createdAt,
      updatedAt: now,
      masterKey: {
        kid: kid(masterKey),
        sealKey: toBase64url(sealKey.publicKey),
        createdAt: unproven.masterKey?.createdAt ?? createdAt,
      },
      wrappingKey: wrappingKeyMember(wrappingKey, now),
      shareSet: shareSetMember(shareSet, unproven.shareSet?.createdAt ?? createdAt),
      retiredShareSets: lost.includes("retiredShareSets") ? [] : (unproven.retiredShareSets ?? []),
      ceremonies,
    };
    const document = {
      format: "key-ceremony.keystore",
      version: 1,
      ...facts,
      encryptedKey: wrap(masterKey, wrappingKey, encryptedKeyHeader(facts)),
      recoveryKey: damaged.recoveryKey,
    } as const;
    return sealKeystore(document, sealKey);
  } finally {
    sealKey.wipe();
  }
}

/**
 * What a clean generation with this share set could not keep of a damaged keystore: what is broken, and what no
 * keystore may say. Of the share set its names do not matter, so that people are told before they confirm them.
 */
export function lostMembers(
  { unproven }: Pick<DamagedKeystore, "unproven">,
  shareSet: NewShareSet,
): readonly LostMember[] {
  const { ceremonies, retiredShareSets, createdAt } = unproven;
  const isHistory = ceremonies?.every(({ kind }, at) => (kind === "generate") === (at === 0)) === true;
  const named = shareSet.shares.map(({ commitment }, at) => ({ custodian: String(at + 1), commitment }));
  const present = shareSetMember({ ...shareSet, shares: named }, "");
  const setsStand =
    retiredShareSets !== undefined && brokenSets({ shareSet: present, retiredShareSets }) === null;
  return [
    ...(isHistory ? [] : (["ceremonies"] as const)),
    ...(setsStand ? [] : (["retiredShareSets"] as const)),
    ...(createdAt === undefined ? (["createdAt"] as const) : []),
  ];
}

function formerCeremonies(
  { damaged, ceremony }: CleanGeneration,
  createdAt: string,
  lost: readonly LostMember[],
): readonly CeremonyEntry[] {
  const { ceremonies = [] } = damaged.unproven;
  return lost.includes("ceremonies")
    ? [ceremonyMember({ ...ceremony, kind: "generate" }, createdAt)]
    : ceremonies;
}

import { toBase64url } from "../crypto/base64url";
import { kid } from "../crypto/kid";
import type { SecretBytes } from "../crypto/secret-bytes";
import { sealPair } from "../crypto/signing";
import { wrap } from "../crypto/wrap";
import type { DamagedKeystore, ProvenByRecovery, Unproven } from "./damaged";
import type { CeremonyEntry, Keystore, RetiredShareSet } from "./document";
import {
  ceremonyMember,
  type NewCeremony,
  type NewShareSet,
  shareSetMember,
  wrappingKeyMember,
} from "./members";
import { encryptedKeyHeader } from "./protected-header";
import { brokenRule } from "./rules";
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

/** What could not be kept: each is said to the people before they confirm. */
export type LostMember = "ceremonies" | "retiredShareSets" | "createdAt";

/**
 * The generation that follows a damaged keystore, sealed. Proven by the Master Key or confirmed by the quorum: vault,
 * practice, share set, keys. `recoveryKey` stays byte for byte. Kept as it stands, though nothing proves it: times,
 * the ceremonies and the retired sets, where they are whole. Of a history that is not, one entry of kind generate stands
 * for all of it, with the id and the record key of the recover entry that follows.
 */
export function cleanGeneration(input: CleanGeneration): {
  readonly keystore: Keystore;
  readonly lost: readonly LostMember[];
} {
  const { unproven } = input.damaged;
  const now = input.now.toISOString();
  const createdAt = unproven.createdAt ?? now;
  const history = historyOf(unproven, ceremonyMember({ ...input.ceremony, kind: "generate" }, createdAt));
  const withSets = sealed(input, history.entries, unproven.retiredShareSets ?? []);
  const setsAreKept = unproven.retiredShareSets !== undefined && brokenRule(withSets) === null;
  return {
    keystore: setsAreKept ? withSets : sealed(input, history.entries, []),
    lost: [
      ...(history.isKept ? [] : (["ceremonies"] as const)),
      ...(setsAreKept ? [] : (["retiredShareSets"] as const)),
      ...(unproven.createdAt === undefined ? (["createdAt"] as const) : []),
    ],
  };
}

/** The ceremonies up to now: as they stand, if they could be those of a keystore. */
function historyOf(
  { ceremonies }: Unproven,
  standIn: CeremonyEntry,
): { readonly entries: readonly CeremonyEntry[]; readonly isKept: boolean } {
  const isKept = ceremonies?.every(({ kind }, at) => (kind === "generate") === (at === 0)) === true;
  return isKept ? { entries: ceremonies, isKept } : { entries: [standIn], isKept: false };
}

function sealed(
  input: CleanGeneration,
  history: readonly CeremonyEntry[],
  retiredShareSets: readonly RetiredShareSet[],
): Keystore {
  const { damaged, proven, wrappingKey, practice } = input;
  const { masterKey } = proven;
  const { unproven } = damaged;
  const now = input.now.toISOString();
  const createdAt = unproven.createdAt ?? now;
  const ceremonies = [...history, ceremonyMember(input.ceremony, now)];
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
      shareSet: shareSetMember(input.shareSet, unproven.shareSet?.createdAt ?? createdAt),
      retiredShareSets,
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

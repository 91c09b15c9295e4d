import { writtenTime } from "../contract/time";
import { kid } from "../crypto/kid";
import type { SecretBytes } from "../crypto/secret-bytes";
import { sealPair } from "../crypto/signing";
import { wrap } from "../crypto/wrap";
import { type Destruction, withDestroyed } from "./destroyed";
import type { Keystore, RetiredShareSet, UnsealedKeystore } from "./document";
import {
  ceremonyMember,
  type NewCeremony,
  type NewShareSet,
  shareSetMember,
  wrappingKeyMember,
} from "./members";
import { encryptedKeyHeader, recoveryKeyHeader } from "./protected-header";
import { sealKeystore } from "./seal";

/** A new Wrapping Key: 32 bytes, or 24. Only who was asked for another size gives one. */
export interface WrappingKeyChange {
  readonly kind: "recover" | "rotate";
  readonly wrappingKey: SecretBytes;
}

/** A new share set: the split of `recoveryKey`, 32 bytes. The former set is retired. */
export interface ShareSetChange extends NewShareSet {
  readonly kind: "reshare";
  readonly recoveryKey: SecretBytes;
}

/** What a ceremony changes. The key in it stays the caller's, to wipe. */
export type Change = WrappingKeyChange | ShareSetChange;

export type ChangeKind = Change["kind"];

/** Which generation is followed, and the ceremony that does it. */
export interface Succession {
  readonly keystore: Keystore;
  /** Of the file it was read from, 64 hex: the next one's `previous`. */
  readonly sha256: string;
  /** 32 bytes, the caller's to wipe. */
  readonly masterKey: SecretBytes;
  readonly now: Date;
  readonly ceremony: Omit<NewCeremony, "kind">;
  /** Sheets of retired sets, the one retired now among them, whose destruction was witnessed. */
  readonly destroyed: readonly Destruction[];
}

/**
 * The generation that follows `keystore` (FORMATS §3, What a ceremony may change), sealed. Whatever the change does
 * not name stays value for value: a new Wrapping Key leaves `recoveryKey` and `shareSet` as they are, a new share
 * set leaves `wrappingKey` and `encryptedKey`.
 */
export function nextGeneration(succession: Succession, change: Change): Keystore {
  const { keystore, sha256, masterKey, ceremony, destroyed } = succession;
  const now = writtenTime(succession.now);
  const { seal: _, ...before } = keystore;
  const changed =
    change.kind === "reshare"
      ? withShareSet(before, masterKey, change, now)
      : withWrappingKey(before, masterKey, change.wrappingKey, now);
  const sealKey = sealPair(masterKey);
  try {
    return sealKeystore(
      {
        ...changed,
        generation: keystore.generation + 1,
        previous: sha256,
        updatedAt: now,
        retiredShareSets: withDestroyed(changed.retiredShareSets, destroyed, now),
        ceremonies: [...keystore.ceremonies, ceremonyMember({ ...ceremony, kind: change.kind }, now)],
      },
      sealKey,
    );
  } finally {
    sealKey.wipe();
  }
}

function withWrappingKey(
  before: UnsealedKeystore,
  masterKey: SecretBytes,
  key: SecretBytes,
  now: string,
): UnsealedKeystore {
  const facts = { ...before, wrappingKey: wrappingKeyMember(key, now) };
  return { ...facts, encryptedKey: wrap(masterKey, key, encryptedKeyHeader(facts)) };
}

function withShareSet(
  before: UnsealedKeystore,
  masterKey: SecretBytes,
  change: ShareSetChange,
  now: string,
): UnsealedKeystore {
  const { id, threshold, createdAt, shares } = before.shareSet;
  const retired: RetiredShareSet = { id, threshold, createdAt, retiredAt: now, shares };
  const facts = {
    ...before,
    shareSet: shareSetMember(change, now),
    retiredShareSets: [...before.retiredShareSets, retired],
  };
  const header = recoveryKeyHeader(facts, kid(change.recoveryKey));
  return { ...facts, recoveryKey: wrap(masterKey, change.recoveryKey, header) };
}

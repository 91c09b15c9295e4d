import { toBase64url } from "../crypto/base64url";
import { kid } from "../crypto/kid";
import type { SecretBytes } from "../crypto/secret-bytes";
import type { CeremonyEntry, CeremonyKind, ShareSet, WrappingKeyFacts } from "./document";

/** A share set that was just split; the shares stand in the order of their index. */
export interface NewShareSet {
  /** 8 hex. */
  readonly setId: string;
  readonly threshold: number;
  /** Custodians' names went through readName; commitments are 64 hex. */
  readonly shares: readonly { readonly custodian: string; readonly commitment: string }[];
}

/** A ceremony that writes a keystore; `recordKey` is its record's public key, 32 bytes. */
export interface NewCeremony<Kind extends CeremonyKind = CeremonyKind> {
  /** UUID v4. */
  readonly id: string;
  readonly kind: Kind;
  readonly recordKey: Uint8Array;
}

/** The member `wrappingKey` (FORMATS §3). Throws on a key of another size than 24 or 32 bytes: a bug. */
export function wrappingKeyMember(key: SecretBytes, createdAt: string): WrappingKeyFacts {
  if (key.length !== 24 && key.length !== 32) {
    throw new Error(`A Wrapping Key has 24 or 32 bytes, not ${key.length}.`);
  }
  return { kid: kid(key), bits: key.length === 24 ? 192 : 256, createdAt };
}

/** The member `shareSet`. */
export function shareSetMember({ setId, threshold, shares }: NewShareSet, createdAt: string): ShareSet {
  return {
    id: setId,
    threshold,
    createdAt,
    shares: shares.map(({ custodian, commitment }, at) => ({ index: at + 1, custodian, commitment })),
  };
}

/** One more entry of `ceremonies`. */
export function ceremonyMember({ id, kind, recordKey }: NewCeremony, at: string): CeremonyEntry {
  return { id, kind, at, recordKey: toBase64url(recordKey) };
}

import type { Jwe } from "../crypto/wrap";

/**
 * The keystore document, version 1, exactly as it stands in the file (FORMATS §3). Times are
 * `2026-11-23T22:00:00.000Z`; hex is lowercase; "b64u" is canonical base64url.
 */
export interface Keystore {
  readonly format: "key-ceremony.keystore";
  readonly version: 1;
  readonly vault: Vault;
  readonly practice: boolean;
  readonly generation: number;
  /** SHA-256 (64 hex) of the file this one replaced; null in generation 1. */
  readonly previous: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly masterKey: MasterKeyFacts;
  readonly wrappingKey: WrappingKeyFacts;
  readonly shareSet: ShareSet;
  readonly retiredShareSets: readonly RetiredShareSet[];
  readonly ceremonies: readonly CeremonyEntry[];
  /** The Master Key under the Wrapping Key. */
  readonly encryptedKey: Jwe;
  /** The Master Key under the Recovery Key. */
  readonly recoveryKey: Jwe;
  /** Ed25519 over everything else: b64u of 64 bytes. */
  readonly seal: string;
}

/** All that the seal covers. */
export type UnsealedKeystore = Omit<Keystore, "seal">;

/** `id` is a UUID v4. */
export interface Vault {
  readonly id: string;
  readonly name: string;
}

/** `kid` is 16 hex, `sealKey` b64u of 32 bytes. */
export interface MasterKeyFacts {
  readonly kid: string;
  readonly sealKey: string;
  readonly createdAt: string;
}

/** 256 by default, 192 in the databunker profile. */
export type WrappingKeyBits = 192 | 256;

export interface WrappingKeyFacts {
  readonly kid: string;
  readonly bits: WrappingKeyBits;
  readonly createdAt: string;
}

/** `id` is 8 hex, the same as in every share of the set. */
export interface ShareSet {
  readonly id: string;
  readonly threshold: number;
  readonly createdAt: string;
  readonly shares: readonly ShareFacts[];
}

/** `index` counts from 1; `commitment` is 64 hex. */
export interface ShareFacts {
  readonly index: number;
  readonly custodian: string;
  readonly commitment: string;
}

export interface RetiredShareSet {
  readonly id: string;
  readonly threshold: number;
  readonly createdAt: string;
  readonly retiredAt: string;
  readonly shares: readonly RetiredShareFacts[];
}

export interface RetiredShareFacts extends ShareFacts {
  readonly destroyedAt?: string | undefined;
}

/** The ceremonies that write a keystore. */
export type CeremonyKind = "generate" | "recover" | "rotate" | "reshare";

/** `recordKey` is the public key of the ceremony's record: b64u of 32 bytes. */
export interface CeremonyEntry {
  readonly id: string;
  readonly kind: CeremonyKind;
  readonly at: string;
  readonly recordKey: string;
}

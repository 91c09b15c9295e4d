import type { KeystoreFailure } from "./errors";

/**
 * What stands in a keystore that the strict reader refuses, for a screen. Nothing proves any of it: it is shown as
 * what the file says, and null where that member is missing or broken. Times are UTC.
 */
export interface DamagedFacts {
  readonly path: string;
  /** What the strict reader says. */
  readonly refusal: KeystoreFailure;
  /** The members that are missing or broken, by name. */
  readonly broken: readonly string[];
  /** By the header of `recoveryKey`: shares of the other kind cannot open it. */
  readonly practice: boolean;
  readonly vaultId: string | null;
  readonly vaultName: string | null;
  /** 32 hex. */
  readonly vaultFingerprint: string | null;
  readonly generation: number | null;
  readonly wrappingKeyBits: 192 | 256 | null;
  /** 8 hex. */
  readonly setId: string | null;
  readonly threshold: number | null;
  /** In the order of the list: null where the name of a share cannot be read. */
  readonly custodians: readonly (string | null)[];
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  /** Where the damaged file will be kept when a clean one takes its place. */
  readonly keptAs: string;
}

/**
 * A sound keystore beside a damaged one, and how it stands to what is left of that: `unclear` where too little is left,
 * `forked` where the two say that they parted.
 */
export interface CopyBeside {
  readonly path: string;
  readonly generation: number;
  readonly relation: "same" | "older" | "newer" | "forked" | "other-vault" | "unclear";
}

/** What a clean generation could not keep of the damaged keystore that it replaces. */
export type LostMember = "ceremonies" | "retiredShareSets" | "createdAt";

/** What a quorum has proven of a damaged keystore, and what its word is needed for. */
export interface ProvenByQuorum {
  /** 8 hex. */
  readonly setId: string;
  readonly threshold: number;
  /** The shares of the quorum's split, in the order in which they will be listed. */
  readonly shares: readonly ProvenShare[];
  /** Custodians, as the file says, whose shares are not proven to be of this split: they will not be listed. */
  readonly leftOut: readonly (string | null)[];
  /** How many shares were entered that are not of the split that has opened the keystore: they will not be listed. */
  readonly unfit: number;
  readonly lost: readonly LostMember[];
}

export interface ProvenShare {
  /** The custodian, as the file says; null where it does not list the share. */
  readonly custodian: string | null;
  /** It was entered in this ceremony. */
  readonly entered: boolean;
}

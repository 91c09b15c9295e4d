/**
 * The public facts of a keystore, for a screen: what its file says, the seal verified. Until the vault
 * fingerprint was compared or a key has opened it, they are no more than that (FORMATS §3). Times are UTC.
 */
export interface KeystoreFacts {
  readonly path: string;
  readonly vaultId: string;
  readonly vaultName: string;
  readonly practice: boolean;
  readonly generation: number;
  /** 32 hex. */
  readonly vaultFingerprint: string;
  /** 16 hex, as is the Wrapping Key's. */
  readonly masterKeyKid: string;
  readonly wrappingKeyKid: string;
  readonly wrappingKeyBits: 192 | 256;
  /** 8 hex. */
  readonly setId: string;
  readonly threshold: number;
  readonly custodians: readonly CustodianFacts[];
  readonly retiredSets: readonly RetiredSetFacts[];
  readonly ceremonies: readonly CeremonyFacts[];
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Whether other users of the workstation may read the file. */
  readonly readableByOthers: boolean;
}

/** `index` counts from 1. */
export interface CustodianFacts {
  readonly index: number;
  readonly name: string;
}

export interface RetiredSetFacts {
  readonly id: string;
  readonly threshold: number;
  readonly retiredAt: string;
  readonly sheets: readonly RetiredSheetFacts[];
  /** As many sheets as its threshold may still exist: with an old copy of the keystore they open the vault. */
  readonly quorumAtLarge: boolean;
}

/** `index` counts from 1; `destroyedAt` is null while nobody has witnessed the sheet's destruction. */
export interface RetiredSheetFacts {
  readonly index: number;
  readonly custodian: string;
  readonly destroyedAt: string | null;
}

export interface CeremonyFacts {
  readonly id: string;
  readonly kind: "generate" | "recover" | "rotate" | "reshare";
  readonly at: string;
}

/** What lies in a keystore's folder and matters to who relies on it, found by what the files hold and not by their names. */
export interface BesideFacts {
  /** The latest generation of this vault, where it is later than this keystore; null where this one is the latest. */
  readonly newer: GenerationBeside | null;
  /** Other keystores of this vault and this very generation: both were made from the same one before. */
  readonly forks: readonly GenerationBeside[];
  /** Sealed keystores that name this vault, and are another's by their seal key. `vaultFingerprint` is 32 hex. */
  readonly forgeries: readonly { readonly path: string; readonly vaultFingerprint: string }[];
  /** Damaged ones that say they are of this vault and of a later generation, or of one that cannot be read. */
  readonly damaged: readonly { readonly path: string; readonly generation: number | null }[];
  /** The folder holds more files than are looked at, or some that this user may not read: there may be more. */
  readonly unseen: boolean;
}

/** A sound keystore beside another. `updatedAt` is UTC. */
export interface GenerationBeside {
  readonly path: string;
  readonly generation: number;
  readonly updatedAt: string;
}

/**
 * How much of a keystore's folder is looked at: more files than any vault has, and what is read in a few seconds at worst. `names`
 * of a folder are listed, `files` of them opened, and `bytes` read of those that may be keystores.
 */
export const LOOK_LIMIT = { names: 20_000, files: 1000, bytes: 32 * 1024 * 1024 } as const;

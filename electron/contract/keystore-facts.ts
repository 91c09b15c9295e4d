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

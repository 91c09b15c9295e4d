import type { KeystoreFailure } from "./errors";
import { asHexDigits } from "./typed-hex";

/**
 * What stands in a keystore that the strict reader refuses, for a screen. Nothing proves any of it: it is shown as
 * what the file says, and null where that member is missing or broken. Times are UTC.
 */
export interface DamagedFacts {
  readonly path: string;
  /** Of the file, 64 hex. */
  readonly sha256: string;
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
  /** How many ceremonies and retired share sets the file lists: no clean generation keeps any of them. */
  readonly ceremonies: number | null;
  readonly retiredSets: number | null;
  /** The generation that a clean keystore of it will be. */
  readonly becomes: number;
  /** Where the damaged file will be kept when a clean one takes its place. */
  readonly keptAs: string;
}

/** A sound keystore beside a damaged one. What is compared is what opening the damaged one would prove. */
export interface CopyBeside {
  readonly path: string;
  readonly generation: number;
  readonly updatedAt: string;
  /** 32 hex, which its own seal fits. */
  readonly vaultFingerprint: string;
  /** Its vault id is the one inside the header of the damaged file's `recoveryKey`. */
  readonly sameVault: boolean;
  /** Its share set is the one in that header: the same quorum opens it. */
  readonly sameSheets: boolean;
  /** It lists that share set as retired: the damaged file is from before its sheets were replaced. */
  readonly hasRetired: boolean;
}

/**
 * The sound copies of the damaged keystore's vault, in their order: by the vault fingerprint as it was typed from a sheet,
 * once that is whole, and before by what the damaged file has inside. No member that nothing proves hides one.
 */
export function copiesOfVault(copies: readonly CopyBeside[], typed: string): readonly CopyBeside[] {
  const fingerprint = asHexDigits(typed);
  return /^[0-9a-f]{32}$/.test(fingerprint)
    ? copies.filter(({ vaultFingerprint }) => vaultFingerprint === fingerprint)
    : copies.filter(({ sameVault }) => sameVault);
}

/**
 * The copy that is to be used instead of the damaged file, or null: one of its vault that the same sheets open gives all
 * that the damaged one could, and proves what that only says; one that has retired those sheets proves that it is later.
 */
export function copyInstead(copies: readonly CopyBeside[], typed: string): CopyBeside | null {
  return copiesOfVault(copies, typed).find(({ sameSheets, hasRetired }) => sameSheets || hasRetired) ?? null;
}

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
}

export interface ProvenShare {
  /** The custodian, as the file says; null where it does not list the share. */
  readonly custodian: string | null;
  /** It was entered in this ceremony. */
  readonly entered: boolean;
}

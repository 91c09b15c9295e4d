import type { CopyBeside, DamagedFacts } from "./damaged-facts";
import type { HowEntered } from "./entry-views";
import type { BesideFacts, KeystoreFacts } from "./keystore-facts";

/** The ceremonies that give a keystore its next generation. */
export type RenewalKind = "recover" | "rotate" | "reshare";

/** What opens the keystore: its custodians, or the Wrapping Key that is still at hand. */
export type Opener = "quorum" | "wrapping-key";

/** A sheet of a retired set whose destruction was witnessed. `setId` is 8 hex, `index` counts from 1. */
export interface DestroyedSheet {
  readonly setId: string;
  readonly index: number;
}

/** The part of a plan that only a renewal has: what is renewed, why, and by whose leave. */
export type Renews = RenewsSound | RenewsDamaged;

/** A renewal of a sound keystore. */
export interface RenewsSound extends Renewing {
  readonly kind: RenewalKind;
  readonly keystore: KeystoreFacts;
  /** What lay beside it when it was opened: no later generation, or there would be no renewal. */
  readonly beside: BesideFacts;
  readonly destroyed: readonly DestroyedSheet[];
}

/** The exception path of a recovery: its keystore is damaged, and a quorum gives its word for what cannot be proven. */
export interface RenewsDamaged extends Renewing {
  readonly kind: "recover-damaged";
  readonly damaged: DamagedFacts;
  /** As it was typed from a share sheet; 32 hex once it was read. */
  readonly fingerprint: string;
  /** The sound keystores beside it, when it was opened to be recovered. */
  readonly copies: readonly CopyBeside[];
}

interface Renewing {
  readonly reason: string;
  readonly authorisation: string;
  readonly opener: Opener;
  /** Minutes without a key after which shares that were entered are forgotten. */
  readonly idleMinutes: number;
}

/** A share that was entered and admitted. The share itself stays in main. */
export type GivenShare = (ListedOwner | UnlistedOwner) & { readonly how: HowEntered };

/** Whose share it is, by the keystore's commitment. */
interface ListedOwner {
  readonly index: number;
  readonly custodian: string;
}

/** With a damaged keystore nobody knows whose a share is. It says itself how many of its set are needed. */
export interface UnlistedOwner {
  readonly index: null;
  readonly custodian: null;
  readonly threshold: number;
}

/** How many shares open the keystore as it is. Of a damaged one the first share says it; 1 before there is one. */
export function sharesNeeded(renews: Renews, [first]: readonly GivenShare[]): number {
  if (renews.kind !== "recover-damaged") return renews.keystore.threshold;
  return first?.index === null ? first.threshold : 1;
}

import type { KeystoreFacts } from "./keystore-facts";
import type { HowEntered } from "./views";

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
export interface Renews {
  readonly kind: RenewalKind;
  readonly keystore: KeystoreFacts;
  readonly reason: string;
  readonly authorisation: string;
  readonly opener: Opener;
  readonly destroyed: readonly DestroyedSheet[];
  /** Minutes without a key after which shares that were entered are forgotten. */
  readonly idleMinutes: number;
}

/** A share that was entered and admitted. The share itself stays in main. */
export interface GivenShare {
  readonly index: number;
  readonly custodian: string;
  readonly how: HowEntered;
}

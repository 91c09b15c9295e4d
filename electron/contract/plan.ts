import type { Renews } from "./renewal";

/** What a person has entered into the plan so far. Every member is public. */
export interface Draft {
  readonly practice: boolean;
  readonly vaultName: string;
  readonly administrator: string;
  readonly witnesses: readonly string[];
  readonly custodians: readonly string[];
  /** One person may be a custodian besides, in a small team: an exception is recorded for it. */
  readonly sharedRolesAccepted: boolean;
  readonly threshold: number;
  readonly allNeededAccepted: boolean;
  readonly bits: WrappingKeyBits;
  readonly keystorePath: string;
  readonly delivery: Delivery;
  /** What a renewal starts from; null in a generation. */
  readonly renews: Renews | null;
}

export type WrappingKeyBits = 192 | 256;

/** How the Wrapping Key leaves the app. */
export type Delivery = { readonly way: "file"; readonly path: string } | { readonly way: "sheet" };

/** Something true of the chosen places that a person should know before the ceremony. */
export type PlaceNote =
  | "keystore-no-modes"
  | "keystore-no-links"
  | "keystore-no-flush"
  | "keystore-other-owner"
  | "keystore-fewer-readers"
  | "key-no-modes"
  | "key-no-flush"
  | "same-medium";

/** A plan whose places were tried, as people review it. */
export interface PlanView extends Draft {
  readonly notes: readonly PlaceNote[];
  /** The media that were tried, as the system tells them apart; null where any will do. */
  readonly media: { readonly keystore: string | null; readonly key: string | null };
  /** How long it takes: every sheet scanned and three words typed, or all words typed. */
  readonly minutes: { readonly scanned: number; readonly typed: number };
  /** The people with two parts, by name. */
  readonly sharedRoles: readonly string[];
}

/** A plan that was accepted: from here on nothing of it can be changed. */
export interface FrozenPlan extends PlanView {
  /** Whether people held a rehearsal of this ceremony before; null in a rehearsal. */
  readonly rehearsalHeld: boolean | null;
  /** 64 hex (FORMATS §4): stands in the record and on every printed page. */
  readonly parametersHash: string;
}

export type PlanStep = "reason" | "fingerprint" | "vault" | "people" | "quorum" | "key" | "places";

/** Every custodian who may be in the room, once: the vault's, and in a reshare those who will be. */
export function custodiansOf({
  custodians,
  renews,
}: Pick<Draft, "custodians" | "renews">): readonly string[] {
  return [...new Set([...custodians, ...custodiansBefore(renews)])];
}

/** The custodians of the keystore that is renewed; none where there is none, or nothing proves who they are. */
export function custodiansBefore(renews: Renews | null): readonly string[] {
  return renews === null || renews.kind === "recover-damaged"
    ? []
    : renews.keystore.custodians.map(({ name }) => name);
}

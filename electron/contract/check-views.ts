import type { HowEntered, ShareEntryView } from "./entry-views";
import type { Failure } from "./errors";
import type { KeystoreFacts } from "./keystore-facts";
import type { ClosingView, HaltedView, OpeningView } from "./proceedings";

/** One custodian's sheet in a round of checks. */
export interface CheckedSheet {
  readonly index: number;
  readonly custodian: string;
  readonly state: "open" | "good" | "bad" | "absent";
  /** When it was found so; UTC. */
  readonly at: string | null;
  readonly how: HowEntered | null;
  /** What was wrong with what the custodian brought. */
  readonly problem: Failure | null;
}

/** The frozen parameters of a round of checks. */
export interface CheckPlan {
  readonly practice: boolean;
  readonly administrator: string;
  readonly witnesses: readonly string[];
  /** The people with two parts, by name. */
  readonly sharedRoles: readonly string[];
  readonly rehearsalHeld: boolean | null;
  /** 64 hex (FORMATS §4). */
  readonly parametersHash: string;
}

/** A round that is under way, from its frozen plan on. */
interface Framed {
  readonly at: "check";
  readonly keystore: KeystoreFacts;
  readonly plan: CheckPlan;
}

interface Checking extends Framed {
  readonly sheets: readonly CheckedSheet[];
}

/** A round over the custodians of a keystore: is each sheet still good? Nothing is combined, nothing is changed. */
export type CheckView =
  | {
      readonly at: "check";
      readonly step: "people";
      readonly keystore: KeystoreFacts;
      readonly typed: Pick<CheckPlan, "administrator" | "witnesses">;
      readonly problem: Failure | null;
    }
  | (Framed & OpeningView)
  | (Framed & ClosingView)
  | (Framed & HaltedView)
  | (Checking & { readonly step: "round" })
  | (Checking & { readonly sheet: CheckedSheet } & ShareEntryView)
  | (Checking & {
      readonly step: "checked";
      readonly sheet: CheckedSheet;
      readonly problem: Failure | null;
    })
  | (Checking & {
      readonly step: "custody";
      readonly savedTo: string | null;
      readonly problem: Failure | null;
    });

import type { HowEntered, ShareEntryView } from "./entry-views";
import type { Failure } from "./errors";
import type { KeystoreFacts } from "./keystore-facts";

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

interface Checking {
  readonly at: "check";
  readonly keystore: KeystoreFacts;
  readonly sheets: readonly CheckedSheet[];
}

/** A round over the custodians of a keystore: is each sheet still good? Nothing is combined, nothing is changed. */
export type CheckView =
  | (Checking & { readonly step: "round" })
  | (Checking & { readonly sheet: CheckedSheet } & ShareEntryView)
  | (Checking & { readonly step: "checked"; readonly sheet: CheckedSheet })
  | (Checking & {
      readonly step: "custody";
      readonly savedTo: string | null;
      readonly problem: Failure | null;
    });

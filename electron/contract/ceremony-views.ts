import type { AfterWriting } from "./after-writing";
import type { ProvenByQuorum } from "./damaged-facts";
import type { ShareEntryView } from "./entry-views";
import type { Failure } from "./errors";
import type { Delivery, Draft, FrozenPlan, PlanStep, PlanView } from "./plan";
import type { ChoosingPrinter, Printer, PrintTraces } from "./printers";
import type { ClosingView, HaltedView, OpeningView, RecordEnd } from "./proceedings";
import type { GivenShare, Renews } from "./renewal";

/** How far one custodian's Key Share is. */
export interface ShareProgress {
  readonly index: number;
  readonly custodian: string;
  /** Copies on paper that must be accounted for: printed or written by hand, and not destroyed. */
  readonly copies: number;
  readonly spoiled: number;
  readonly verified: boolean;
}

/** Names of what was made. None of them reveals a key. */
export interface Fingerprints {
  readonly vault: string;
  readonly masterKey: string;
  readonly wrappingKey: string;
  readonly shareSet: string;
}

/** Why a copy must be destroyed before the sheet is printed again. `no-page`: the person says that no good page came out. */
export type SpoiledCause = "declared" | "reprint" | "no-page";

export type MakingStage = "self-tests" | "open" | "keys" | "split" | "seal" | "proof";

/** The part that every step after the start shares. */
interface Running {
  readonly at: "ceremony";
  readonly plan: FrozenPlan;
  readonly shares: readonly ShareProgress[];
  readonly made: Fingerprints;
  /** Wrapping Key sheets that may exist on paper. */
  readonly keySheets: number;
}

/** The keystore is written and proven. */
interface Committed extends Running {
  /** What people must know all the same. */
  readonly told: readonly AfterWriting[];
}

interface AtShare extends Running {
  readonly share: ShareProgress;
  readonly problem: Failure | null;
}

/** What frames every ceremony: its record is opened, and closed. */
interface Framed {
  readonly at: "ceremony";
  readonly plan: FrozenPlan;
}

/** The printer is proven before the first secret. */
interface Proving {
  readonly at: "ceremony";
  readonly plan: FrozenPlan;
  readonly problem: Failure | null;
}

/** A quorum comes together: whose shares were entered. The shares themselves stay in main. */
interface Gathered {
  readonly at: "ceremony";
  readonly plan: FrozenPlan;
  readonly given: readonly GivenShare[];
}

interface Planning {
  readonly at: "ceremony";
  readonly draft: Draft;
  readonly problem: Failure | null;
}

export type CeremonyView =
  | { readonly [S in PlanStep]: Planning & { readonly step: S } }[PlanStep]
  | {
      readonly at: "ceremony";
      readonly step: "review";
      readonly plan: PlanView;
      readonly problem: Failure | null;
    }
  | (Framed & OpeningView)
  | (Framed & ClosingView)
  | (Framed & HaltedView)
  | (Proving & ChoosingPrinter & { readonly step: "proof" })
  | (Proving & { readonly step: "proof-printing"; readonly printer: Printer })
  | (Proving & { readonly step: "proof-read"; readonly printer: Printer })
  | (Proving & { readonly step: "proven"; readonly printer: Printer; readonly traces: PrintTraces | null })
  | (Gathered & { readonly step: "gather"; readonly problem: Failure | null })
  | (Gathered & ShareEntryView)
  /** The last of those given puts the sheet away again. */
  | (Gathered & { readonly step: "bag"; readonly problem: Failure | null })
  | (Gathered & { readonly step: "opening" })
  | {
      readonly at: "ceremony";
      readonly step: "names";
      readonly plan: FrozenPlan;
      readonly quorum: ProvenByQuorum;
      readonly typed: TypedNames;
      readonly problem: Failure | null;
    }
  | {
      readonly at: "ceremony";
      readonly step: "current-key";
      readonly plan: FrozenPlan;
      readonly problem: Failure | null;
    }
  | {
      readonly at: "ceremony";
      readonly step: "making";
      readonly plan: FrozenPlan;
      readonly stage: MakingStage;
    }
  | (Running & { readonly step: "distribute" })
  | (AtShare & { readonly step: "hand-over" })
  | (AtShare & ChoosingPrinter & { readonly step: "sheet"; readonly blankPrinted: boolean })
  | (AtShare & { readonly step: "printing"; readonly printer: Printer; readonly blank: boolean })
  | (AtShare & { readonly step: "printed"; readonly printer: Printer; readonly traces: PrintTraces | null })
  | (AtShare & { readonly step: "copy" })
  | (AtShare & {
      readonly step: "read-back";
      readonly filled: readonly boolean[];
      /** After the sheet's code was read: the words (1..31) that are asked for besides; else null. */
      readonly asked: readonly number[] | null;
      readonly copiedByHand: boolean;
    })
  | (AtShare & { readonly step: "spoiled"; readonly cause: SpoiledCause })
  | (AtShare & { readonly step: "verified" })
  | (Running &
      ChoosingPrinter & {
        readonly step: "deliver";
        readonly delivery: Delivery;
        /** The plan's way has failed: the key may go another one. */
        readonly elsewhere: boolean;
        readonly problem: Failure | null;
      })
  | (Running & { readonly step: "delivering"; readonly delivery: Delivery })
  | (Running & {
      readonly step: "key-printed";
      readonly printer: Printer;
      readonly traces: PrintTraces | null;
      readonly problem: Failure | null;
    })
  | (Running & {
      readonly step: "key-read-back";
      /** After the sheet's code was read: the line (from 1) that is asked for besides; else null. */
      readonly asked: number | null;
      readonly problem: Failure | null;
    })
  /** The sheet of the Wrapping Key was read back, and is put away. */
  | (Running & { readonly step: "key-bag"; readonly problem: Failure | null })
  | (Running & { readonly step: "writing" })
  | (Running & { readonly step: "not-written"; readonly path: string; readonly problem: Failure })
  | (Committed & {
      readonly step: "second-copy";
      readonly problem: Failure | null;
      readonly copying: boolean;
    })
  | (Committed & { readonly step: "old-keystore"; readonly keptAs: string; readonly problem: Failure | null })
  /** The sheets that a reshare retired are those of the plan's keystore: which of them were seen destroyed? */
  | (Running & { readonly step: "old-sheets" })
  | (Committed & {
      readonly step: "done";
      readonly secondCopy: string | null;
      /** Where the keystore that was replaced is kept; null where there is none. */
      readonly keptAs: string | null;
    })
  | AbortedView;

/** The names that a quorum confirms, as they stand so far. */
export interface TypedNames {
  readonly vaultName: string;
  readonly custodians: readonly string[];
}

export interface AbortedView {
  readonly at: "ceremony";
  readonly step: "aborted";
  /** Keys are still being wiped, and what was written is being removed. */
  readonly clearing: boolean;
  /** Null for a generation. */
  readonly renewal: Renews["kind"] | null;
  readonly practice: boolean;
  readonly vaultName: string;
  /** Why, where it was not a person's choice. */
  readonly problem: Failure | null;
  /** Whose sheets exist on paper and must be destroyed before the witnesses. */
  readonly destroy: readonly ShareProgress[];
  readonly destroyWrappingKeySheet: boolean;
  /** Files of this ceremony that could not be removed. */
  readonly remaining: readonly string[];
  /** Null where the ceremony was aborted before its record began. */
  readonly record: RecordEnd | null;
}

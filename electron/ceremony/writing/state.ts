import type {
  Fingerprints,
  MakingStage,
  ShareProgress,
  SpoiledCause,
  TypedNames,
} from "../../contract/ceremony-views";
import type { PrintOrder } from "../../contract/commands";
import type { ProvenByQuorum } from "../../contract/damaged-facts";
import type { Failure } from "../../contract/errors";
import type { Delivery, Draft, FrozenPlan, PlanStep, PlanView } from "../../contract/plan";
import type { Printer, PrintSetup, PrintTraces } from "../../contract/printers";
import type { GivenShare, Renews, RenewsSound } from "../../contract/renewal";
import type { Result } from "../../contract/result";
import type { Paper } from "../../contract/sheets";
import type { EntryEvent, EntryState } from "../entry/entry";
import type { Bagged, Bags } from "../proceedings/bags";
import type { ClosingState } from "../proceedings/closing";
import type { FrameEvent, FrameTask } from "../proceedings/frame";
import type { Framed, OpeningState } from "../proceedings/opening";

/**
 * Where a ceremony that writes a keystore stands: generate, recover, rotate or reshare. No member can hold a secret:
 * those are in the custody (custody.ts), so a state can be compared, printed and shown. Steps in which a task is under
 * way accept its outcome only.
 */
export type CeremonyState =
  | Planning
  | Reviewing
  | Opening
  | Proving
  | Gathering
  | Confirming
  | Making
  | Distributing
  | Delivering
  | Closing
  | Ended;

/** The plan is frozen: its script is read, its record begins, the workstation is looked at. */
export type Opening = OpeningState<FrozenPlan>;

/** Everything is done, or everything is given up: the record is signed and sealed. */
export type Closing = ClosingState<FrozenPlan, Finished | null>;

export interface Planning {
  readonly step: PlanStep;
  readonly draft: Draft;
  readonly setup: PrintSetup;
  readonly problem: Failure | null;
  /** The places are being tried. */
  readonly trying: boolean;
}

/** The record is open from here on, and the plan stands in it. */
interface Planned {
  readonly plan: FrozenPlan;
  readonly setup: PrintSetup;
}

export interface Reviewing {
  readonly step: "review";
  readonly plan: PlanView;
  readonly setup: PrintSetup;
  readonly problem: Failure | null;
}

/** A printer is proven while it costs nothing: no secret exists yet. */
export type Proving =
  | (Planned & {
      readonly step: "proof";
      readonly printers: readonly Printer[];
      readonly listing: boolean;
      readonly problem: Failure | null;
    })
  | (Planned & {
      readonly step: "proof-printing";
      readonly printer: Printer;
      readonly printers: readonly Printer[];
    })
  | (Planned & {
      readonly step: "proof-read";
      readonly printer: Printer;
      readonly printers: readonly Printer[];
      readonly traces: PrintTraces | null;
      readonly problem: Failure | null;
    })
  | (Planned & {
      readonly step: "proven";
      readonly printer: Printer;
      readonly printers: readonly Printer[];
      readonly traces: PrintTraces | null;
    });

/** The printer that was proven before the keys were made, by its name. */
export interface ProvenPrinter {
  readonly printer: string;
  readonly paper: Paper;
}

/** A plan that may begin. `proven` is null where people went on without a proof, or nothing is to be printed. */
export interface Ready extends Planned, Taken {
  readonly proven: ProvenPrinter | null;
}

/** What people have done so far that must be remembered to the end. */
export interface Taken {
  readonly bags: Bags;
  /** The custodians who took part with a share, by name. */
  readonly present: readonly string[];
}

/** What opens the keystore of a renewal comes in: custodians with their shares, or the Wrapping Key. */
export type Gathering =
  | (Ready & {
      readonly step: "gather";
      readonly given: readonly GivenShare[];
      readonly problem: Failure | null;
    })
  | (Ready & { readonly step: "share"; readonly given: readonly GivenShare[]; readonly entry: EntryState })
  /** The last of those given puts the sheet away again. */
  | (Ready & {
      readonly step: "bag";
      readonly given: readonly GivenShare[];
      readonly problem: Failure | null;
    })
  | (Ready & { readonly step: "current-key"; readonly problem: Failure | null });

/** The quorum for a damaged keystore is complete: it is opened, and what nothing can prove is confirmed. */
export type Confirming =
  | (Ready & { readonly step: "opening"; readonly given: readonly GivenShare[] })
  | (Ready & {
      readonly step: "names";
      readonly given: readonly GivenShare[];
      readonly quorum: ProvenByQuorum;
      /** An exception about people with two parts was recorded here. */
      readonly excepted: boolean;
      readonly typed: TypedNames;
      readonly problem: Failure | null;
    });

export interface Making extends Ready {
  readonly step: "making";
  readonly stage: MakingStage;
}

/** What holds from the moment the keys exist. */
export interface Run extends Planned, Taken {
  readonly shares: readonly ShareProgress[];
  readonly made: Fingerprints;
  /** Wrapping Key sheets that may exist on paper. */
  readonly keySheets: number;
}

interface AtShare {
  readonly run: Run;
  readonly index: number;
}

export type Distributing =
  | { readonly step: "distribute"; readonly run: Run }
  | (AtShare & { readonly step: "hand-over"; readonly listing: boolean })
  | (AtShare & {
      readonly step: "sheet";
      readonly printers: readonly Printer[];
      readonly listing: boolean;
      /** An empty form to write on was printed. */
      readonly blankPrinted: boolean;
      readonly problem: Failure | null;
    })
  | (AtShare & {
      readonly step: "printing";
      readonly printer: Printer;
      readonly printers: readonly Printer[];
      /** It is the empty form, without the share. */
      readonly blank: boolean;
    })
  | (AtShare & {
      readonly step: "printed";
      readonly printer: Printer;
      readonly printers: readonly Printer[];
      readonly traces: PrintTraces | null;
    })
  | (AtShare & { readonly step: "copy"; readonly printers: readonly Printer[] })
  | (AtShare & {
      readonly step: "read-back";
      readonly printers: readonly Printer[];
      readonly copiedByHand: boolean;
      readonly filled: readonly boolean[];
      readonly asked: readonly number[] | null;
      readonly problem: Failure | null;
    })
  | (AtShare & {
      readonly step: "spoiled";
      readonly cause: SpoiledCause;
      readonly copiedByHand: boolean;
      readonly problem: Failure | null;
      readonly printers: readonly Printer[];
    })
  | (AtShare & { readonly step: "verified"; readonly problem: Failure | null });

export type Delivering =
  | {
      readonly step: "deliver";
      readonly run: Run;
      readonly delivery: Delivery;
      /** The plan's way has failed: the key may go another one. */
      readonly elsewhere: boolean;
      readonly printers: readonly Printer[];
      readonly listing: boolean;
      readonly problem: Failure | null;
    }
  | {
      readonly step: "delivering";
      readonly run: Run;
      readonly delivery: Delivery;
      readonly printers: readonly Printer[];
      readonly printer: Printer | null;
    }
  | {
      readonly step: "key-printed";
      readonly run: Run;
      readonly printer: Printer;
      readonly traces: PrintTraces | null;
      readonly printers: readonly Printer[];
    }
  | {
      readonly step: "key-read-back";
      readonly run: Run;
      readonly printers: readonly Printer[];
      /** The line (from 1) that is asked for besides the code; null while the code was not read. */
      readonly asked: number | null;
      readonly problem: Failure | null;
    }
  | { readonly step: "key-bag"; readonly run: Run; readonly problem: Failure | null }
  | { readonly step: "writing"; readonly run: Run; readonly path: string }
  | { readonly step: "not-written"; readonly run: Run; readonly path: string; readonly problem: Failure }
  | {
      readonly step: "second-copy";
      readonly run: Run;
      readonly copying: boolean;
      readonly problem: Failure | null;
    }
  | {
      readonly step: "old-keystore";
      readonly run: Run;
      readonly secondCopy: string | null;
      readonly keptAs: string;
      readonly removing: boolean;
      readonly problem: Failure | null;
    }
  /** After a reshare: which sheets of the set that was retired people have seen destroyed. */
  | (Finished & { readonly step: "old-sheets" })
  | (Finished & { readonly step: "done" });

/** What the last screen tells of a keystore that was written. */
export interface Finished {
  readonly run: Run;
  readonly secondCopy: string | null;
  /** Where the keystore that was replaced is kept; null where there is none. */
  readonly keptAs: string | null;
}

export type Ended =
  | { readonly step: "aborting"; readonly from: Abortable; readonly problem: Failure | null }
  /** Everything is cleared; the record is being sealed. */
  | (Aborted & { readonly step: "sealing" })
  | (Aborted & { readonly step: "aborted" });

interface Aborted {
  readonly from: Abortable;
  readonly problem: Failure | null;
  readonly remaining: readonly string[];
}

/** What an abort must still know of the step it came from. */
export interface Abortable {
  readonly renewal: Renews["kind"] | null;
  readonly practice: boolean;
  readonly vaultName: string;
  readonly shares: readonly ShareProgress[];
  readonly keySheets: number;
  /** What the record says; null where none was opened. */
  readonly recorded: (Framed<FrozenPlan> & Pick<Taken, "present">) | null;
}

/** What a person did, or how a task ended. */
export type CeremonyEvent =
  | ({ readonly type: "reason" } & Omit<RenewsSound, "kind" | "keystore">)
  | { readonly type: "fingerprint"; readonly fingerprint: string }
  | { readonly type: "vault"; readonly vaultName: string }
  | {
      readonly type: "people";
      readonly administrator: string;
      readonly witnesses: readonly string[];
      readonly custodians: readonly string[];
      readonly sharedRolesAccepted: boolean;
    }
  | { readonly type: "quorum"; readonly threshold: number; readonly allNeededAccepted: boolean }
  | { readonly type: "key"; readonly bits: 192 | 256 }
  | {
      readonly type: "places";
      readonly keystorePath: string;
      readonly delivery: Delivery;
      readonly sharedMediumAccepted: boolean;
    }
  | { readonly type: "places-tried"; readonly result: Result<PlanView> }
  | { readonly type: "back" }
  | {
      readonly type: "accept-plan";
      readonly runtimeAccepted: boolean;
      readonly runtimeSound: boolean;
      readonly rehearsalHeld: boolean | null;
    }
  | { readonly type: "frame"; readonly event: FrameEvent }
  | ({ readonly type: "print-proof" } & PrintOrder)
  | { readonly type: "proof-entry"; readonly result: Result<null> }
  | { readonly type: "prove-again" }
  | { readonly type: "skip-proof" }
  | { readonly type: "begin" }
  | { readonly type: "enter-share" }
  | { readonly type: "leave-entry" }
  | { readonly type: "at-desk"; readonly event: EntryEvent }
  | { readonly type: "share-bagged"; readonly result: Result<Bagged> }
  | { readonly type: "unattended" }
  | { readonly type: "proven-by-quorum"; readonly result: Result<ProvenByQuorum> }
  | ({ readonly type: "names" } & TypedNames)
  | { readonly type: "current-key"; readonly result: Result<null> }
  | { readonly type: "making"; readonly stage: MakingStage }
  | { readonly type: "made"; readonly result: Result<Fingerprints> }
  | { readonly type: "choose"; readonly index: number }
  | { readonly type: "custodian-ready" }
  | { readonly type: "find-printers" }
  | { readonly type: "printers"; readonly printers: readonly Printer[] }
  | ({ readonly type: "print" | "print-blank" } & PrintOrder)
  | { readonly type: "print-ended"; readonly result: Result<PrintTraces | null> }
  | { readonly type: "answer-printed"; readonly cameOut: boolean }
  | { readonly type: "copy-by-hand" }
  | { readonly type: "copied-by-hand" }
  | {
      readonly type: "entry";
      readonly filled: readonly boolean[];
      readonly asked: readonly number[] | null;
      readonly verdict: Verdict;
    }
  | { readonly type: "spoil"; readonly cause: "declared" | "reprint" }
  | { readonly type: "answer-spoiled"; readonly seenByOthers: boolean }
  | { readonly type: "share-handled"; readonly result: Result<string | null> }
  | { readonly type: "leave-share" }
  | { readonly type: "deliver"; readonly delivery: Delivery; readonly order: PrintOrder | null }
  | { readonly type: "delivered"; readonly result: Result<PrintTraces | null> }
  | { readonly type: "answer-key-printed"; readonly cameOut: boolean }
  | { readonly type: "key-code"; readonly asked: number }
  | { readonly type: "key-entry"; readonly result: Result<null> }
  | { readonly type: "key-bagged"; readonly result: Result<string | null> }
  | { readonly type: "write"; readonly path: string }
  | { readonly type: "written"; readonly result: Result<Written> }
  | { readonly type: "copy-keystore"; readonly path: string }
  | { readonly type: "keystore-copied"; readonly result: Result<string> }
  | { readonly type: "skip-second-copy" }
  | { readonly type: "old-keystore"; readonly remove: boolean }
  | { readonly type: "old-removed"; readonly result: Result<null> }
  | { readonly type: "old-sheets"; readonly destroyed: readonly number[] }
  | { readonly type: "abort" }
  | { readonly type: "cleared"; readonly remaining: readonly string[] }
  | { readonly type: "to-record" };

/** A keystore that was written: its file, the SHA-256 (64 hex) of that, and where the one that it replaced is kept. */
export interface Written {
  readonly path: string;
  readonly sha256: string;
  readonly generation: number;
  readonly keptAs: string | null;
}

/** What a read-back entry amounts to so far. */
export type Verdict =
  | { readonly kind: "incomplete" }
  | { readonly kind: "refused"; readonly failure: Failure }
  | { readonly kind: "matches" };

/** What must be done outside before the next event. At most one is under way at a time. */
export type Task =
  | { readonly do: "try-places"; readonly draft: Draft; readonly sharedMediumAccepted: boolean }
  | { readonly do: "frame"; readonly task: FrameTask<FrozenPlan> }
  | { readonly do: "open-damaged"; readonly fingerprint: string }
  | { readonly do: "make"; readonly plan: FrozenPlan }
  | { readonly do: "list-printers"; readonly plan: FrozenPlan }
  | {
      readonly do: "print-proof";
      readonly plan: FrozenPlan;
      readonly paper: Paper;
      readonly printer: Printer;
    }
  | { readonly do: "print-share"; readonly index: number; readonly run: Run; readonly printer: Printer }
  | { readonly do: "print-blank"; readonly index: number; readonly run: Run; readonly printer: Printer }
  | { readonly do: "print-key"; readonly run: Run; readonly printer: Printer }
  | { readonly do: "deliver-file"; readonly plan: FrozenPlan; readonly path: string }
  | { readonly do: "write"; readonly plan: FrozenPlan; readonly path: string }
  | { readonly do: "copy-keystore"; readonly plan: FrozenPlan; readonly path: string }
  | { readonly do: "search" }
  | { readonly do: "remove-old" }
  | { readonly do: "clear" };

/** Whether a page is on its way to a printer: the waiting for it can be stopped. */
export function isPrinting(state: CeremonyState): boolean {
  switch (state.step) {
    case "script":
    case "sealed":
      return state.page?.printing != null;
    case "proof-printing":
    case "printing":
      return true;
    case "delivering":
      return state.printer !== null;
    default:
      return false;
  }
}

/** A transition's answer: the next state, a task it starts, or a refusal that changes nothing. */
export interface Step {
  readonly state: CeremonyState;
  readonly task?: Task;
  readonly refused?: Failure;
}

/** An event that does not belong to the state: nothing changes. */
export function notNow(state: CeremonyState): Step {
  return { state, refused: { code: "ceremony.not-now" } };
}

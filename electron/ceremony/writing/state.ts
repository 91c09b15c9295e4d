import type { AfterWriting } from "../../contract/after-writing";
import type {
  Fingerprints,
  MakingStage,
  ShareProgress,
  SpoiledCause,
  TypedNames,
} from "../../contract/ceremony-views";
import type { ProvenByQuorum } from "../../contract/damaged-facts";
import type { Failure } from "../../contract/errors";
import type { Delivery, Draft, FrozenPlan, PlanStep, PlanView } from "../../contract/plan";
import type { Printer, Printers, PrintSetup, PrintTraces } from "../../contract/printers";
import type { GivenShare, Renews } from "../../contract/renewal";
import type { Paper } from "../../contract/sheets";
import type { EntryState } from "../entry/entry";
import type { Bags } from "../proceedings/bags";
import type { ClosingState } from "../proceedings/closing";
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
      readonly printers: Printers;
      readonly listing: boolean;
      readonly problem: Failure | null;
    })
  | (Planned & {
      readonly step: "proof-printing";
      readonly printer: Printer;
      readonly printers: Printers;
    })
  | (Planned & {
      readonly step: "proof-read";
      readonly printer: Printer;
      readonly printers: Printers;
      readonly traces: PrintTraces | null;
      readonly problem: Failure | null;
    })
  | (Planned & {
      readonly step: "proven";
      readonly printer: Printer;
      readonly printers: Printers;
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
  /** What people must know of the keystore that is written; nothing before. */
  readonly told?: readonly AfterWriting[];
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
      readonly printers: Printers;
      readonly listing: boolean;
      /** An empty form to write on was printed. */
      readonly blankPrinted: boolean;
      readonly problem: Failure | null;
    })
  | (AtShare & {
      readonly step: "printing";
      readonly printer: Printer;
      readonly printers: Printers;
      /** It is the empty form, without the share. */
      readonly blank: boolean;
    })
  | (AtShare & {
      readonly step: "printed";
      readonly printer: Printer;
      readonly printers: Printers;
      readonly traces: PrintTraces | null;
    })
  | (AtShare & { readonly step: "copy"; readonly printers: Printers })
  | (AtShare & {
      readonly step: "read-back";
      readonly printers: Printers;
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
      readonly printers: Printers;
    })
  | (AtShare & { readonly step: "verified"; readonly problem: Failure | null });

export type Delivering =
  | {
      readonly step: "deliver";
      readonly run: Run;
      readonly delivery: Delivery;
      /** The plan's way has failed: the key may go another one. */
      readonly elsewhere: boolean;
      readonly printers: Printers;
      readonly listing: boolean;
      readonly problem: Failure | null;
    }
  | {
      readonly step: "delivering";
      readonly run: Run;
      readonly delivery: Delivery;
      readonly printers: Printers;
      readonly printer: Printer | null;
    }
  | {
      readonly step: "key-printed";
      readonly run: Run;
      readonly printer: Printer;
      readonly traces: PrintTraces | null;
      readonly printers: Printers;
    }
  | {
      readonly step: "key-read-back";
      readonly run: Run;
      readonly printers: Printers;
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

import type { CopyBeside, DamagedFacts, ProvenByQuorum } from "./damaged-facts";
import type { Failure, PrinterReach } from "./errors";
import type { KeystoreFacts } from "./keystore-facts";
import type { Finding } from "./preflight";
import type { RecordedLine, RecordFacts } from "./record-facts";
import type { GivenShare, Renews } from "./renewal";
import type { Paper } from "./sheets";

/**
 * What a renderer may know. Nothing in these types can hold a key, a share, words or a QR text:
 * a view is safe to show, to log and to photograph.
 */
export interface AppView {
  /** Counts up with every change that a person must have seen before they act. */
  readonly revision: number;
  readonly ceremonyId: string | null;
  readonly workstation: WorkstationView;
  readonly asking: "abort" | null;
  readonly page:
    | HomeView
    | WorkstationPage
    | KeystoreView
    | DamagedView
    | RecordView
    | CheckView
    | CeremonyView;
}

/** The runtime that this app stands on, for the standing notice. */
export interface WorkstationView {
  readonly appVersion: string;
  readonly electron: string;
  readonly oldRuntime: boolean;
  readonly sandboxed: boolean;
}

export interface HomeView {
  readonly at: "home";
  readonly unfinished: UnfinishedView | null;
}

/** What an earlier ceremony left behind when the app or the machine stopped in the middle. */
export interface UnfinishedView {
  /**
   * `orphan-key`: a Wrapping Key file, and no keystore where it was to be. `complete`: both are there and fit.
   * `misfit`: both, but they do not fit. `unclear`: a file or its medium is not there now, or was never written.
   * `not-renewed`: the keystore that was to be replaced stands there as it was; `renewed`: the one that the ceremony made
   * does; `renewal-unclear`: neither does, or none can be seen.
   */
  readonly kind:
    | "orphan-key"
    | "complete"
    | "misfit"
    | "unclear"
    | "not-renewed"
    | "renewed"
    | "renewal-unclear";
  readonly keystorePath: string;
  /** Null where the key was to go on paper. */
  readonly wrappingKeyPath: string | null;
  readonly startedAt: string;
}

/** What the app can tell of the machine that it runs on. */
export interface WorkstationPage {
  readonly at: "workstation";
  readonly findings: readonly Finding[];
}

export interface KeystoreView {
  readonly at: "keystore";
  readonly facts: KeystoreFacts;
  /** A later generation of the same history beside it; null where there is none. */
  readonly newer: { readonly path: string; readonly generation: number } | null;
}

/** A keystore that the strict reader refuses, with enough left for a quorum to open it. */
export interface DamagedView {
  readonly at: "damaged";
  readonly facts: DamagedFacts;
  /** The sound keystores beside it, latest generation first. */
  readonly copies: readonly CopyBeside[];
}

/** A ceremony's record that is consistent in itself, with what it was compared with. */
export interface RecordView {
  readonly at: "record";
  readonly facts: RecordFacts;
  /** Its first lines in words; of a very long record not all of them. */
  readonly lines: readonly RecordedLine[];
  /** It has the head that was typed from paper. */
  readonly sameHead: boolean;
  /** The sealed keystore that names its key; null where none was compared. */
  readonly anchor: {
    readonly path: string;
    readonly vaultName: string;
    readonly vaultFingerprint: string;
  } | null;
}

/** One numbered word of a share that is entered; `unreadable` was entered as "?". */
export type Cell = "empty" | "word" | "unreadable";

/** How a share came in: its code, its words, or words that were repaired. */
export type HowEntered = "code" | "words" | "repaired";

/** What a search for damaged words found. The words themselves are asked for apart, and not kept in any view. */
export interface OfferedRepair {
  readonly kind: "missing-words" | "wrong-words" | "swapped-words" | "missing-place";
  /** The positions (1..31) that change. */
  readonly positions: readonly number[];
  /** What proves it: the keystore's commitment, the checksum alone, or hardly anything. */
  readonly proof: "commitment" | "checksum" | "probable";
}

/** A word of the list at its position (1..31). */
export interface RepairedWord {
  readonly position: number;
  readonly word: string;
}

/** A custodian enters a share: words and code come in, damage is searched for, what was found waits for a yes. */
export type ShareEntryView =
  | { readonly step: "enter-share"; readonly cells: readonly Cell[]; readonly problem: Failure | null }
  | { readonly step: "searching"; readonly cells: readonly Cell[]; readonly done: number }
  | { readonly step: "repairs"; readonly cells: readonly Cell[]; readonly offered: readonly OfferedRepair[] };

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

/** What a person has entered into the plan so far. Every member is public. */
export interface Draft {
  readonly practice: boolean;
  readonly vaultName: string;
  readonly administrator: string;
  readonly witnesses: readonly string[];
  readonly custodians: readonly string[];
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
  | "key-no-modes"
  | "key-no-flush"
  | "same-medium";

/** The frozen parameters of a generation. */
export interface PlanView extends Draft {
  readonly notes: readonly PlaceNote[];
  /** The media that were tried, as the system tells them apart; null where any will do. */
  readonly media: { readonly keystore: string | null; readonly key: string | null };
  /** How long it takes: every sheet scanned and three words typed, or all words typed. */
  readonly minutes: { readonly scanned: number; readonly typed: number };
}

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

export interface Printer {
  readonly id: string;
  readonly name: string;
  /** `queue`: CUPS. `dialog`: the system's print dialog. `pdf-folder`: PDF files, in a rehearsal only. */
  readonly kind: "queue" | "dialog" | "pdf-folder";
  readonly reach: PrinterReach;
}

/** How this ceremony prints, as it was chosen last: what is chosen already at the next sheet. */
export interface PrintSetup {
  /** A printer's id; null before the first choice. */
  readonly printer: string | null;
  readonly paper: Paper;
  /** The ids of printers that are not known to be reached by a cable alone, and were agreed to. */
  readonly agreed: readonly string[];
}

/** What is left of a print job when its page is through. `unknown`: the system does not say. */
export interface PrintTraces {
  readonly job: "gone" | "unknown";
  /** Whether the print server of this machine keeps a copy of what it printed. */
  readonly files: "kept" | "not-kept" | "unknown";
}

/** Where a printer can be chosen. */
export interface ChoosingPrinter {
  readonly printers: readonly Printer[];
  /** The printers are being looked for. */
  readonly listing: boolean;
  readonly setup: PrintSetup;
}

/** Why a copy must be destroyed before the sheet is printed again. `no-page`: the person says that no good page came out. */
export type SpoiledCause = "declared" | "reprint" | "no-page";

export type MakingStage = "self-tests" | "open" | "keys" | "split" | "seal" | "proof";

/** The part that every step after the start shares. */
interface Running {
  readonly at: "ceremony";
  readonly plan: PlanView;
  readonly shares: readonly ShareProgress[];
  readonly made: Fingerprints;
  /** Wrapping Key sheets that may exist on paper. */
  readonly keySheets: number;
}

interface AtShare extends Running {
  readonly share: ShareProgress;
  readonly problem: Failure | null;
}

/** The printer is proven before the first secret. */
interface Proving {
  readonly at: "ceremony";
  readonly plan: PlanView;
  readonly problem: Failure | null;
}

/** A quorum comes together: whose shares were entered. The shares themselves stay in main. */
interface Gathered {
  readonly at: "ceremony";
  readonly plan: PlanView;
  readonly given: readonly GivenShare[];
}

interface Planning {
  readonly at: "ceremony";
  readonly draft: Draft;
  readonly problem: Failure | null;
}

export type PlanStep = "reason" | "fingerprint" | "vault" | "people" | "quorum" | "key" | "places";

export type CeremonyView =
  | { readonly [S in PlanStep]: Planning & { readonly step: S } }[PlanStep]
  | {
      readonly at: "ceremony";
      readonly step: "review";
      readonly plan: PlanView;
      readonly problem: Failure | null;
    }
  | (Proving & ChoosingPrinter & { readonly step: "proof" })
  | (Proving & { readonly step: "proof-printing"; readonly printer: Printer })
  | (Proving & { readonly step: "proof-read"; readonly printer: Printer })
  | (Proving & { readonly step: "proven"; readonly printer: Printer; readonly traces: PrintTraces | null })
  | (Gathered & { readonly step: "gather"; readonly problem: Failure | null })
  | (Gathered & ShareEntryView)
  | (Gathered & { readonly step: "opening" })
  | {
      readonly at: "ceremony";
      readonly step: "names";
      readonly plan: PlanView;
      readonly quorum: ProvenByQuorum;
      readonly typed: TypedNames;
      readonly problem: Failure | null;
    }
  | {
      readonly at: "ceremony";
      readonly step: "current-key";
      readonly plan: PlanView;
      readonly problem: Failure | null;
    }
  | { readonly at: "ceremony"; readonly step: "making"; readonly plan: PlanView; readonly stage: MakingStage }
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
        readonly problem: Failure | null;
      })
  | (Running & { readonly step: "delivering"; readonly delivery: Delivery })
  | (Running & {
      readonly step: "key-printed";
      readonly printer: Printer;
      readonly traces: PrintTraces | null;
      readonly problem: Failure | null;
    })
  | (Running & { readonly step: "key-read-back"; readonly problem: Failure | null })
  | (Running & { readonly step: "writing" })
  | (Running & { readonly step: "not-written"; readonly path: string; readonly problem: Failure })
  | (Running & { readonly step: "second-copy"; readonly problem: Failure | null; readonly copying: boolean })
  | (Running & { readonly step: "old-keystore"; readonly keptAs: string; readonly problem: Failure | null })
  | (Running & {
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
}

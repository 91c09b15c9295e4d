import type { CeremonyView } from "./ceremony-views";
import type { CheckView } from "./check-views";
import type { CopyBeside, DamagedFacts } from "./damaged-facts";
import type { Failure, KeystoreFailure } from "./errors";
import type { BesideFacts, KeystoreFacts } from "./keystore-facts";
import type { Finding } from "./preflight";
import type { ChoosingPrinter, Printer } from "./printers";
import type { ExceptionAbout } from "./proceedings";
import type { RecordedLine, RecordFacts } from "./record-facts";

/**
 * What a renderer may know. Nothing in these types can hold a key, a share, words or a QR text:
 * a view is safe to show, to log and to photograph.
 */
export interface AppView {
  /** Counts up with every change that a person must have seen before they act. */
  readonly revision: number;
  readonly ceremonyId: string | null;
  /** When the ceremony that is held began; UTC. Null where none is held. */
  readonly startedAt: string | null;
  readonly workstation: WorkstationView;
  readonly asking: Question | null;
  readonly page:
    | HomeView
    | WorkstationPage
    | KeystoreView
    | DamagedView
    | UnreadableView
    | RecordView
    | CheckView
    | CeremonyView;
}

/** What stands before the screen, and waits for an answer. */
export type Question =
  | { readonly what: "abort" }
  /** The keystore is written, and the record is not signed yet. */
  | { readonly what: "leave" }
  | { readonly what: "exception"; readonly about: ExceptionAbout | null };

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
   * `written`: the keystore that the ceremony made is there, and its key is on paper.
   * `misfit`: both, but they do not fit. `unclear`: a file or its medium is not there now, or was never written.
   * `not-renewed`: the keystore that was to be replaced stands there as it was; `renewed`: the one that the ceremony made
   * does; `renewal-unclear`: neither does, or none can be seen.
   */
  readonly kind:
    | "orphan-key"
    | "complete"
    | "written"
    | "misfit"
    | "unclear"
    | "not-renewed"
    | "renewed"
    | "renewal-unclear";
  readonly keystorePath: string;
  /** Null where the key was to go on paper, or was not made yet. */
  readonly wrappingKeyPath: string | null;
  readonly startedAt: string;
  /** Where its record is, as far as it was written. */
  readonly recordPath: string;
  /** What may be on paper of it: new share sheets, a new Wrapping Key's sheet. Null where the note does not say. */
  readonly paper: { readonly shares: boolean; readonly key: boolean } | null;
}

/** What the app can tell of the machine that it runs on. */
export interface WorkstationPage {
  readonly at: "workstation";
  readonly findings: readonly Finding[];
}

export interface KeystoreView {
  readonly at: "keystore";
  readonly facts: KeystoreFacts;
  readonly beside: BesideFacts;
}

/** A keystore that the strict reader refuses, with enough left for a quorum to open it. */
export interface DamagedView {
  readonly at: "damaged";
  readonly facts: DamagedFacts;
  /** The sound keystores beside it, whatever their names, latest generation first. */
  readonly copies: readonly CopyBeside[];
}

/** A file that was a keystore, with nothing left that a quorum could open, and sound keystores beside it. */
export interface UnreadableView {
  readonly at: "unreadable";
  readonly path: string;
  readonly refusal: KeystoreFailure;
  readonly copies: readonly CopyBeside[];
}

/** A ceremony's record that is consistent in itself, with what it was compared with; it may be printed. */
export type RecordView = LookedAtRecord &
  (
    | { readonly step: "record"; readonly printed: boolean }
    | (ChoosingPrinter & { readonly step: "record-page"; readonly problem: Failure | null })
    | { readonly step: "record-printing"; readonly printer: Printer }
  );

interface LookedAtRecord {
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

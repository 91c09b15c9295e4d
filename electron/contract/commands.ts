import type { RepairedWord } from "./entry-views";
import type { Delivery, WrappingKeyBits } from "./plan";
import type { BagChange, Comparison, Exception, ExceptionAbout, NewBag } from "./proceedings";
import type { DestroyedSheet, Opener, RenewalKind } from "./renewal";
import type { Result } from "./result";
import type { Paper, Sheet } from "./sheets";
import type { AppView } from "./views";

/** Where a command stands: the screen it was given on. A stale one is refused. */
export interface Stamp {
  readonly ceremonyId: string | null;
  readonly revision: number;
}

/** A command's input and output. `AppView` is the answer unless something else must be fetched. */
interface Does<Input, Output = AppView> {
  readonly input: Input;
  readonly output: Output;
}

/** Every command a renderer may give. preload, ipc and bridge are derived from this one list. */
export interface Commands {
  // Anywhere
  getView: Does<null>;
  goHome: Does<null>;
  pickPath: Does<{ readonly what: PickPurpose }, string | null>;
  // Home
  openKeystore: Does<{ readonly path: string }>;
  openRecord: Does<{ readonly path: string }>;
  lookAtWorkstation: Does<null>;
  removeUnfinished: Does<null>;
  dismissUnfinished: Does<null>;
  startGenerate: Does<{ readonly practice: boolean }>;
  // Record
  compareRecordHead: Does<{ readonly head: string }>;
  compareRecordKeystore: Does<{ readonly path: string }>;
  // Check
  startCheck: Does<null>;
  planCheck: Does<{
    readonly administrator: string;
    readonly witnesses: readonly string[];
    readonly sharedRolesAccepted: boolean;
    readonly runtimeAccepted: boolean;
    readonly rehearsalHeld: boolean | null;
  }>;
  checkSheet: Does<{ readonly index: number }>;
  sheetAbsent: Does<{ readonly index: number }>;
  leaveSheet: Does<null>;
  sheetBad: Does<null>;
  sheetChecked: Does<BagChange>;
  endRound: Does<null>;
  backToRound: Does<null>;
  saveCustody: Does<{ readonly path: string }>;
  // Entering a share
  endWords: Does<null>;
  cancelSearch: Does<null>;
  revealRepair: Does<{ readonly offer: number }, readonly RepairedWord[]>;
  takeRepair: Does<{ readonly offer: number }>;
  refuseRepairs: Does<null>;
  // Renewal
  startRenewal: Does<{ readonly kind: RenewalKind }>;
  planReason: Does<{
    readonly reason: string;
    readonly authorisation: string;
    readonly opener: Opener;
    readonly destroyed: readonly DestroyedSheet[];
    readonly idleMinutes: number;
  }>;
  /** The damaged keystore on the page. `fingerprint`: as far as it was typed from a sheet. */
  startRecoverDamaged: Does<{ readonly fingerprint: string }>;
  planFingerprint: Does<{ readonly fingerprint: string }>;
  /** The quorum's word for a damaged keystore: the vault's name, and a custodian for each proven share, in their order. */
  confirmNames: Does<{ readonly vaultName: string; readonly custodians: readonly string[] }>;
  enterShare: Does<null>;
  /** The custodian whose share was entered puts the sheet away again. */
  shareBagged: Does<BagChange>;
  leaveEntry: Does<null>;
  enterCurrentKey: Does<CurrentKey>;
  keepOldKeystore: Does<null>;
  removeOldKeystore: Does<null>;
  /** After a reshare: the retired sheets that were seen destroyed, by their numbers (from 1). */
  noteOldSheets: Does<{ readonly destroyed: readonly number[] }>;
  // Plan
  planVault: Does<{ readonly vaultName: string }>;
  planPeople: Does<{
    readonly administrator: string;
    readonly witnesses: readonly string[];
    readonly custodians: readonly string[];
    readonly sharedRolesAccepted: boolean;
  }>;
  planQuorum: Does<{ readonly threshold: number; readonly allNeededAccepted: boolean }>;
  planKey: Does<{ readonly bits: WrappingKeyBits }>;
  planPlaces: Does<{
    readonly keystorePath: string;
    readonly delivery: Delivery;
    readonly sharedMediumAccepted: boolean;
  }>;
  back: Does<null>;
  /** `rehearsalHeld` is null in a rehearsal, and where nobody has said. */
  acceptPlan: Does<{ readonly runtimeAccepted: boolean; readonly rehearsalHeld: boolean | null }>;
  // Open the record
  startCeremony: Does<null>;
  firstHashWritten: Does<null>;
  compareClock: Does<Comparison>;
  /** Null where there is nothing to compare it with. */
  compareAppHash: Does<Comparison | null>;
  lookAgain: Does<null>;
  passPreflight: Does<null>;
  // The script and the record on paper
  choosePage: Does<null>;
  printPage: Does<PrintOrder>;
  leavePage: Does<null>;
  // Anywhere while a record is written
  askException: Does<{ readonly about: ExceptionAbout | null }>;
  recordException: Does<Exception>;
  retryRecord: Does<null>;
  /** Where the keystore is written already: the record stays without its seal. */
  endWithoutRecord: Does<null>;
  // Close the record
  chooseSigner: Does<{ readonly name: string }>;
  /** Null confirms; else the reason why the person disagrees. */
  signOff: Does<{ readonly disagreement: string | null }>;
  leaveSigning: Does<null>;
  sealRecord: Does<null>;
  toRecord: Does<null>;
  headWritten: Does<null>;
  // Prove the printer
  printProof: Does<PrintOrder>;
  enterProof: Does<{ readonly text: string }>;
  proveAgain: Does<null>;
  skipProof: Does<null>;
  begin: Does<null>;
  // Wherever something is printed
  findPrinters: Does<null>;
  stopPrinting: Does<null>;
  // Distribute
  chooseShare: Does<{ readonly index: number }>;
  custodianReady: Does<null>;
  printShare: Does<PrintOrder>;
  printBlank: Does<PrintOrder>;
  answerPrinted: Does<{ readonly cameOut: boolean }>;
  copyByHand: Does<null>;
  revealWords: Does<{ readonly group: number }, readonly string[]>;
  copiedByHand: Does<null>;
  enterWords: Does<{ readonly position: number; readonly text: string }>;
  forgetWord: Does<{ readonly position: number }>;
  forgetWords: Does<null>;
  reprint: Does<null>;
  declareSpoiled: Does<null>;
  answerSpoiled: Does<{ readonly seenByOthers: boolean }>;
  shareHandled: Does<{ readonly bag: NewBag | null }>;
  leaveShare: Does<null>;
  // Deliver
  /** `order`: where the Wrapping Key goes on paper; else null. */
  deliver: Does<{ readonly delivery: Delivery; readonly order: PrintOrder | null }>;
  answerKeyPrinted: Does<{ readonly cameOut: boolean }>;
  /** From its new sheet: the text of the code, all lines, or the one line that is asked for. */
  enterWrappingKey: Does<{ readonly text: string }>;
  keyBagged: Does<{ readonly bag: NewBag | null }>;
  writeKeystore: Does<{ readonly path: string }>;
  copyKeystore: Does<{ readonly path: string }>;
  skipSecondCopy: Does<null>;
  // Abort
  askAbort: Does<null>;
  keepGoing: Does<null>;
  /** The record is sealed as it is: people leave before they signed it. */
  leaveUnsigned: Does<null>;
  abort: Does<null>;
}

/** Where and on what a sheet is printed. */
export interface PrintOrder {
  /** The printer's id, as a view listed it. */
  readonly printer: string;
  readonly paper: Paper;
  /** The person agrees to a printer that is not known to be reached by a cable alone. */
  readonly reachAccepted: boolean;
}

/** What the sheet window, and only the sheet window, may ask. */
export interface SheetCommands {
  takeSheet: Does<null, Sheet>;
}

export type PickPurpose =
  | "open-keystore"
  | "open-record"
  | "new-keystore"
  | "new-wrapping-key"
  | "second-copy"
  | "custody-report"
  | "current-wrapping-key";

/** The Wrapping Key that is about to be replaced: in its file, or from its sheet: the code's text, or the lines. */
export type CurrentKey =
  | { readonly way: "file"; readonly path: string }
  | { readonly way: "code"; readonly text: string }
  | { readonly way: "typed"; readonly text: string };

export type CommandName = keyof Commands;
export type Input<N extends CommandName> = Commands[N]["input"];
export type Output<N extends CommandName> = Commands[N]["output"];

// A record, so that the compiler refuses a missing and an unknown name alike.
const listed: Readonly<Record<CommandName, true>> = {
  getView: true,
  goHome: true,
  pickPath: true,
  openKeystore: true,
  openRecord: true,
  lookAtWorkstation: true,
  compareRecordHead: true,
  compareRecordKeystore: true,
  removeUnfinished: true,
  dismissUnfinished: true,
  startGenerate: true,
  startCheck: true,
  planCheck: true,
  startRenewal: true,
  planReason: true,
  startRecoverDamaged: true,
  planFingerprint: true,
  confirmNames: true,
  enterShare: true,
  shareBagged: true,
  leaveEntry: true,
  enterCurrentKey: true,
  keepOldKeystore: true,
  removeOldKeystore: true,
  noteOldSheets: true,
  checkSheet: true,
  sheetAbsent: true,
  leaveSheet: true,
  sheetBad: true,
  sheetChecked: true,
  endRound: true,
  backToRound: true,
  saveCustody: true,
  endWords: true,
  cancelSearch: true,
  revealRepair: true,
  takeRepair: true,
  refuseRepairs: true,
  planVault: true,
  planPeople: true,
  planQuorum: true,
  planKey: true,
  planPlaces: true,
  back: true,
  acceptPlan: true,
  startCeremony: true,
  firstHashWritten: true,
  compareClock: true,
  compareAppHash: true,
  lookAgain: true,
  passPreflight: true,
  choosePage: true,
  printPage: true,
  leavePage: true,
  askException: true,
  recordException: true,
  retryRecord: true,
  endWithoutRecord: true,
  chooseSigner: true,
  signOff: true,
  leaveSigning: true,
  sealRecord: true,
  toRecord: true,
  headWritten: true,
  printProof: true,
  enterProof: true,
  proveAgain: true,
  skipProof: true,
  begin: true,
  findPrinters: true,
  stopPrinting: true,
  chooseShare: true,
  custodianReady: true,
  printShare: true,
  printBlank: true,
  answerPrinted: true,
  copyByHand: true,
  revealWords: true,
  copiedByHand: true,
  enterWords: true,
  forgetWord: true,
  forgetWords: true,
  reprint: true,
  declareSpoiled: true,
  answerSpoiled: true,
  shareHandled: true,
  leaveShare: true,
  deliver: true,
  answerKeyPrinted: true,
  enterWrappingKey: true,
  keyBagged: true,
  writeKeystore: true,
  copyKeystore: true,
  skipSecondCopy: true,
  askAbort: true,
  keepGoing: true,
  leaveUnsigned: true,
  abort: true,
};

/** Every command's name. */
export const commandNames = Object.keys(listed) as readonly CommandName[];

/** The IPC channels besides the commands, whose channel is `command:<name>`. */
export const channels = { view: "view", takeSheet: "sheet:take", sheetReady: "sheet:ready" } as const;

/** The channel of a command. */
export function commandChannel(name: CommandName): string {
  return `command:${name}`;
}

/** What preload puts on `window.ceremony` of the main window. */
export interface CeremonyBridge {
  readonly send: {
    readonly [N in CommandName]: (stamp: Stamp, input: Input<N>) => Promise<Result<Output<N>>>;
  };
  /** Calls back with each new view that main pushes; gives a function that stops it. */
  readonly onView: (listener: (view: AppView) => void) => () => void;
}

/** What preload puts on `window.sheet` of the sheet window. */
export interface SheetBridge {
  readonly take: () => Promise<Result<Sheet>>;
  /** Says that the sheet is drawn, fonts and all, and can be printed. */
  readonly ready: () => void;
}

import type { PickPurpose } from "../contract/commands";
import type { PrintFailure, ShareFailure } from "../contract/errors";
import type { Finding } from "../contract/preflight";
import type { Printer, Printers, PrintTraces } from "../contract/printers";
import type { Result } from "../contract/result";
import type { Paper, Sheet } from "../contract/sheets";
import type { WorkstationView } from "../contract/views";
import type { SecretBytes } from "../crypto/secret-bytes";
import type { KnownSets, Repairs } from "../share/repair/repair";

/** What the ceremony room needs from outside. The shell gives the real ones, a test its own. */
export interface Effects {
  readonly now: () => Date;
  /** `length` bytes of the operating system's generator. */
  readonly random: (length: number) => SecretBytes;
  /** A version 4 UUID. */
  readonly uuid: () => string;
  /** Asks a person for a path with the system's dialog; null when they changed their mind. */
  readonly pickPath: (purpose: PickPurpose) => Promise<string | null>;
  readonly printing: Printing;
  /**
   * Searches for the words of a damaged share: 31 or 30 entered ones (numbers, `UNREADABLE` for `?`), and the sets
   * they may be of, or null where no keystore tells. Fails where nothing was found, too much is damaged, or the signal ended it.
   */
  readonly searchShare: (
    entered: Uint16Array,
    known: KnownSets | null,
    watch: { readonly onProgress: (done: number) => void; readonly signal: AbortSignal },
  ) => Promise<Result<Repairs, ShareFailure>>;
  /** The paper that is usual in this system's country. */
  readonly paper: Paper;
  /** An absolute path for the note that tells the next start of an unfinished ceremony. It holds no secret. */
  readonly unfinishedNote: string;
  readonly workstation: WorkstationView;
  /** Looks at the workstation, as the preflight does. `places`: the folders that are written to besides one's own. */
  readonly preflight: (places: readonly string[]) => Promise<readonly Finding[]>;
}

/** Printing of secret sheets. A sheet is drawn in a window of its own that is destroyed afterwards. */
export interface Printing {
  /** The printers that can be reached now: CUPS queues, or else the system's dialog. */
  readonly list: () => Promise<Printers>;
  /**
   * Sends the sheet to a printer, waits until its job is through, and gives what is left of it. `stop` ends the
   * waiting: what was sent is then cancelled. Nothing is left on disk by the app itself.
   */
  readonly print: (
    sheet: Sheet,
    printer: Printer,
    stop: AbortSignal,
  ) => Promise<Result<PrintTraces, PrintFailure>>;
  /** Draws the sheet as a PDF of one page, for a rehearsal. */
  readonly toPdf: (sheet: Sheet) => Promise<Result<Uint8Array, PrintFailure>>;
}

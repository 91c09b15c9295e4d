import type { PrinterReach } from "./errors";
import type { Paper } from "./sheets";

/** A way to paper that people may choose. */
export interface Printer {
  readonly id: string;
  readonly name: string;
  /** `queue`: CUPS. `dialog`: the system's print dialog. `pdf-folder`: PDF files, in a rehearsal only. */
  readonly kind: "queue" | "dialog" | "pdf-folder";
  readonly reach: PrinterReach;
}

/** The printers that could be reached when they were last looked for. */
export interface Printers {
  readonly found: readonly Printer[];
  /** The print server did not answer: whether there are more is not known. */
  readonly silent: boolean;
}

/** Before anybody has looked. */
export const noPrinters: Printers = { found: [], silent: false };

/** How this ceremony prints, as it was chosen last: what is chosen already at the next sheet. */
export interface PrintSetup {
  /** A printer's id; null before the first choice. */
  readonly printer: string | null;
  readonly paper: Paper;
  /** The printers that are not known to be reached by a cable alone, and were agreed to: what agreementOf gives. */
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
  readonly printers: Printers;
  /** The printers are being looked for. */
  readonly listing: boolean;
  readonly setup: PrintSetup;
}

/**
 * Whether a person must agree to a printer before a secret goes to it: the way to it is not known to be a cable, and
 * they have not agreed to it yet. A rehearsal's PDF files hold nothing that is worth protecting.
 */
export function needsAgreement(printer: Printer, { agreed }: PrintSetup): boolean {
  const { kind, reach } = printer;
  return kind !== "pdf-folder" && reach !== "local" && !agreed.includes(agreementOf(printer));
}

/** What people agree to: a printer, and the way that leads to it. By another way it is to be agreed to anew. */
export function agreementOf({ id, reach }: Printer): string {
  return `${reach} ${id}`;
}

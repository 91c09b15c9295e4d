import { dirname, join } from "node:path";
import type { Printer, Printers, PrintTraces } from "../../contract/printers";
import { fail, type Result } from "../../contract/result";
import type { Sheet } from "../../contract/sheets";
import { createFile } from "../../files/create-file";
import { makeNewFolder } from "../../files/folder";
import { removeFile } from "../../files/remove-file";
import type { Effects } from "../effects";

/** Keeps account of what a rehearsal writes in a printer's place. */
export interface PdfFolders {
  /** The folder of this ceremony's sheets in `place`: what `make` gives the first time, and the same from then on. */
  sheetsFolder(place: string, make: () => Promise<Result<string>>): Promise<Result<string>>;
  /** Remembers a file that must go if the ceremony does not end well. */
  owes(path: string): void;
}

interface Order {
  readonly sheet: Sheet;
  readonly printer: Printer;
  /** Beside which the folder of PDF files stands. */
  readonly keystorePath: string;
  /** What the PDF file is called. */
  readonly file: string;
  /** Ends the waiting for a printer. */
  readonly stop: AbortSignal;
}

/** The rehearsal's stand-in for a printer: PDF files beside the keystore. */
const pdfFolder: Printer = {
  id: "pdf-folder",
  name: "PDF files beside the keystore",
  kind: "pdf-folder",
  reach: "file",
};

/** The printers that a ceremony may use now. */
export async function listPrinters(practice: boolean, effects: Effects): Promise<Printers> {
  const printers = await effects.printing.list();
  return practice ? { ...printers, found: [pdfFolder, ...printers.found] } : printers;
}

/** Prints a sheet, or in a rehearsal writes it as a PDF. Null where no printer was involved. */
export async function printSheet(
  { sheet, printer, keystorePath, file, stop }: Order,
  folders: PdfFolders,
  { printing }: Pick<Effects, "printing">,
): Promise<Result<PrintTraces | null>> {
  if (printer.kind !== "pdf-folder") return printing.print(sheet, printer, stop);
  // Only a rehearsal lists this printer, and only practice sheets may touch a disk.
  if (!sheet.practice) return fail({ code: "print.unknown-printer" });
  const pdf = await printing.toPdf(sheet);
  if (!pdf.ok) return pdf;
  // In a folder of its own: what another rehearsal or a person left beside the keystore is never replaced.
  const place = dirname(keystorePath);
  const folder = await folders.sheetsFolder(place, () => makeNewFolder(join(place, "sheets")));
  if (!folder.ok) return folder;
  const path = join(folder.value, file);
  folders.owes(path);
  const removed = await removeFile(path);
  return removed.ok ? createFile(path, pdf.value) : removed;
}

import type { BrowserWindow } from "electron";
import type { Printing } from "../ceremony/effects";
import type { PrintFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import type { Printer } from "../contract/views";
import { listQueues, printPdf } from "./cups";
import { countPages } from "./pdf-pages";
import { withSheetWindow } from "./sheet-window";

/** Where there is no CUPS, the system's own dialog finds the printers. */
const systemDialog: Printer = { id: "dialog", name: "The system's print dialog", kind: "dialog" };

/** The one pipeline that secret sheets leave the app by: sheet window, PDF of one page, `lp`. */
export const printing: Printing = {
  list,
  print: async (sheet, printer) => {
    const known = (await list()).find(({ id, kind }) => id === printer.id && kind === printer.kind);
    if (known === undefined) return fail({ code: "print.unknown-printer" });
    return withSheetWindow(sheet, (window) =>
      known.kind === "dialog" ? printWithDialog(window) : printToQueue(window, known.id),
    );
  },
  toPdf: (sheet) => withSheetWindow(sheet, drawPdf),
};

async function list(): Promise<readonly Printer[]> {
  const queues = await listQueues();
  return queues === null ? [systemDialog] : queues.map((name) => ({ id: name, name, kind: "queue" }));
}

async function printToQueue(window: BrowserWindow, queue: string): Promise<Result<null, PrintFailure>> {
  const pdf = await drawPdf(window);
  if (!pdf.ok) return pdf;
  try {
    return await printPdf(pdf.value, queue);
  } finally {
    pdf.value.fill(0);
  }
}

/** The sheet as a PDF of exactly one page. The bytes are the caller's to wipe. */
async function drawPdf(window: BrowserWindow): Promise<Result<Uint8Array, PrintFailure>> {
  const drawing = window.webContents.printToPDF({
    pageSize: "A4",
    preferCSSPageSize: true,
    printBackground: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
  });
  // Rejects where the page crashed or Chromium could not lay it out.
  const pdf = await drawing.catch(() => null);
  if (pdf === null) return fail({ code: "print.failed", reason: "the sheet could not be drawn" });
  const pages = countPages(pdf);
  if (pages === 1) return ok(pdf);
  pdf.fill(0);
  return fail({ code: "print.not-one-page", pages });
}

/** A person chooses the printer. That they closed the dialog without printing is a failure like another. */
function printWithDialog(window: BrowserWindow): Promise<Result<null, PrintFailure>> {
  return new Promise((resolve) => {
    window.webContents.print(
      { silent: false, printBackground: true, pageSize: "A4", margins: { marginType: "none" } },
      (printed, reason) => resolve(printed ? ok(null) : fail({ code: "print.failed", reason })),
    );
  });
}

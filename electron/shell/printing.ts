import type { BrowserWindow } from "electron";
import type { Printing } from "../ceremony/effects";
import type { PrintFailure } from "../contract/errors";
import type { Printer, Printers, PrintTraces } from "../contract/printers";
import { fail, ok, type Result } from "../contract/result";
import type { Paper, Sheet } from "../contract/sheets";
import { listQueues, printPdf } from "./cups";
import { keptFiles } from "./cups-configuration";
import { countPages } from "./pdf-pages";
import { endOfJob } from "./print-job";
import { withSheetWindow } from "./sheet-window";

/** Where there is no CUPS, the system's own dialog finds the printers. */
const systemDialog: Printer = {
  id: "dialog",
  name: "The system's print dialog",
  kind: "dialog",
  reach: "unknown",
};

/** Chromium's names of paper. */
const PAGE_SIZES = { a4: "A4", letter: "Letter" } as const satisfies Record<Paper, string>;

const stopped = { code: "print.failed", reason: "it was stopped" } as const;

/** The one pipeline that sheets leave the app by: sheet window, PDF, `lp`. */
export const printing: Printing = {
  list,
  print: async (sheet, printer, stop) => {
    // Another way to the printer than the one that people agreed to makes it another printer.
    const { found, silent } = await list();
    if (stop.aborted) return fail(stopped);
    const known = found.find(
      ({ id, kind, reach }) => id === printer.id && kind === printer.kind && reach === printer.reach,
    );
    if (known === undefined) return fail({ code: silent ? "print.no-answer" : "print.unknown-printer" });
    if (known.kind === "queue") return printToQueue(sheet, known.id, stop);
    return withSheetWindow(sheet, (window) => printWithDialog(window, sheet.paper, stop));
  },
  toPdf,
};

async function list(): Promise<Printers> {
  const listed = await listQueues();
  if (listed === null) return { found: [systemDialog], silent: false };
  const { queues, silent } = listed;
  return { found: queues.map(({ name, reach }) => ({ id: name, name, kind: "queue", reach })), silent };
}

async function printToQueue(
  sheet: Sheet,
  queue: string,
  stop: AbortSignal,
): Promise<Result<PrintTraces, PrintFailure>> {
  const job = await sendToQueue(sheet, queue, stop);
  return job.ok ? through(job.value, stop) : job;
}

/** Draws the sheet and hands it over. When the job is waited for, neither window nor PDF is there any more. */
async function sendToQueue(
  sheet: Sheet,
  queue: string,
  stop: AbortSignal,
): Promise<Result<string | null, PrintFailure>> {
  const pdf = await toPdf(sheet);
  if (!pdf.ok) return pdf;
  try {
    return await printPdf(pdf.value, { queue, paper: sheet.paper, stop });
  } finally {
    pdf.value.fill(0);
  }
}

function toPdf(sheet: Sheet): Promise<Result<Uint8Array, PrintFailure>> {
  return withSheetWindow(sheet, (window) => drawPdf(window, sheet));
}

/** Waits until a job is through, and gives what is left of it. */
async function through(job: string | null, stop: AbortSignal): Promise<Result<PrintTraces, PrintFailure>> {
  const files = await keptFiles();
  if (job === null) return ok({ job: "unknown", files });
  const end = await endOfJob(job, stop);
  if (end === "gone" || end === "unknown") return ok({ job: end, files });
  return fail({ code: "print.not-finished", job, cancelled: end === "cancelled" });
}

/** The sheet as a PDF of as many pages as its kind may have. The bytes are the caller's to wipe. */
async function drawPdf(window: BrowserWindow, sheet: Sheet): Promise<Result<Uint8Array, PrintFailure>> {
  const drawing = window.webContents.printToPDF({
    pageSize: PAGE_SIZES[sheet.paper],
    preferCSSPageSize: true,
    printBackground: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
  });
  // Rejects where the page crashed or Chromium could not lay it out.
  const pdf = await drawing.catch(() => null);
  if (pdf === null) return fail({ code: "print.failed", reason: "the sheet could not be drawn" });
  const pages = countPages(pdf);
  if (pages === 1 || (pages > 1 && mayHaveMany(sheet))) return ok(pdf);
  pdf.fill(0);
  return fail({ code: "print.not-one-page", pages });
}

/** A script or a record takes as many pages as it needs. A secret stands on one: of a second nobody would know. */
function mayHaveMany({ kind }: Sheet): boolean {
  return kind === "script" || kind === "record";
}

/**
 * A person chooses the printer. That they closed the dialog without printing is a failure like another, and so is that
 * it was stopped: a dialog can hang, and goes with its window.
 */
function printWithDialog(
  window: BrowserWindow,
  paper: Paper,
  stop: AbortSignal,
): Promise<Result<PrintTraces, PrintFailure>> {
  return new Promise((resolve) => {
    const failed = (reason: string) => resolve(fail({ code: "print.failed", reason }));
    stop.addEventListener("abort", () => resolve(fail(stopped)));
    window.webContents.print(
      { silent: false, printBackground: true, pageSize: PAGE_SIZES[paper], margins: { marginType: "none" } },
      (printed, reason) => (printed ? resolve(ok({ job: "unknown", files: "unknown" })) : failed(reason)),
    );
  });
}

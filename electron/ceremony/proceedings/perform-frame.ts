import type { Failure } from "../../contract/errors";
import { noPrinters } from "../../contract/printers";
import { assertNever, fail, type Result } from "../../contract/result";
import type { Sheet } from "../../contract/sheets";
import { nothingKnown } from "../../preflight/compared";
import type { Effects } from "../effects";
import type { FrameEvent, FrameTask } from "./frame";
import { lastNotes } from "./frame-notes";
import { listPrinters, type PdfFolders, printSheet } from "./print-page";
import type { Proceedings, RecordSoFar } from "./proceedings";

/** What a ceremony gives for the tasks of its frame. */
export interface FrameBench<P> {
  readonly proceedings: Proceedings;
  readonly effects: Effects;
  readonly folders: PdfFolders;
  /** Ends the waiting for a printer. */
  readonly stop: AbortSignal;
  readonly practice: boolean;
  /** Where the keystore is or will be. */
  readonly keystorePath: string;
  /** The folders that the ceremony writes to. */
  readonly places: readonly string[];
  readonly scriptSheet: (task: Extract<FrameTask<P>, { do: "print-page" }>) => Sheet;
  readonly recordSheet: (task: Extract<FrameTask<P>, { do: "print-page" }>, record: RecordSoFar) => Sheet;
  /** Takes the ceremony's place and opens the record there. */
  readonly openRecord: () => Promise<Result<null>>;
  /** The record is sealed, or given up: the next start need not tell of this ceremony. */
  readonly closed: () => Promise<unknown>;
}

/** Does one task of the frame and gives the event that it ends with. */
export async function performFrame<P>(task: FrameTask<P>, bench: FrameBench<P>): Promise<FrameEvent> {
  const { effects } = bench;
  switch (task.do) {
    case "list-printers":
      return { type: "printers", printers: await listPrinters(bench.practice, effects) };
    case "print-page":
      return { type: "page-printed", result: await printPage(task, bench) };
    case "open-record":
      return { type: "record-opened", result: await bench.openRecord() };
    case "look":
      return { type: "looked", findings: await effects.preflight(bench.places) };
    case "seal":
      return { type: "record-sealed", result: await seal(task, bench) };
    default:
      return assertNever(task);
  }
}

/** The event of a task of the frame that met a bug. */
export function failedFrame<P>(task: FrameTask<P>, failure: Failure): FrameEvent {
  const result = fail(failure);
  switch (task.do) {
    case "list-printers":
      return { type: "printers", printers: noPrinters };
    case "print-page":
      return { type: "page-printed", result };
    case "open-record":
      return { type: "record-opened", result };
    case "look":
      return { type: "looked", findings: nothingKnown() };
    case "seal":
      return { type: "record-sealed", result };
    default:
      return assertNever(task);
  }
}

async function seal<P>(task: Extract<FrameTask<P>, { do: "seal" }>, bench: FrameBench<P>) {
  const sealed = bench.proceedings.seal(lastNotes(task.last));
  if (sealed.ok) await bench.closed();
  return sealed;
}

async function printPage<P>(task: Extract<FrameTask<P>, { do: "print-page" }>, bench: FrameBench<P>) {
  const { proceedings, folders, effects, keystorePath, stop } = bench;
  const { soFar } = proceedings;
  const isRecord = task.page === "record" && soFar !== null;
  const sheet = isRecord ? bench.recordSheet(task, soFar) : bench.scriptSheet(task);
  const file = `${task.page}.pdf`;
  return printSheet({ sheet, printer: task.printer, keystorePath, file, stop }, folders, effects);
}

import type { PrinterReach, PrintFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import type { Paper } from "../contract/sheets";
import { jobIn, reachesIn } from "./cups-output";
import { findProgram, runProgram } from "./run-program";

const LIST_TIMEOUT = 10_000;
const PRINT_TIMEOUT = 60_000;

/**
 * What every sheet is printed with, whatever the queue's or the person's defaults are: one copy, one page on
 * one side of one paper, all of it inside the printable area, and no banner page that others would read.
 */
const SHEET_OPTIONS = ["number-up=1", "sides=one-sided", "job-sheets=none,none", "fit-to-page"];

/** The names of paper in CUPS (PWG 5101.1, in short). */
const MEDIA: Readonly<Record<Paper, string>> = { a4: "A4", letter: "Letter" };

/** A queue of CUPS, and what it says of the way to its printer. */
export interface Queue {
  readonly name: string;
  readonly reach: PrinterReach;
}

/** CUPS's queues, or null where there is no CUPS. An empty list: it has none, or does not answer. */
export async function listQueues(folders?: string[]): Promise<readonly Queue[] | null> {
  const lpstat = await findProgram("lpstat", folders);
  if (lpstat === null) return null;
  const [queues, devices] = await Promise.all(
    ["-e", "-v"].map((what) => runProgram(lpstat, [what], LIST_TIMEOUT)),
  );
  if (queues?.code !== 0) return [];
  const reaches = reachesIn(devices?.output ?? "");
  const names = queues.output.split("\n").filter((name) => name !== "");
  return names.map((name) => ({ name, reach: reaches.get(name) ?? "unknown" }));
}

/**
 * Hands a PDF to a queue of `listQueues`, on standard input, so that no file of ours ever holds it. The job's
 * title is the same for every sheet. Gives the job's name, null where `lp` does not say it. Fails with the last line
 * of what `lp` complained.
 */
export async function printPdf(
  pdf: Uint8Array,
  queue: string,
  paper: Paper,
  folders?: string[],
): Promise<Result<string | null, PrintFailure>> {
  const lp = await findProgram("lp", folders);
  if (lp === null) return fail({ code: "print.failed", reason: "lp is not installed" });
  const options = [...SHEET_OPTIONS, `media=${MEDIA[paper]}`].flatMap((option) => ["-o", option]);
  const args = ["-d", queue, "-t", "Key Ceremony sheet", "-n", "1", ...options, "-"];
  const { code, output, complaint } = await runProgram(lp, args, PRINT_TIMEOUT, pdf);
  if (code === 0) return ok(jobIn(output));
  const reason = complaint.trim().split("\n").at(-1);
  return fail({ code: "print.failed", reason: reason || "lp did not finish" });
}

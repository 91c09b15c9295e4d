import type { PrintFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { findProgram, runProgram } from "./run-program";

const LIST_TIMEOUT = 10_000;
const PRINT_TIMEOUT = 60_000;

/**
 * What every sheet is printed with, whatever the queue's or the person's defaults are: one copy, one page on
 * one side of one paper, all of it inside the printable area, and no banner page that others would read.
 */
const SHEET_OPTIONS = ["number-up=1", "sides=one-sided", "job-sheets=none,none", "fit-to-page"];

/** CUPS's queues by name, or null where there is no CUPS. An empty list: it has none, or does not answer. */
export async function listQueues(folders?: string[]): Promise<readonly string[] | null> {
  const lpstat = await findProgram("lpstat", folders);
  if (lpstat === null) return null;
  const { code, output } = await runProgram(lpstat, ["-e"], LIST_TIMEOUT);
  return code === 0 ? output.split("\n").filter((name) => name !== "") : [];
}

/**
 * Hands a PDF to a queue of `listQueues`, on standard input, so that no file of ours ever holds it. The job's
 * title is the same for every sheet. Fails with the last line of what `lp` complained.
 */
export async function printPdf(
  pdf: Uint8Array,
  queue: string,
  folders?: string[],
): Promise<Result<null, PrintFailure>> {
  const lp = await findProgram("lp", folders);
  if (lp === null) return fail({ code: "print.failed", reason: "lp is not installed" });
  const options = SHEET_OPTIONS.flatMap((option) => ["-o", option]);
  const args = ["-d", queue, "-t", "Key Ceremony sheet", "-n", "1", ...options, "-"];
  const { code, complaint } = await runProgram(lp, args, PRINT_TIMEOUT, pdf);
  if (code === 0) return ok(null);
  const reason = complaint.trim().split("\n").at(-1);
  return fail({ code: "print.failed", reason: reason || "lp did not finish" });
}

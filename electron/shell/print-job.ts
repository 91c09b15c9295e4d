import { setTimeout } from "node:timers/promises";
import { jobsIn } from "./cups-output";
import { findProgram, runProgram } from "./run-program";

const ASK_EVERY = 500;
const ANSWER_TIMEOUT = 10_000;
/** A page that did not come by then will not come by itself. Printers that wake up slowly take a minute. */
const FINISH_TIMEOUT = 180_000;

/** How a job ended. `unknown`: the print server no longer says. */
export type JobEnd = "gone" | "unknown" | "cancelled" | "left";

/**
 * Waits until a job of CUPS is through. One that is not in time, or that is stopped, is cancelled, so that nothing of
 * it comes out later; `left` where even that failed.
 */
export async function endOfJob(job: string, stop: AbortSignal, folders?: string[]): Promise<JobEnd> {
  const end = performance.now() + FINISH_TIMEOUT;
  for (;;) {
    const active = await isActive(job, folders);
    if (active === null) return "unknown";
    if (!active) return "gone";
    if (stop.aborted || performance.now() > end) {
      return (await cancelJob(job, ANSWER_TIMEOUT, folders)) ? "cancelled" : "left";
    }
    await setTimeout(ASK_EVERY, undefined, { signal: stop }).catch(() => undefined);
  }
}

/** Takes a job back from CUPS; false where that failed. */
export async function cancelJob(job: string, timeoutMs: number, folders?: string[]): Promise<boolean> {
  const program = await findProgram("cancel", folders);
  return program !== null && (await runProgram(program, [job], timeoutMs)).code === 0;
}

/** Whether CUPS still has a job to print; null where it does not say. */
async function isActive(job: string, folders: string[] | undefined): Promise<boolean | null> {
  const lpstat = await findProgram("lpstat", folders);
  if (lpstat === null) return null;
  const queue = job.slice(0, job.lastIndexOf("-"));
  const args = ["-W", "not-completed", "-o", queue];
  const { code, output } = await runProgram(lpstat, args, ANSWER_TIMEOUT);
  return code === 0 ? jobsIn(output).includes(job) : null;
}

import { setTimeout } from "node:timers/promises";
import { listsJob } from "./cups-output";
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
    if (stop.aborted || performance.now() > end) return cancel(job, folders);
    await setTimeout(ASK_EVERY, undefined, { signal: stop }).catch(() => undefined);
  }
}

async function cancel(job: string, folders: string[] | undefined): Promise<JobEnd> {
  const program = await findProgram("cancel", folders);
  if (program === null) return "left";
  const { code } = await runProgram(program, [job], ANSWER_TIMEOUT);
  return code === 0 ? "cancelled" : "left";
}

/** Whether CUPS still has a job to print; null where it does not say. */
async function isActive(job: string, folders: string[] | undefined): Promise<boolean | null> {
  const lpstat = await findProgram("lpstat", folders);
  if (lpstat === null) return null;
  const queue = job.slice(0, job.lastIndexOf("-"));
  const args = ["-W", "not-completed", "-o", queue];
  const { code, output } = await runProgram(lpstat, args, ANSWER_TIMEOUT);
  return code === 0 ? listsJob(output, job) : null;
}

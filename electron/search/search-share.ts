import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ShareFailure } from "../contract/errors";
import { fail, type Result } from "../contract/result";
import { conclude } from "../share/repair/conclude";
import { planOrRefuse } from "../share/repair/cost";
import { isQuick, wipePlan } from "../share/repair/plan";
import type { KnownSets, Repairs } from "../share/repair/repair";
import { Ledger } from "./ledger";
import type { WorkerTask } from "./messages";

const MOST_WORKERS = 8;
/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 100;

/** How a search is watched and ended. */
export interface Watch {
  /** Told at most ten times a second how much is done, 0..1. */
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Searches for the repairs of a share in worker threads, so that this one stays free (FORMATS §2.2).
 *
 * `entered`: 31 or 30 numbers, `UNREADABLE` for `?`; they stay the caller's. `workerFile`: where the bundle
 * of worker.ts lies. Where a commitment proves it the search ends with the first solution, since there is no
 * other; else it goes to its end. Its payloads are the caller's to wipe. A cancelled search ends within a
 * tenth of a second or so, and every worker wipes what it had. Fails with share.search-cancelled, or as
 * `planOrRefuse` and `conclude` do; throws as the first does, and when a worker breaks.
 */
export async function searchShare(
  entered: Uint16Array,
  known: KnownSets | null,
  { onProgress, signal }: Watch,
  workerFile: string,
): Promise<Result<Repairs, ShareFailure>> {
  const planned = planOrRefuse(entered, known);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const ledger = new Ledger(plan, known !== null);
  const cancel = () => ledger.end();
  signal.addEventListener("abort", cancel);
  if (signal.aborted) cancel();
  try {
    const report = atMostEvery(REPORT_EVERY, onProgress);
    const workers = Array.from({
      length: isQuick(plan) ? 1 : Math.min(availableParallelism(), MOST_WORKERS),
    });
    await allEnded(
      workers.map(() => employ(workerFile, { entered: copyOf(entered), known }, ledger, report)),
      ledger,
    );
    if (ledger.complete) return conclude(plan, ledger.found);
    for (const { payload } of ledger.found) payload.wipe();
    return fail({ code: "share.search-cancelled" });
  } finally {
    signal.removeEventListener("abort", cancel);
    wipePlan(plan);
  }
}

/**
 * Starts a worker and gives it parts until there are none for it. Ends when its thread has; throws if that
 * breaks.
 */
function employ(
  file: string,
  task: WorkerTask,
  ledger: Ledger,
  report: (done: number) => void,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: task, transferList: [task.entered], execArgv: [] });
    worker.on("message", (answer) => {
      report(ledger.take(answer));
      worker.postMessage(ledger.next());
    });
    worker.once("error", reject);
    worker.once("exit", resolve);
    worker.postMessage(ledger.next());
  });
}

/** Waits for every worker. Where one broke, the others end as well, and its error is thrown. */
async function allEnded(workers: readonly Promise<unknown>[], ledger: Ledger): Promise<void> {
  try {
    await Promise.all(workers);
  } catch (bug) {
    ledger.end();
    await Promise.allSettled(workers);
    for (const { payload } of ledger.found) payload.wipe();
    throw bug;
  }
}

function copyOf(numbers: Uint16Array): ArrayBuffer {
  const memory = new ArrayBuffer(numbers.byteLength);
  new Uint16Array(memory).set(numbers);
  return memory;
}

function atMostEvery(interval: number, report: (done: number) => void): (done: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (done) => {
    const now = performance.now();
    if (now - last < interval) return;
    last = now;
    report(done);
  };
}

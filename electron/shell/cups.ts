import { hostname, networkInterfaces } from "node:os";
import type { PrinterReach, PrintFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import type { Paper } from "../contract/sheets";
import { isServerElsewhere } from "./cups-configuration";
import { devicesIn, hasNoQueue, jobIn, jobsIn, serverRuns } from "./cups-output";
import { cancelJob } from "./print-job";
import { reachOf } from "./printer-reach";
import { findProgram, runProgram } from "./run-program";

const LIST_TIMEOUT = 10_000;
const PRINT_TIMEOUT = 60_000;
/** Somebody has pressed "Stop", or the app ends, which waits ten seconds. */
const STOP_TIMEOUT = 3_000;

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

/** What CUPS said when it was asked for its queues. */
export interface Queues {
  readonly queues: readonly Queue[];
  /** It did not answer, or not to everything: what it has besides is not known. */
  readonly silent: boolean;
}

/**
 * CUPS's queues, or null where there is no CUPS. lpstat lists none and is content where the print server does not run, so it is
 * asked whether that runs as well; a server that takes the question and never answers is given up.
 */
export async function listQueues(folders?: string[]): Promise<Queues | null> {
  const lpstat = await findProgram("lpstat", folders);
  if (lpstat === null) return null;
  const ask = (what: string) => runProgram(lpstat, [what], LIST_TIMEOUT);
  const [names, devices, server, elsewhere] = await Promise.all([
    ask("-e"),
    ask("-v"),
    ask("-r"),
    isServerElsewhere(),
  ]);
  const answered =
    serverRuns(server.output) &&
    names.code === 0 &&
    (devices.code === 0 || (devices.code !== null && hasNoQueue(devices.complaint)));
  const found = devicesIn(devices.output);
  const ownNames = thisMachinesNames();
  const queues = names.output.split("\n").filter((name) => name !== "");
  return {
    // A cable of another machine's begins behind a network.
    queues: queues.map((name) => ({
      name,
      reach: elsewhere ? "network" : reachOf(found.get(name) ?? "", ownNames),
    })),
    silent: !answered,
  };
}

/** What a queue's address may call this machine, besides the loopback's names. */
function thisMachinesNames(): readonly string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((known) => known ?? []);
  const name = hostname();
  // The second is what the machine is called where names are announced, as printers are.
  return [name, `${name.replace(/\..*/, "")}.local`, ...addresses.map(({ address }) => address)];
}

/** Where a PDF goes, on what, and what stops it on its way. */
interface Job {
  readonly queue: string;
  readonly paper: Paper;
  readonly stop: AbortSignal;
}

/**
 * Hands a PDF to a queue of `listQueues`, on standard input, so that no file of ours ever holds it. The job's
 * title is the same for every sheet. Gives the job's name, null where `lp` does not say it. Fails with the last line
 * of what `lp` complained. Where it is stopped `lp` is killed, and what it may have handed over by then is cancelled.
 */
export async function printPdf(
  pdf: Uint8Array,
  { queue, paper, stop }: Job,
  folders?: string[],
): Promise<Result<string | null, PrintFailure>> {
  const lp = await findProgram("lp", folders);
  if (lp === null) return fail({ code: "print.failed", reason: "lp is not installed" });
  const options = [...SHEET_OPTIONS, `media=${MEDIA[paper]}`].flatMap((option) => ["-o", option]);
  const args = ["-d", queue, "-t", "Key Ceremony sheet", "-n", "1", ...options, "-"];
  const before = await jobsOf(queue, LIST_TIMEOUT, stop, folders);
  if (stop.aborted) return fail(stopped);
  const { code, output, complaint } = await runProgram(lp, args, PRINT_TIMEOUT, { input: pdf, stop });
  if (code === 0) return ok(jobIn(output));
  if (stop.aborted) return fail(await cancelNew(queue, before, folders));
  const reason = complaint.trim().split("\n").at(-1);
  return fail({ code: "print.failed", reason: reason || "lp did not finish" });
}

const stopped = { code: "print.failed", reason: "it was stopped" } as const;

/** Cancels what stands in a queue now and did not before. It is not known where the print server does not say. */
async function cancelNew(
  queue: string,
  before: readonly string[] | null,
  folders: string[] | undefined,
): Promise<PrintFailure> {
  const now = await jobsOf(queue, STOP_TIMEOUT, undefined, folders);
  if (before === null || now === null) return stopped;
  const made = now.filter((job) => !before.includes(job));
  const cancelled = await Promise.all(made.map((job) => cancelJob(job, STOP_TIMEOUT, folders)));
  if (made.length === 0) return stopped;
  return { code: "print.not-finished", job: made.join(", "), cancelled: cancelled.every((done) => done) };
}

/** The jobs that a queue still has to print; null where CUPS does not say, or it was stopped. */
async function jobsOf(
  queue: string,
  timeoutMs: number,
  stop: AbortSignal | undefined,
  folders: string[] | undefined,
): Promise<readonly string[] | null> {
  const lpstat = await findProgram("lpstat", folders);
  if (lpstat === null) return null;
  const asked = await runProgram(
    lpstat,
    ["-W", "not-completed", "-o", queue],
    timeoutMs,
    stop === undefined ? {} : { stop },
  );
  return asked.code === 0 ? jobsIn(asked.output) : null;
}

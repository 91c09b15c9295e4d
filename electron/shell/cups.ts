import { hostname, networkInterfaces } from "node:os";
import type { PrinterReach, PrintFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import type { Paper } from "../contract/sheets";
import { isServerElsewhere } from "./cups-configuration";
import { devicesIn, hasNoQueue, jobIn, serverRuns } from "./cups-output";
import { reachOf } from "./printer-reach";
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

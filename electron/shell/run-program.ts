import { spawn } from "node:child_process";
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { join } from "node:path";

/** Where a system keeps its own programs. PATH is not asked: it may name a folder that others can write. */
const PROGRAM_FOLDERS = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];

/** The full path of one of the system's programs, or null where it is not installed. */
export async function findProgram(name: string, folders = PROGRAM_FOLDERS): Promise<string | null> {
  for (const folder of folders) {
    const path = join(folder, name);
    const found = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return path;
  }
  return null;
}

/** Some of what a program runs with; by default nothing on its standard input, and nobody who stops it. */
interface Run {
  readonly input?: Uint8Array;
  readonly stop?: AbortSignal;
}

/** How a program ended. `code` is null where it could not start or was stopped. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly complaint: string;
}

/**
 * Runs a program, never through a shell, with `input` on its standard input, and waits for its end, at most
 * `timeoutMs`, or until `stop`: then it is killed, and nothing is waited for. Of the environment it gets English messages and where the print server is.
 */
export function runProgram(
  path: string,
  args: readonly string[],
  timeoutMs: number,
  { input, stop }: Run = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(path, args, { env: environment(), timeout: timeoutMs, killSignal: "SIGKILL" });
    let output = "";
    let complaint = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaint += text;
    });
    const end = (ended: Ended) => {
      stop?.removeEventListener("abort", kill);
      resolve(ended);
    };
    const kill = () => {
      child.kill("SIGKILL");
      // What it has started itself may hold these open.
      child.stdout.destroy();
      child.stderr.destroy();
      end({ code: null, output, complaint });
    };
    child.on("error", (error) => end({ code: null, output: "", complaint: error.message }));
    child.on("close", (code) => end({ code, output, complaint }));
    stop?.addEventListener("abort", kill);
    if (stop?.aborted) kill();
    // A program that ends before it read everything breaks the pipe; how it ended says why.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

function environment(): NodeJS.ProcessEnv {
  const { CUPS_SERVER, CUPS_SERVERROOT } = process.env;
  return {
    LC_ALL: "C",
    ...(CUPS_SERVER === undefined ? {} : { CUPS_SERVER }),
    ...(CUPS_SERVERROOT === undefined ? {} : { CUPS_SERVERROOT }),
  };
}

import { spawn } from "node:child_process";
import { constants } from "node:os";
import { Stop } from "./say.mjs";

/**
 * @typedef {object} Finished
 * @property {number} code exit code; 128 + the signal's number where a signal ended it
 * @property {string} output what it wrote, empty unless `quiet`
 */

/**
 * Runs a program to its end. While it runs, Ctrl-C and a request to end are the program's to answer:
 * this process waits for it, passes on what did not reach it, and then stops as well.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, quiet?: boolean, signal?: AbortSignal }} [options]
 *   `quiet` collects the output instead of showing it; `signal` ends the program early
 * @returns {Promise<Finished>}
 * @throws {Stop} when the person interrupted it, or the program is not there
 */
export async function run(command, args, { env = process.env, cwd, quiet = false, signal } = {}) {
  const child = spawn(command, args, {
    env,
    cwd,
    signal,
    stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }

  /** @type {NodeJS.Signals | undefined} */
  let interruptedBy;
  /** @param {NodeJS.Signals} name */
  const passOn = (name) => {
    interruptedBy = name;
    // At a terminal Ctrl-C reaches the whole process group; a second one would make some programs drop their work.
    if (name !== "SIGINT" || !process.stdin.isTTY) child.kill(name);
  };
  /** @type {NodeJS.Signals[]} */
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const name of signals) process.on(name, passOn);

  try {
    const code = await new Promise((resolve, reject) => {
      child.on("error", (error) => (error.name === "AbortError" ? undefined : reject(error)));
      child.on("close", (exit, by) => resolve(exit ?? 128 + constants.signals[by ?? "SIGTERM"]));
    });
    if (interruptedBy) throw new Stop("Stopped.", 128 + constants.signals[interruptedBy]);
    return { code, output };
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(`The program ${command} could not be started. Is it installed?`);
  } finally {
    for (const name of signals) process.off(name, passOn);
  }
}

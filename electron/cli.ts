#!/usr/bin/env node
import { join } from "node:path";
import { IDLE_MINUTES } from "./ceremony/writing/renewal-plan";
import { endRequested } from "./cli/end-requested";
import { giveUpClosedTerminals, Output } from "./cli/output";
import { openPrompt } from "./cli/prompt";
import { runCli } from "./cli/run";
import { searchAtTerminal } from "./cli/search-at-terminal";
import { namesOf, strayIn } from "./preflight/started-with";
import { thisWorkstation } from "./preflight/workstation";

// What Node itself was told, before the name of this program.
const stray = strayIn({ argv: [process.execPath, ...process.execArgv], env: process.env, packaged: false });

/** The command line's entry: the same rooms as the app, without a window. */
giveUpClosedTerminals();
const output = new Output(process.stdout);
const remarks = new Output(process.stderr);
// Whoever reads it hears of it; without a listener it would end the process wherever that is.
process.stdin.on("error", () => undefined);

runCli(process.argv.slice(2), {
  input: process.stdin,
  interactive: process.stdin.isTTY === true,
  output,
  remarks,
  openPrompt: (ended) =>
    openPrompt(process.stdin, {
      write: (text) => remarks.write(text),
      ended,
      interrupt: () => process.emit("SIGINT"),
      alarm: (milliseconds, ring) => {
        const timer = setTimeout(ring, milliseconds);
        return () => clearTimeout(timer);
      },
      now: () => performance.now(),
      patience: IDLE_MINUTES * 60_000,
    }),
  endRequested: () => endRequested(remarks.lost),
  search: searchAtTerminal(join(__dirname, "search-worker.cjs"), remarks),
  surroundings: thisWorkstation({ node: process.versions.node }, __dirname, namesOf(stray)),
})
  .then(
    (status) => {
      process.exitCode = status;
    },
    (bug: unknown) => {
      // Only what kind of error it was: messages quote what was being worked on.
      const kind = bug instanceof Error ? bug.name : typeof bug;
      remarks.write(`key-ceremony stopped by an internal error (${kind}). No answer was given.\n`);
      process.exitCode = 1;
    },
  )
  // An input that nobody closes would keep the process.
  .finally(() => process.stdin.destroy());

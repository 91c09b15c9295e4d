#!/usr/bin/env node
import { join } from "node:path";
import { endRequested } from "./cli/end-requested";
import { openPrompt } from "./cli/prompt";
import { runCli } from "./cli/run";
import { searchAtTerminal } from "./cli/search-at-terminal";
import { namesOf, strayIn } from "./preflight/started-with";
import { thisWorkstation } from "./preflight/workstation";

// What Node itself was told, before the name of this program.
const stray = strayIn({ argv: [process.execPath, ...process.execArgv], env: process.env, packaged: false });

/** The command line's entry: the same rooms as the app, without a window. */
runCli(process.argv.slice(2), {
  input: process.stdin,
  interactive: process.stdin.isTTY === true,
  print: (text) => process.stdout.write(text),
  remark: (text) => process.stderr.write(text),
  openPrompt: (ended) =>
    openPrompt(
      process.stdin,
      (text) => process.stderr.write(text),
      ended,
      () => process.emit("SIGINT"),
    ),
  endRequested,
  search: searchAtTerminal(join(__dirname, "search-worker.cjs"), process.stderr),
  surroundings: thisWorkstation({ node: process.versions.node }, __dirname, namesOf(stray)),
})
  .then(
    (status) => {
      process.exitCode = status;
    },
    (bug: unknown) => {
      // Only what kind of error it was: messages quote what was being worked on.
      const kind = bug instanceof Error ? bug.name : typeof bug;
      process.stderr.write(`key-ceremony stopped by an internal error (${kind}). No answer was given.\n`);
      process.exitCode = 1;
    },
  )
  // An input that nobody closes would keep the process.
  .finally(() => process.stdin.destroy());

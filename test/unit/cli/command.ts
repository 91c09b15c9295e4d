import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Prompt } from "../../../electron/cli/prompt";
import { runCli, type Sink } from "../../../electron/cli/run";
import { systemFiles } from "../../../electron/preflight/system-files";
import { type Surroundings, thisWorkstation } from "../../../electron/preflight/workstation";
import { searchHere } from "../../../electron/share/repair/search-here";
import { temporaryFolder } from "../files/temporary-folder";
import { textOf, type VectorVault } from "../keystore/vectors";

export interface Outcome {
  readonly status: number;
  readonly printed: string;
  readonly remarked: string;
}

/** A workstation that says the same of itself wherever the tests run: nothing. */
const surroundings: Surroundings = {
  ...thisWorkstation({ node: process.versions.node }, import.meta.dirname, []),
  system: systemFiles("/nowhere"),
  addresses: () => ({}),
  env: {},
};

/** Runs the command line in this process, `typed` on its standard input. `asked` is told each question, from 1. */
export async function run(
  argv: readonly string[],
  typed = "",
  interactive = false,
  ended: AbortSignal = new AbortController().signal,
  asked: (question: number, text: string) => void = () => undefined,
): Promise<Outcome> {
  let printed = "";
  let remarked = "";
  const status = await runCli(argv, {
    input: (async function* () {
      yield new TextEncoder().encode(typed);
    })(),
    interactive,
    output: sink((text) => {
      printed += text;
    }),
    remarks: sink((text) => {
      remarked += text;
    }),
    openPrompt: () => promptOf(typed, asked),
    endRequested: () => ended,
    search: async (entered, known) => searchHere(entered, known),
    surroundings,
  });
  return { status, printed, remarked };
}

/** Where everything can be written. */
function sink(write: (text: string) => void): Sink {
  return { write, settled: async () => undefined, code: null };
}

/** A line that is not typed: nobody presses a key for as long as shares may lie there. */
export const NOBODY = "(nobody)";

/** A prompt that is answered with these lines, and then ended. */
function promptOf(typed: string, asked: (question: number, text: string) => void): Prompt {
  const lines = typed.split("\n");
  let question = 0;
  const ask = async (text: string) => {
    question += 1;
    asked(question, text);
    const line = lines.shift();
    if (line === NOBODY) return { kind: "unattended" } as const;
    return line === undefined ? ({ kind: "end" } as const) : ({ kind: "line", text: line } as const);
  };
  return { ask, close: () => undefined };
}

/** The same with `--json`: the status and the one object. */
export async function runJson(
  argv: readonly string[],
  typed = "",
): Promise<[number, Record<string, unknown>]> {
  const { status, printed } = await run([...argv, "--json"], typed);
  return [status, JSON.parse(printed)];
}

/** Writes text to a new file of its own that only the owner reads, and gives its path. */
export async function fileOf(text: string, mode = 0o600): Promise<string> {
  const path = join(await temporaryFolder(), "file");
  await writeFile(path, text, { mode });
  return path;
}

/** A vector's keystore as a file. */
export const keystoreFileOf = (vault: VectorVault) => fileOf(textOf(vault));

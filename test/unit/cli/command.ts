import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Prompt } from "../../../electron/cli/prompt";
import { runCli } from "../../../electron/cli/run";
import { thisWorkstation } from "../../../electron/preflight/workstation";
import { searchHere } from "../../../electron/share/repair/search-here";
import { temporaryFolder } from "../files/temporary-folder";
import { textOf, type VectorVault } from "../keystore/vectors";

export interface Outcome {
  readonly status: number;
  readonly printed: string;
  readonly remarked: string;
}

/** Runs the command line in this process, `typed` on its standard input. */
export async function run(
  argv: readonly string[],
  typed = "",
  interactive = false,
  ended: AbortSignal = new AbortController().signal,
): Promise<Outcome> {
  let printed = "";
  let remarked = "";
  const status = await runCli(argv, {
    input: (async function* () {
      yield new TextEncoder().encode(typed);
    })(),
    interactive,
    print: (text) => {
      printed += text;
    },
    remark: (text) => {
      remarked += text;
    },
    openPrompt: () => promptOf(typed),
    endRequested: () => ended,
    search: async (entered, known) => searchHere(entered, known),
    surroundings: thisWorkstation({ node: process.versions.node }, import.meta.dirname),
  });
  return { status, printed, remarked };
}

/** A prompt that is answered with these lines, and then ended. */
function promptOf(typed: string): Prompt {
  const lines = typed.split("\n");
  return { ask: async () => lines.shift() ?? null, close: () => undefined };
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

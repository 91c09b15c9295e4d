import type { FileFailure, WrappingKeyFailure } from "../contract/errors";
import { fail, type Result } from "../contract/result";
import { readWrappingKeyFile, type WrappingKeyFile, wrappingKeyIn } from "../keystore/wrapping-key-file";
import { type Answer, refused } from "./answer";
import { readInput } from "./read-input";
import type { Terminal } from "./run";
import { unlessEnded } from "./unless-ended";
import { withMore } from "./where-things-stand";

/** Far more than a key or its sheet's lines take. */
const LIMIT = 4096;

/** Whether a path means standard input, which is read as it is and not opened anew. */
export function isStandardInput(path: string): boolean {
  return ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"].includes(path);
}

/**
 * The Wrapping Key from a file, or from standard input where `path` is "-": up to 4 KiB of what comes through a pipe, or a line that a
 * person types unseen. Null where it was ended before. The key is the caller's to wipe.
 */
export async function readKey(
  path: string,
  expectedBits: 192 | 256 | null,
  terminal: Terminal,
  ended: AbortSignal,
): Promise<Result<WrappingKeyFile, FileFailure | WrappingKeyFailure> | null> {
  if (!isStandardInput(path)) return readWrappingKeyFile(path, expectedBits);
  const text = terminal.interactive
    ? await askForKey(terminal, ended)
    : await unlessEnded(readInput(terminal.input, LIMIT), ended);
  if (text === null || typeof text === "string")
    return text === null ? null : wrappingKeyIn(text, expectedBits);
  return text.ok ? wrappingKeyIn(text.value, expectedBits) : fail(text.error);
}

async function askForKey(terminal: Terminal, ended: AbortSignal): Promise<string | null> {
  const prompt = terminal.openPrompt(ended);
  try {
    const reply = await prompt.ask("The Wrapping Key, not shown: ", false);
    return reply.kind === "line" ? reply.text : null;
  } finally {
    prompt.close();
  }
}

/** A no to a key that could not be read, and what to do where it comes through a pipe, which is never opened by a name. */
export function keyRefused(failure: FileFailure | WrappingKeyFailure): Answer {
  const answer = refused(failure);
  if (failure.code !== "file.not-a-file") return answer;
  return withMore(answer, [
    "A key that comes through a pipe is read from standard input: send it there, and give --wrapping-key-file -",
  ]);
}

import { assertNever } from "../contract/result";
import type { Surroundings } from "../preflight/workstation";
import { type Answer, printed, refused } from "./answer";
import { type Request, readArguments } from "./arguments";
import { checkShare } from "./check-share";
import { combine } from "./combine";
import { inspect } from "./inspect";
import type { Search } from "./mend-share";
import { preflight } from "./preflight";
import type { Prompt } from "./prompt";
import { readInput } from "./read-input";
import { recover } from "./recover";
import { rotate } from "./rotate";
import { usage, versionLine } from "./usage";
import { verify } from "./verify";
import { verifyRecord } from "./verify-record";

/** The outside of the command line: what it reads and where its text goes. */
export interface Terminal {
  readonly input: AsyncIterable<Uint8Array>;
  /** Whether a person types the input. */
  readonly interactive: boolean;
  print(text: string): void;
  /** For hints and wrong usage, beside the answer. */
  remark(text: string): void;
  /** Asks for lines without echo, where a person types. Until it is closed the keys are its own. */
  openPrompt(ended: AbortSignal): Prompt;
  /** From the first call on a request to end (Ctrl+C, SIGTERM) ends nothing by itself, and is told by this signal. */
  endRequested(): AbortSignal;
  /** Searches for the words of a damaged share. */
  readonly search: Search;
  /** What preflight looks at. */
  readonly surroundings: Surroundings;
}

/** Runs one command and gives the exit status: 0 yes, 1 no, 2 wrong usage. `argv` begins after the program. */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const request = readArguments(argv);
  switch (request.command) {
    case "help":
      terminal.print(`${usage}\n`);
      return 0;
    case "version":
      terminal.print(`${versionLine}\n`);
      return 0;
    case "usage":
      return wrongUsage(request.problem, request.json, terminal);
    default: {
      const answer = await answerTo(request, terminal);
      terminal.print(printed(answer, request.json));
      return answer.ok ? 0 : 1;
    }
  }
}

type Question = Exclude<Request, { readonly command: "help" | "version" | "usage" }>;

async function answerTo(question: Question, terminal: Terminal): Promise<Answer> {
  switch (question.command) {
    case "inspect":
      return inspect(question.path);
    case "verify":
      return verify(question.path, question.wrappingKeyFile);
    case "check-share":
      return withInput(terminal, "Enter the share, then press Ctrl+D.", (text) =>
        checkShare(question.path, text, terminal),
      );
    case "combine":
      return withInput(terminal, "Enter the shares, one a line, then press Ctrl+D.", (text) =>
        combine(question.path, text, terminal),
      );
    case "recover":
      return recover(question, terminal);
    case "rotate":
      return rotate(question, terminal);
    case "verify-record":
      return verifyRecord(question);
    case "preflight":
      return preflight(terminal.surroundings);
    default:
      return assertNever(question);
  }
}

async function withInput(
  terminal: Terminal,
  hint: string,
  answer: (text: string) => Promise<Answer>,
): Promise<Answer> {
  if (terminal.interactive) terminal.remark(`${hint}\n`);
  const text = await readInput(terminal.input);
  return text.ok ? answer(text.value) : refused(text.error);
}

function wrongUsage(problem: string, json: boolean, terminal: Terminal): 2 {
  if (json) {
    terminal.print(printed({ ok: false, code: "usage", facts: { message: problem }, lines: [] }, true));
  } else {
    terminal.remark(`${problem}\n\n${usage}\n`);
  }
  return 2;
}

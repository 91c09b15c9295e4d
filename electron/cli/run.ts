import { assertNever } from "../contract/result";
import type { Surroundings } from "../preflight/workstation";
import { type Answer, printed } from "./answer";
import { type Request, readArguments } from "./arguments";
import { checkShare } from "./check-share";
import { combine } from "./combine";
import { inspect } from "./inspect";
import type { Search } from "./mend-share";
import type { Output } from "./output";
import { preflight } from "./preflight";
import type { Prompt } from "./prompt";
import { recover } from "./recover";
import { rotate } from "./rotate";
import { tell } from "./tell";
import { usage, versionLine } from "./usage";
import { verify } from "./verify";
import { verifyRecord } from "./verify-record";
import { withShares } from "./with-shares";

/** Where text goes. That it cannot be written disturbs nobody: whoever has to know asks. */
export type Sink = Pick<Output, "write" | "settled" | "code">;

/** The outside of the command line: what it reads and where its text goes. */
export interface Terminal {
  readonly input: AsyncIterable<Uint8Array>;
  /** Whether a person types the input. */
  readonly interactive: boolean;
  readonly output: Sink;
  /** For hints and wrong usage, beside the answer. */
  readonly remarks: Sink;
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
      terminal.output.write(`${usage}\n`);
      return 0;
    case "version":
      terminal.output.write(`${versionLine}\n`);
      return 0;
    case "usage":
      return wrongUsage(request.problem, request.json, terminal);
    default: {
      const answer = await answerTo(request, terminal);
      return tell(answer, request.json, terminal);
    }
  }
}

type Question = Exclude<Request, { readonly command: "help" | "version" | "usage" }>;

async function answerTo(question: Question, terminal: Terminal): Promise<Answer> {
  switch (question.command) {
    case "inspect":
      return inspect(question.path);
    case "verify":
      return verify(question.path, question.wrappingKeyFile, terminal);
    case "check-share":
      return withShares("one", terminal, (text, ended) => checkShare(question.path, text, terminal, ended));
    case "combine":
      return withShares("several", terminal, (text, ended) => combine(question.path, text, terminal, ended));
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

function wrongUsage(problem: string, json: boolean, terminal: Terminal): 2 {
  if (json) {
    terminal.output.write(
      printed({ ok: false, code: "usage", facts: { message: problem }, lines: [] }, true),
    );
  } else {
    terminal.remarks.write(`${problem}\n\n${usage}\n`);
  }
  return 2;
}

import { IDLE_MINUTES } from "../ceremony/writing/renewal-plan";
import { counted } from "../contract/wording";
import { type Answer, refused } from "./answer";
import { askShare } from "./ask-share";
import { readInput } from "./read-input";
import type { Terminal } from "./run";

type Entered = { readonly text: string } | { readonly answer: Answer };

/**
 * The answer to what was entered: all of standard input, or, where a person types, a share or several, unseen. From
 * here on a request to end is told by the signal.
 */
export async function withShares(
  count: "one" | "several",
  terminal: Terminal,
  answer: (text: string, ended: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  if (!terminal.interactive) {
    // Until all is there nothing has to be put in order, and Ctrl+C ends it.
    const text = await readInput(terminal.input);
    return text.ok ? answer(text.value, terminal.endRequested()) : refused(text.error);
  }
  const ended = terminal.endRequested();
  const entered = await (count === "one" ? askForOne : askForSeveral)(terminal, ended);
  return "answer" in entered ? entered.answer : answer(entered.text, ended);
}

async function askForOne(terminal: Terminal, ended: AbortSignal): Promise<Entered> {
  const prompt = terminal.openPrompt(ended);
  try {
    const asked = await askShare(
      prompt,
      "The words or the QR text of the share (Ctrl+D ends), not shown: ",
      false,
    );
    if (asked.kind === "share") return { text: asked.text };
    return asked.kind === "end" ? { text: "" } : { answer: notEntered(asked.kind) };
  } finally {
    prompt.close();
  }
}

/** Shares until Ctrl+D, each behind an empty line, as they would come on a pipe. */
async function askForSeveral(terminal: Terminal, ended: AbortSignal): Promise<Entered> {
  const prompt = terminal.openPrompt(ended);
  const texts: string[] = [];
  try {
    for (;;) {
      const question = `The words or the QR text of share ${texts.length + 1} (Ctrl+D ends), not shown: `;
      const asked = await askShare(prompt, question, texts.length > 0);
      if (asked.kind === "end") return { text: texts.join("\n") };
      if (asked.kind !== "share") return { answer: notEntered(asked.kind) };
      // One line each, so that the answer can name a share by its number.
      texts.push(asked.text.replace(/[\r\n]+/gu, " "));
    }
  } finally {
    prompt.close();
  }
}

/** The answer where nothing was entered, and nothing is held open. */
export function notEntered(kind: "stopped" | "unattended"): Answer {
  const line =
    kind === "stopped"
      ? "Stopped. Nothing was changed, and what was entered is wiped."
      : `Nobody pressed a key for ${counted(IDLE_MINUTES, "minute")}, so what was entered is wiped. Begin again.`;
  return {
    ok: false,
    code: kind === "stopped" ? "stopped" : "ceremony.unattended",
    facts: {},
    lines: [line],
  };
}

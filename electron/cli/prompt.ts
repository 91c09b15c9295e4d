import type { ReadStream } from "node:tty";
import { LineEditor } from "./line-editor";

/** What came of a question. */
export type Reply =
  | { readonly kind: "line"; readonly text: string }
  /** Ctrl+D on an empty line. */
  | { readonly kind: "end" }
  /** Ctrl+C, a signal, or a terminal that is gone. */
  | { readonly kind: "stopped" }
  /** Nobody pressed a key for so long that what was entered is to be forgotten. */
  | { readonly kind: "unattended" };

/** Asks for lines that are not shown. */
export interface Prompt {
  /** `holds`: whether something was entered before that must not lie there unattended. */
  ask(question: string, holds: boolean): Promise<Reply>;
  /** Gives the keys back to the terminal. */
  close(): void;
}

/** Calls `ring` in so many milliseconds, unless it is called off by what this gives. */
export type Alarm = (milliseconds: number, ring: () => void) => () => void;

/** What a prompt needs beside the keys. */
export interface PromptNeeds {
  readonly write: (text: string) => void;
  /** Ends the prompt. */
  readonly ended: AbortSignal;
  /** Ctrl+C, which is a key like any other at a prompt. */
  readonly interrupt: () => void;
  readonly alarm: Alarm;
  readonly now: () => number;
  /** Milliseconds without a key after which what was entered is to be forgotten. */
  readonly patience: number;
}

type Keys = Pick<ReadStream, "setRawMode" | "on" | "off" | "resume" | "pause">;

/**
 * Takes over a terminal's keys: nothing typed is echoed, also between two questions, and what is pasted as several
 * lines answers several questions. Bytes are wiped as they are used; the line itself becomes a string.
 */
export function openPrompt(
  input: Keys,
  { write, ended, interrupt, alarm, now, patience }: PromptNeeds,
): Prompt {
  const editor = new LineEditor();
  const ahead: Reply[] = [];
  let isOver = ended.aborted;
  let waiting: { readonly give: (reply: Reply) => void; readonly holds: boolean } | null = null;
  let callOff = () => {};

  const give = (reply: Reply) => {
    callOff();
    if (waiting === null) ahead.push(reply);
    else waiting.give(reply);
    waiting = null;
  };
  const stop = () => {
    isOver = true;
    give({ kind: "stopped" });
  };
  const unattended = () => {
    editor.wipe();
    give({ kind: "unattended" });
  };
  /** From the last key on the time runs, while there is something to forget. */
  const watch = () => {
    callOff();
    callOff = waiting !== null && (waiting.holds || !editor.isEmpty) ? alarm(patience, unattended) : () => {};
  };
  const read = (chunk: Buffer) => {
    for (const pressed of editor.take(chunk, now())) {
      if (pressed.kind === "interrupt") interrupt();
      else give(pressed);
    }
    chunk.fill(0);
    watch();
  };
  // Whoever stopped the process has given the terminal its echo back.
  const hideAgain = () => {
    input.setRawMode(false);
    input.setRawMode(true);
  };

  input.setRawMode(true);
  input.on("data", read);
  for (const event of ["end", "close", "error"]) input.on(event, stop);
  ended.addEventListener("abort", stop);
  process.on("SIGCONT", hideAgain);
  input.resume();
  return {
    ask: async (question, holds) => {
      const reply: Reply | undefined = isOver ? { kind: "stopped" } : ahead.shift();
      // What is answered already, as by the lines of a paste, is not asked.
      if (reply !== undefined) return reply;
      write(question);
      const answer = await new Promise<Reply>((resolve) => {
        waiting = { give: resolve, holds };
        watch();
      });
      write("\n");
      return answer;
    },
    close: () => {
      callOff();
      editor.wipe();
      ahead.length = 0;
      process.off("SIGCONT", hideAgain);
      ended.removeEventListener("abort", stop);
      for (const event of ["end", "close", "error"]) input.off(event, stop);
      input.off("data", read);
      input.setRawMode(false);
      input.pause();
    },
  };
}

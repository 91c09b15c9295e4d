import type { ReadStream } from "node:tty";

/** Asks for lines that are not shown. */
export interface Prompt {
  /** The line, or null when the person wants to end: Ctrl+C, Ctrl+D, or a signal. */
  ask(question: string): Promise<string | null>;
  /** Gives the keys back to the terminal. */
  close(): void;
}

const INTERRUPT = 0x03;
const END = 0x04;
const ERASE_LINE = 0x15;
const ESCAPE = 0x1b;
const ERASE = [0x08, 0x7f];
const ENTER = [0x0a, 0x0d];

/** Far more than a share takes; what goes beyond is dropped. */
const LIMIT = 4096;

/**
 * Takes over a terminal's keys: nothing typed is echoed, also between two questions, and what is pasted as several
 * lines answers several questions. Ctrl+C, which is a key like any other then, calls `interrupt`. Bytes are wiped as they are used; the line itself becomes a string.
 */
export function openPrompt(
  input: Pick<ReadStream, "setRawMode" | "on" | "off" | "resume" | "pause">,
  write: (text: string) => void,
  ended: AbortSignal,
  interrupt: () => void,
): Prompt {
  const line = new Uint8Array(LIMIT);
  const lines: (string | null)[] = [];
  let length = 0;
  let inSequence = false;
  let waiting: ((line: string | null) => void) | null = null;

  const give = (text: string | null) => {
    if (waiting === null) lines.push(text);
    else waiting(text);
    waiting = null;
  };
  const finish = () => {
    const text = Buffer.from(line.buffer, 0, length).toString("utf8");
    line.fill(0);
    length = 0;
    give(text);
  };
  const take = (byte: number) => {
    // An arrow key or the like: ESC, often "[", and at last a letter or "~".
    if (inSequence) inSequence = byte < 0x40 || byte === 0x5b;
    else if (byte === ESCAPE) inSequence = true;
    else if (byte === INTERRUPT) interrupt();
    else if (byte === END && length === 0) give(null);
    else if (ENTER.includes(byte)) finish();
    else if (ERASE.includes(byte)) length = Math.max(0, length - 1);
    else if (byte === ERASE_LINE) length = 0;
    else if (byte >= 0x20 && length < LIMIT) line[length++] = byte;
  };
  const read = (chunk: Buffer) => {
    for (const byte of chunk) take(byte);
    chunk.fill(0);
  };
  const end = () => give(null);
  const next = async () => {
    const [typedAhead] = lines.splice(0, 1);
    if (typedAhead !== undefined) return typedAhead;
    if (ended.aborted) return null;
    return new Promise<string | null>((resolve) => {
      waiting = resolve;
    });
  };

  input.setRawMode(true);
  input.on("data", read);
  ended.addEventListener("abort", end);
  input.resume();
  return {
    ask: async (question) => {
      write(question);
      const text = await next();
      write("\n");
      return text;
    },
    close: () => {
      line.fill(0);
      lines.length = 0;
      ended.removeEventListener("abort", end);
      input.off("data", read);
      input.setRawMode(false);
      input.pause();
    },
  };
}

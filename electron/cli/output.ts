import { closeSync } from "node:fs";
import { isatty } from "node:tty";

/**
 * Where text goes. A reader that has gone away, a full disk and a terminal that was closed are no reason to stop what is
 * under way: from the first failure on nothing more is written, and `lost` says so.
 */
export class Output {
  readonly #stream: NodeJS.WriteStream;
  readonly #lost = new AbortController();
  #code: string | null = null;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
    stream.on("error", (thrown: NodeJS.ErrnoException) => this.#lose(thrown));
  }

  /** Is aborted when something could not be written. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** Why something could not be written, such as EPIPE or ENOSPC. Null where everything was. */
  get code(): string | null {
    return this.#code;
  }

  /** Whether a terminal shows it that understands how a line is cleared. */
  get isScreen(): boolean {
    return this.#stream.isTTY === true && process.env.TERM !== "dumb";
  }

  write(text: string): void {
    if (this.#code !== null) return;
    try {
      this.#stream.write(text);
    } catch (thrown) {
      this.#lose(thrown as NodeJS.ErrnoException);
    }
  }

  /** Waits until everything is written, or cannot be. */
  async settled(): Promise<void> {
    if (this.#code !== null) return;
    // A write of nothing is called back behind all others, and a failure is told first.
    await new Promise<void>((resolve) => {
      this.#lost.signal.addEventListener("abort", () => resolve(), { once: true });
      try {
        this.#stream.write("", () => resolve());
      } catch (thrown) {
        this.#lose(thrown as NodeJS.ErrnoException);
      }
    });
  }

  #lose({ code }: NodeJS.ErrnoException): void {
    this.#code ??= code ?? "unknown";
    this.#lost.abort();
  }
}

/**
 * At the end Node gives a terminal its settings back, and aborts the process, with a dump of its memory, where the terminal was
 * closed meanwhile. One that is gone is given up before.
 */
export function giveUpClosedTerminals(): void {
  const terminals = [0, 1, 2].filter((fd) => isatty(fd));
  process.on("exit", () => {
    for (const fd of terminals) {
      if (isatty(fd)) continue;
      try {
        closeSync(fd);
      } catch {
        // It was closed before.
      }
    }
  });
}

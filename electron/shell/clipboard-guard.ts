import { createHash } from "node:crypto";
import { holds } from "../contract/steps";
import type { AppView } from "../contract/views";
import type { Board, Content } from "./boards";

/** As much as could hold a share is looked at; of more, only whether it changed. */
const LOOKED_AT = 100_000;

/** A program that holds a board and does not answer for it keeps no app from ending. In milliseconds. */
const PATIENCE = 2_000;

/**
 * Leaves no secret on the clipboard. People may paste a share or a key; and a page that was taken over can, at a click, copy what
 * it sees in any disguise. So a board is emptied at the end of each step that shows a secret, and of the app, where it holds what
 * looks like one, a picture, or anything else than it held when that step, or the app, began. Only a hash of it is kept.
 */
export class ClipboardGuard {
  readonly #boards: readonly Board[];
  readonly #looksSecret: (text: string) => boolean;
  readonly #known = new Map<Board, string>();
  #secret = false;
  /** One look at the boards after the other. */
  #looked: Promise<void>;

  /** `looksSecret`: whether a text holds a share or a key. */
  constructor(boards: readonly Board[], looksSecret: (text: string) => boolean) {
    this.#boards = boards;
    this.#looksSecret = looksSecret;
    this.#looked = this.#each(async () => undefined);
  }

  /** A view is shown: with the first of a step that shows a secret the boards are looked at, with the first of another emptied. */
  follow(view: AppView): Promise<void> {
    const secret = holds("secret", view.page);
    if (secret === this.#secret) return this.#looked;
    this.#secret = secret;
    return secret ? this.#next(async () => undefined) : this.empty();
  }

  /** Empties what must be emptied. Never rejects. */
  async empty(): Promise<void> {
    const emptied = this.#next(async (board) => {
      const content = await board.read();
      if (this.#mayBeSecret(content) || hashOf(content) !== this.#known.get(board)) board.clear();
    });
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE);
    });
    await Promise.race([emptied, tooLong]);
    clearTimeout(timer);
  }

  /** Acts on each board, and keeps the hash of what it holds then. */
  #next(act: (board: Board) => Promise<void>): Promise<void> {
    this.#looked = this.#looked.then(() => this.#each(act));
    return this.#looked;
  }

  async #each(act: (board: Board) => Promise<void>): Promise<void> {
    for (const board of this.#boards) {
      try {
        await act(board);
        this.#known.set(board, hashOf(await board.read()));
      } catch {
        // Some displays have no such board. No step fails for it.
      }
    }
  }

  #mayBeSecret({ formats, texts }: Content): boolean {
    const picture = formats.some((format) => format.startsWith("image/"));
    return picture || texts.some((text) => this.#looksSecret(text.slice(0, LOOKED_AT)));
  }
}

function hashOf(content: Content): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

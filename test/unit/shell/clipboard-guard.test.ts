import { expect, it } from "vitest";
import type { AppView } from "../../../electron/contract/views";
import { looksSecret } from "../../../electron/record/looks-secret";
import type { Board, Content } from "../../../electron/shell/boards";
import { ClipboardGuard } from "../../../electron/shell/clipboard-guard";

/** A board in memory, as the system's are for what lies on them. */
class MemoryBoard implements Board {
  held: Content;
  broken = false;

  constructor(held: Content = nothing) {
    this.held = held;
  }

  async read(): Promise<Content> {
    if (this.broken) throw new Error("no such board");
    return this.held;
  }

  clear(): void {
    this.held = nothing;
  }
}

const nothing: Content = { formats: [], texts: [] };
const text = (...texts: string[]): Content => ({ formats: ["text/plain"], texts });

/** Two boards, the second of which holds something, and what guards them. */
function made(held: Content = nothing) {
  const boards = [new MemoryBoard(), new MemoryBoard(held)];
  return { board: boards[1] as MemoryBoard, guard: new ClipboardGuard(boards, looksSecret) };
}

const at = (step: string) => ({ page: { at: "ceremony", step } }) as unknown as AppView;
const words = "abandon ability able about above absent absorb abstract absurd abuse access accident";
const secrets: readonly (readonly [what: string, Content])[] = [
  ["a share's words", text(words)],
  ["a share's code", text("KC1:ABCDEFGH")],
  ["a key", text("0123456789abcdef".repeat(4))],
  ["words with markup", text("", `<p>${words}</p>`)],
  ["a picture, which may be of a code", { formats: ["text/plain", "image/png"], texts: [] }],
];

it.each(secrets)("is emptied of %s behind a step that shows a secret, not before", async (_what, secret) => {
  const { board, guard } = made(secret);
  for (const step of ["gather", "enter-share", "enter-share"]) {
    await guard.follow(at(step));
    expect(board.held).toBe(secret);
  }
  await guard.follow(at("gather"));
  expect(board.held).toBe(nothing);
});

it.each(secrets)("is emptied of %s at the end of the app", async (_what, secret) => {
  const { board, guard } = made(secret);
  await guard.empty();
  expect(board.held).toBe(nothing);
});

it("is emptied of whatever came there in such a step, in any disguise, and by the end", async () => {
  const { board, guard } = made(text("harmless"));
  await guard.follow(at("read-back"));
  board.held = text("c2hhcmU=");
  await guard.follow(at("verified"));
  expect(board.held).toBe(nothing);
  board.held = text("c2hhcmU=");
  await guard.follow(at("distribute"));
  expect(board.held).not.toBe(nothing);
  await guard.empty();
  expect(board.held).toBe(nothing);
});

it("is left as it is where nothing was put there", async () => {
  const held = text("harmless");
  const { board, guard } = made(held);
  await guard.follow(at("read-back"));
  await guard.follow(at("verified"));
  await guard.empty();
  expect(board.held).toBe(held);
});

it("stops nothing where a system has no such board", async () => {
  const { board, guard } = made();
  board.broken = true;
  await guard.follow(at("read-back"));
  await guard.follow(at("verified"));
  await guard.empty();
});

import { EventEmitter } from "node:events";
import { afterEach, expect, it } from "vitest";
import { openPrompt, type Prompt } from "../../../electron/cli/prompt";

/** A terminal's keys, as a test presses them. */
class Keys extends EventEmitter {
  raw = false;
  readonly modes: boolean[] = [];
  setRawMode(raw: boolean): this {
    this.raw = raw;
    this.modes.push(raw);
    return this;
  }
  resume = () => this;
  pause = () => this;
  press(text: string): Buffer {
    const chunk = Buffer.from(text);
    this.emit("data", chunk);
    return chunk;
  }
}

const open: Prompt[] = [];
afterEach(() => {
  for (const prompt of open.splice(0)) prompt.close();
});

function opened() {
  const keys = new Keys();
  const ending = new AbortController();
  const alarms = new Map<symbol, () => void>();
  let written = "";
  const prompt = openPrompt(keys as never, {
    write: (text) => {
      written += text;
    },
    ended: ending.signal,
    interrupt: () => ending.abort(),
    alarm: (milliseconds, ring) => {
      expect(milliseconds).toBe(900_000);
      const alarm = Symbol();
      alarms.set(alarm, ring);
      return () => void alarms.delete(alarm);
    },
    now: () => 0,
    patience: 900_000,
  });
  open.push(prompt);
  const ask = (question = "", holds = false) => prompt.ask(question, holds);
  return { keys, prompt, ask, ending, alarms, written: () => written };
}

const line = (text: string) => ({ kind: "line", text });
const stopped = { kind: "stopped" };

it("gives the line that was typed, shows none of it, and wipes what came in", async () => {
  const { keys, prompt, ask, written } = opened();
  expect(keys.raw).toBe(true);
  const answer = ask("Share: ");
  const chunk = keys.press("zoo cité\r");
  expect(await answer).toEqual(line("zoo cité"));
  expect(written()).toBe("Share: \n");
  expect([...chunk].every((byte) => byte === 0)).toBe(true);
  prompt.close();
  expect(keys.raw).toBe(false);
  for (const event of ["data", "end", "close", "error"]) expect(keys.listenerCount(event)).toBe(0);
});

it("answers several questions with lines that were pasted at once", async () => {
  const { keys, ask } = opened();
  keys.press("one\ntwo\nth");
  expect(await ask()).toEqual(line("one"));
  expect(await ask()).toEqual(line("two"));
  const third = ask();
  keys.press("ree\n");
  expect(await third).toEqual(line("three"));
});

it("ends at Ctrl+C, at Ctrl+D on an empty line, and on a signal, also between two questions", async () => {
  for (const [pressed, reply] of [
    ["half\u0003", stopped],
    ["half\u001c", stopped],
    ["\u0004", { kind: "end" }],
  ] as const) {
    const { keys, ask } = opened();
    const answer = ask();
    keys.press(pressed);
    expect(await answer).toEqual(reply);
  }
  const ahead = opened();
  ahead.keys.press("first\r\u0003");
  expect(await ahead.ask()).toEqual(stopped);
  const waiting = opened();
  const answer = waiting.ask();
  waiting.ending.abort();
  expect(await answer).toEqual(stopped);
  expect(await waiting.ask()).toEqual(stopped);
});

it.each(["end", "close", "error"])(
  "ends when the terminal is gone and its input says so by %s",
  async (event) => {
    const { keys, ask } = opened();
    const answer = ask();
    keys.emit(event, new Error("EIO"));
    expect(await answer).toEqual(stopped);
    expect(await ask()).toEqual(stopped);
  },
);

it("takes no more than a line can hold", async () => {
  const { keys, ask } = opened();
  const answer = ask();
  keys.press(`${"x".repeat(5000)}\n`);
  expect(await answer).toEqual(line("x".repeat(4096)));
});

it("forgets what is unattended, from the last key on, and only where there is something to forget", async () => {
  const { keys, ask, alarms } = opened();
  const empty = ask();
  expect(alarms.size).toBe(0);
  keys.press("half a sha");
  expect(alarms.size).toBe(1);
  const [first] = alarms.keys();
  keys.press("re");
  expect([alarms.size, alarms.keys().next().value === first]).toEqual([1, false]);
  for (const ring of alarms.values()) ring();
  expect(await empty).toEqual({ kind: "unattended" });
  const holding = ask("", true);
  expect(alarms.size).toBe(1);
  keys.press("zoo\r");
  expect(await holding).toEqual(line("zoo"));
  expect(alarms.size).toBe(0);
});

it("hides the keys again when the process goes on after it was stopped", () => {
  const { keys, prompt } = opened();
  process.emit("SIGCONT");
  expect(keys.modes).toEqual([true, false, true]);
  prompt.close();
  process.emit("SIGCONT");
  expect(keys.raw).toBe(false);
});

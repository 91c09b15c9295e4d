import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { openPrompt } from "../../../electron/cli/prompt";

/** A terminal's keys, as a test presses them. */
class Keys extends EventEmitter {
  raw = false;
  setRawMode(raw: boolean): this {
    this.raw = raw;
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

function opened() {
  const keys = new Keys();
  const ending = new AbortController();
  let written = "";
  const prompt = openPrompt(
    keys as never,
    (text) => {
      written += text;
    },
    ending.signal,
    () => ending.abort(),
  );
  return { keys, prompt, ending, written: () => written };
}

it("gives the line that was typed, shows none of it, and wipes what came in", async () => {
  const { keys, prompt, written } = opened();
  expect(keys.raw).toBe(true);
  const line = prompt.ask("Share: ");
  const chunk = keys.press("zoo cité\r");
  expect(await line).toBe("zoo cité");
  expect(written()).toBe("Share: \n");
  expect([...chunk].every((byte) => byte === 0)).toBe(true);
  prompt.close();
  expect(keys.raw).toBe(false);
  expect(keys.listenerCount("data")).toBe(0);
});

it("lets a line be mended, and passes over arrows and the like", async () => {
  const { keys, prompt } = opened();
  const line = prompt.ask("");
  keys.press("wrong\u0015zoq\u007fo\u001b[D\u001b[3~\u0007 zoo\n");
  expect(await line).toBe("zoo zoo");
});

it("answers several questions with lines that were pasted at once", async () => {
  const { keys, prompt } = opened();
  keys.press("one\ntwo\nth");
  expect(await prompt.ask("")).toBe("one");
  expect(await prompt.ask("")).toBe("two");
  const third = prompt.ask("");
  keys.press("ree\n");
  expect(await third).toBe("three");
});

it("ends at Ctrl+C, at Ctrl+D on an empty line, and on a signal, also between two questions", async () => {
  for (const end of ["half\u0003", "\u0004"]) {
    const { keys, prompt } = opened();
    const line = prompt.ask("");
    keys.press(end);
    expect(await line).toBe(null);
  }
  const ahead = opened();
  ahead.keys.press("\u0003");
  expect(await ahead.prompt.ask("")).toBe(null);
  const waiting = opened();
  const line = waiting.prompt.ask("");
  waiting.ending.abort();
  expect(await line).toBe(null);
  expect(await waiting.prompt.ask("")).toBe(null);
});

it("takes no more than a line can hold", async () => {
  const { keys, prompt } = opened();
  const line = prompt.ask("");
  keys.press(`${"x".repeat(5000)}\n`);
  expect((await line)?.length).toBe(4096);
});

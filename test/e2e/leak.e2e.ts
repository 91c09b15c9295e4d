import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ElectronApplication, expect, type Page } from "@playwright/test";
import { flattenedDecrypt } from "jose";
import { GenerationAtTheKeyboard } from "./drive/generation.mjs";
import { timesInMemory } from "./drive/memory.mjs";
import { codesOn, wordsOf } from "./drive/paper.mjs";
import { recordOf } from "./drive/record";
import { test } from "./drive/test";

test("nothing that a whole ceremony says, shows, remembers, records or writes holds the Master Key", async ({
  folder,
  open,
}) => {
  test.slow();
  const profile = join(folder, "profile");
  const place = join(folder, "medium");
  await Promise.all([profile, place].map((path) => mkdir(path)));
  const { app, page, said } = await open({ profile });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await tapMessages(app);
  const shown: string[] = [];
  const rehearsal = new GenerationAtTheKeyboard(page, async () => {
    shown.push(await page.content());
  });
  await rehearsal.rehearses(place);

  const wrappingKey = Buffer.from(await readFile(join(place, "wrapping-key.txt"), "ascii"), "hex");
  const keystore = JSON.parse(await readFile(join(place, "keystore.json"), "utf8"));
  const masterKey = Buffer.from((await flattenedDecrypt(keystore.encryptedKey, wrappingKey)).plaintext);
  const messages = await tappedMessages(app);
  // The tap works: it heard the people's names, and five read-backs of 31 words, one message a word.
  expect(messages).toContain("Ada Okafor");
  expect(messages.match(/"command:enterWords"/g)).toHaveLength(5 * 31);

  const heard = { messages, shown: shown.join(""), said: said.join(""), heap: await heapOf(page) };
  expect(heard.heap).toContain("Ada Okafor");
  for (const [where, text] of Object.entries(heard)) {
    expect(
      formsOf(masterKey).filter((form) => text.includes(form)),
      where,
    ).toEqual([]);
    expect(
      formsOf(wrappingKey).filter((form) => text.includes(form)),
      where,
    ).toEqual([]);
  }
  if (process.platform === "linux") {
    // The memory is searched while the app still runs; the vault's name shows that the search finds what is there.
    const main = app.process().pid ?? 0;
    expect(await timesInMemory(main, Buffer.from("Payments EU"))).toBeGreaterThan(0);
    for (const pid of await processesOf(app)) {
      expect(await timesInMemory(pid, masterKey)).toBe(0);
      expect(await timesInMemory(pid, Buffer.from(masterKey.toString("hex")))).toBe(0);
    }
  }
  const files = await filesBelow(folder);
  const holding = (secret: Buffer) =>
    files.filter(({ bytes }) => [secret, ...formsOf(secret)].some((form) => bytes.includes(form)));
  expect(holding(masterKey).map(({ path }) => path)).toEqual([]);
  expect(holding(wrappingKey).map(({ path }) => path)).toEqual(["medium/wrapping-key.txt"]);

  const record = await readFile(await recordOf(join(place, "keystore.json")), "utf8");
  expect(record.match(/"event":"share.verified"/g)).toHaveLength(5);
  const told = record.toLowerCase();
  const inFours = (key: Buffer) => key.toString("hex").match(/.{4}/g)?.join(" ") ?? "";
  for (const key of [masterKey, wrappingKey]) {
    expect(formsOf(key).filter((form) => record.includes(form))).toEqual([]);
    expect(told).not.toContain(inFours(key).slice(0, 9));
  }
  for (const index of [1, 2, 3, 4, 5]) {
    const sheet = join(place, "sheets", `share-${index}.pdf`);
    const runs = runsOf(await wordsOf(sheet));
    expect(runs).toHaveLength(31 - 2);
    expect(runs.filter((run) => run.test(told))).toEqual([]);
    for (const code of await codesOn(sheet)) expect(told).not.toContain(code.slice(4, 20).toLowerCase());
  }
});

/** Every three words in a row, however they are set apart. */
function runsOf(words: readonly string[]): readonly RegExp[] {
  return words.slice(2).map((_, at) => new RegExp(words.slice(at, at + 3).join("\\W+")));
}

/** The ways in which bytes are written down as text. */
function formsOf(secret: Buffer): readonly string[] {
  return [
    secret.toString("hex"),
    secret.toString("hex").toUpperCase(),
    secret.toString("base64url"),
    secret.toString("base64").replace(/=+$/, ""),
    [...secret].join(","),
    secret.toString("latin1"),
  ];
}

/** Keeps, in the main process, every message between it and the main window, as text. */
async function tapMessages(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow, ipcMain }) => {
    type Handler = (event: unknown, ...given: unknown[]) => unknown;
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
    for (const [channel, handler] of handlers) {
      handlers.set(channel, async (event, ...given) => {
        const answer = await handler(event, ...given);
        heard.push(JSON.stringify([channel, given, answer]));
        return answer;
      });
    }
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) throw new Error("There is no window.");
    const send = contents.send.bind(contents);
    contents.send = (channel, ...given) => {
      heard.push(JSON.stringify([channel, given]));
      send(channel, ...given);
    };
  });
}

function tappedMessages(app: ElectronApplication): Promise<string> {
  return app.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.join("\n"));
}

/** Every process of the app. */
function processesOf(app: ElectronApplication): Promise<number[]> {
  return app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
}

/** Everything that the page's JavaScript still holds. */
async function heapOf(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  devtools.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
  await devtools.send("HeapProfiler.takeHeapSnapshot");
  return chunks.join("");
}

async function filesBelow(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ path, name }) => join(path, name));
  return Promise.all(
    files.map(async (path) => ({ path: path.slice(folder.length + 1), bytes: await readFile(path) })),
  );
}

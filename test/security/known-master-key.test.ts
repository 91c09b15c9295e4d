import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Room } from "../../electron/ceremony/room";
import type { CommandName, Input } from "../../electron/contract/commands";
import type { Result } from "../../electron/contract/result";
import type { ProofSheet, ShareSheet } from "../../electron/contract/sheets";
import type { Transport } from "../../electron/contract/transport";
import type { AppView } from "../../electron/contract/views";
import { SecretBytes } from "../../electron/crypto/secret-bytes";
import { serve } from "../../electron/ipc/handle";
import { bagged, closeRecord, openRecord } from "../unit/ceremony/held-frame";
import { holdRoom, ordered, people } from "../unit/ceremony/held-room";

const masterKey = Buffer.from("4d61737465724b657931323334353637383930414243444546474849504d4b21", "hex");
const recoveryKey = Buffer.from("5265636f766572794b65793132333435363738393041424344454647485265c3", "hex");
const wrappingKey = Buffer.from("577261707069696e674b657931323334353637383930414243444546475765c4", "hex");

/** Every way in which the bytes could have been written down. */
function forms(secret: Buffer): readonly Buffer[] {
  const numbers = [...secret];
  return [
    secret,
    Buffer.from([...secret].reverse()),
    ...[
      secret.toString("hex"),
      secret.toString("hex").toUpperCase(),
      secret.toString("base64").replace(/=+$/, ""),
      secret.toString("base64url"),
      secret.toString("latin1"),
      numbers.join(","),
      numbers.join(", "),
      JSON.stringify(Object.fromEntries(numbers.entries())),
    ].map((text) => Buffer.from(text)),
  ];
}

function holds(haystack: Buffer, secret: Buffer): boolean {
  return forms(secret).some((form) => haystack.includes(form));
}

/** The app's IPC with a listener on the line: every message both ways is kept, as the bytes it is sent as. */
function tapped(room: Room) {
  const messages: Buffer[] = [];
  const answers = new Map<string, (stamp: unknown, input: unknown) => Promise<Result<unknown>>>();
  let view: AppView | null = null;
  const keep = (message: unknown) => messages.push(Buffer.from(JSON.stringify(message)));
  const transport: Transport = {
    onCommand: (name, answer) => answers.set(name, (stamp, input) => answer("main-window", stamp, input)),
    pushView: (pushed) => {
      view = pushed;
      keep(pushed);
    },
  };
  serve(transport, room);
  const send = async <N extends CommandName>(name: N, input: Input<N>) => {
    const stamp = { ceremonyId: view?.ceremonyId ?? null, revision: view?.revision ?? 1 };
    keep({ name, stamp, input });
    const answer = await answers.get(name)?.(stamp, input);
    keep(answer);
    if (answer?.ok !== true) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
    return answer.value;
  };
  return { messages, send };
}

async function filesBelow(folder: string): Promise<readonly { name: string; bytes: Buffer }[]> {
  const names = await readdir(folder, { recursive: true });
  const files = names.map(async (name) => ({
    name,
    bytes: await readFile(join(folder, name)).catch(() => null),
  }));
  return (await Promise.all(files)).flatMap(({ name, bytes }) => (bytes === null ? [] : [{ name, bytes }]));
}

describe("a ceremony with a known Master Key", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("shows it in no message, view, log line, sheet or file, nor the Recovery Key; the Wrapping Key only in its file", async () => {
    const said: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
    vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
    const known = [masterKey, recoveryKey, wrappingKey];
    const given: SecretBytes[] = [];
    const held = await holdRoom({
      random: (length) => {
        const next = length === 32 ? known.shift() : undefined;
        const secret = next === undefined ? SecretBytes.random(length) : SecretBytes.copyOf(next);
        given.push(secret);
        return secret;
      },
    });
    const { messages, send } = tapped(held.room);
    const seen: { name: string; bytes: Buffer }[] = [];
    const step = async <N extends CommandName>(name: N, input: Input<N>) => {
      const value = await send(name, input);
      seen.push(...(await filesBelow(held.folder)));
      return value;
    };

    await step("startGenerate", { practice: false });
    await step("planVault", { vaultName: "Payments EU" });
    await step("planPeople", people);
    await step("planQuorum", { threshold: 3, allNeededAccepted: false });
    await step("planKey", { bits: 256 });
    const keyPath = join(held.folder, "wrapping-key.txt");
    const delivery = { way: "file", path: keyPath } as const;
    const keystorePath = join(held.folder, "keystore.json");
    await step("planPlaces", { keystorePath, delivery, sharedMediumAccepted: true });
    await step("acceptPlan", { runtimeAccepted: false, rehearsalHeld: false });
    await openRecord({ must: step, view: held.view });
    await step("printProof", ordered("paper"));
    await step("enterProof", { text: (held.printed.at(-1) as ProofSheet).words.join(" ") });
    await step("begin", null);
    expect(known).toEqual([]);
    for (const index of [1, 2, 3, 4, 5]) {
      await step("chooseShare", { index });
      await step("custodianReady", null);
      await step("printShare", ordered("paper"));
      await step("answerPrinted", { cameOut: true });
      await step("enterWords", { position: 1, text: (held.printed.at(-1) as ShareSheet).words.join(" ") });
      await step("shareHandled", { bag: bagged(`N-${index}`) });
    }
    await step("deliver", { delivery, order: null });
    await step("copyKeystore", { path: join(held.folder, "second.json") });
    await closeRecord({ must: step, view: held.view });
    expect(held.at("done").made.masterKey).toMatch(/^[0-9a-f]{16}$/);

    const sheets = held.printed.map((sheet) => Buffer.from(JSON.stringify(sheet)));
    const log = Buffer.from(said.join(""));
    for (const secret of [masterKey, recoveryKey]) {
      for (const bytes of [...messages, ...sheets, log, ...seen.map((file) => file.bytes)]) {
        expect(holds(bytes, secret)).toBe(false);
      }
    }
    for (const bytes of [...messages, ...sheets, log]) expect(holds(bytes, wrappingKey)).toBe(false);
    const whereKeyStood = new Set(
      seen.filter(({ bytes }) => holds(bytes, wrappingKey)).map(({ name }) => name),
    );
    expect([...whereKeyStood]).toEqual(["wrapping-key.txt"]);
    // The search would have found it: what stands in the Wrapping Key's file is what was searched for.
    expect(await readFile(keyPath, "ascii")).toBe(wrappingKey.toString("hex"));
    expect(given.filter(({ length }) => length === 32).every(({ wiped }) => wiped)).toBe(true);
  });

  it("never puts a share into a view or an answer, but four words where its custodian copies by hand", async () => {
    const held = await holdRoom();
    const { messages, send } = tapped(held.room);
    await send("startGenerate", { practice: false });
    await send("planVault", { vaultName: "V" });
    await send("planPeople", people);
    await send("planQuorum", { threshold: 3, allNeededAccepted: false });
    await send("planKey", { bits: 192 });
    const keystorePath = join(held.folder, "k.json");
    await send("planPlaces", { keystorePath, delivery: { way: "sheet" }, sharedMediumAccepted: false });
    await send("acceptPlan", { runtimeAccepted: false, rehearsalHeld: false });
    await openRecord({ must: send, view: held.view });
    await send("skipProof", null);
    await send("chooseShare", { index: 1 });
    await send("custodianReady", null);
    await send("copyByHand", null);
    const groups: (readonly string[])[] = [];
    for (const group of [0, 1, 2, 3, 4, 5, 6, 7]) {
      groups.push((await send("revealWords", { group })) as readonly string[]);
    }
    const words = groups.flat();
    expect(words).toHaveLength(31);
    await send("copiedByHand", null);
    await expect(send("revealWords", { group: 0 })).rejects.toThrow("ceremony.not-now");
    await send("enterWords", { position: 1, text: words.join(" ") });
    held.at("verified");
    // Some words of the list also name members of a view ("index"): two that follow each other tell a share.
    const pairs = words.slice(1).flatMap((word, at) => [`"${words[at]}","${word}"`, `${words[at]} ${word}`]);
    const carries = (text: string | Buffer) => pairs.some((pair) => text.includes(pair));
    // Eight answers to revealWords, and the message that reads the sheet back.
    expect(messages.filter(carries)).toHaveLength(9);
    expect(held.views.map((view) => JSON.stringify(view)).filter(carries)).toEqual([]);
  });
});

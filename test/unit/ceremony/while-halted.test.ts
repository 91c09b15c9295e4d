import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { page, startRound, whoChecks } from "./held-check";
import { comeToPreflight, openRecord } from "./held-frame";
import { takeRecordAway } from "./held-generation";
import { recordIn } from "./held-record";
import {
  acceptAndOpen,
  type HeldRoom,
  handOver,
  holdRoom,
  people,
  planAndBegin,
  printShare,
} from "./held-room";
import { watchSecrets } from "./held-secrets";
import { giveShare, type HeldVault, makeVaultFile } from "./held-vault";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const notNow = { ok: false, error: { code: "ceremony.not-now" } };

/** A renewal of a new vault, up to what opens it. */
async function renewing(opener: "quorum" | "wrapping-key"): Promise<[HeldRoom, HeldVault]> {
  const held = await holdRoom();
  const vault = await makeVaultFile(held.folder);
  await held.must("openKeystore", { path: vault.path });
  await held.must("startRenewal", { kind: "rotate" });
  const why = { reason: "It is due", authorisation: "The board", opener };
  await held.must("planReason", { ...why, destroyed: [], idleMinutes: 15 });
  await held.must("planPeople", { ...people, custodians: [] });
  await held.must("planKey", { bits: 256 });
  const delivery = { way: "file", path: join(held.folder, "new-key.txt") } as const;
  await held.must("planPlaces", { keystorePath: "", delivery, sharedMediumAccepted: true });
  await acceptAndOpen(held);
  return [held, vault];
}

/** Takes the record away as soon as a step is shown; gives what puts it back. */
function haltAt(held: HeldRoom, step: string): Promise<() => Promise<void>> {
  return new Promise((resolve) => {
    held.room.onView(({ page }) => {
      if ("step" in page && page.step === step) resolve(takeRecordAway(held.folder));
    });
  });
}

describe("while a ceremony is halted", () => {
  it("the Wrapping Key that opens the keystore is kept, and used once it is told", async () => {
    const [held, vault] = await renewing("wrapping-key");
    const putBack = await takeRecordAway(held.folder);
    await held.must("enterCurrentKey", { way: "typed", text: vault.wrappingKey });
    held.at("halted");
    expect(await held.send("enterCurrentKey", { way: "typed", text: vault.wrappingKey })).toEqual(notNow);
    await putBack();
    await held.must("retryRecord", null);
    held.at("deliver");
  });

  it("that Wrapping Key is forgotten when nobody attends to it, and the record tells that it was", async () => {
    const [held, vault] = await renewing("wrapping-key");
    const secrets = watchSecrets();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const putBack = await takeRecordAway(held.folder);
    await vi.advanceTimersByTimeAsync(14 * 60_000);
    await held.must("enterCurrentKey", { way: "typed", text: vault.wrappingKey });
    await vi.advanceTimersByTimeAsync(14 * 60_000);
    expect(secrets.alive()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(secrets.alive()).toEqual([]);
    held.at("halted");
    await putBack();
    await held.must("retryRecord", null);
    expect(held.at("current-key").problem).toEqual({ code: "ceremony.key-unattended", minutes: 15 });
    expect((await recordIn(held.folder)).events.at(-1)).toBe("key.forgotten");
    await held.must("enterCurrentKey", { way: "typed", text: vault.wrappingKey });
    held.at("deliver");
  });

  it("nothing is said of a Wrapping Key that nobody has entered", async () => {
    const [held] = await renewing("wrapping-key");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await held.must("enterCurrentKey", { way: "typed", text: "5e".repeat(32) });
    const before = held.view();
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(held.view()).toBe(before);
  });

  it("what has opened the keystore is forgotten, for the record can only say what came of it", async () => {
    const [held, vault] = await renewing("wrapping-key");
    const secrets = watchSecrets();
    const putBack = haltAt(held, "making");
    await held.must("enterCurrentKey", { way: "typed", text: vault.wrappingKey });
    held.at("halted");
    const atHand = secrets.alive().length;
    await (await putBack)();
    await held.must("retryRecord", null);
    held.at("deliver");
    expect(secrets.alive()).toHaveLength(atHand);
  });

  it("a key that was refused is not", async () => {
    const [held] = await renewing("wrapping-key");
    const secrets = watchSecrets();
    await takeRecordAway(held.folder);
    await held.must("enterCurrentKey", { way: "typed", text: "5e".repeat(32) });
    held.at("halted");
    expect(secrets.alive()).toEqual([]);
  });

  it("no other share comes in that nobody would be told of", async () => {
    const [held, vault] = await renewing("quorum");
    const [first = "", second = ""] = vault.sheets.map(({ words }) => words.join(" "));
    await held.must("enterShare", null);
    const putBack = await takeRecordAway(held.folder);
    await held.must("enterWords", { position: 1, text: first });
    held.at("halted");
    const secrets = watchSecrets();
    expect(await held.send("enterWords", { position: 1, text: second })).toEqual(notNow);
    expect(secrets.count()).toBe(0);
    await putBack();
    await held.must("retryRecord", null);
    expect(held.at("bag").given.map(({ custodian }) => custodian)).toEqual(["Carla"]);
    await held.must("shareBagged", { opened: null, sealed: null });
    await giveShare(held, vault, 1);
    held.at("deliver");
  });

  it("no share is read back, and wiped, that the record would still call unproven", async () => {
    const held = await holdRoom();
    await planAndBegin(held);
    await printShare(held, 1);
    const sheet = held.printed.at(-1);
    const text = sheet?.kind === "share" ? sheet.words.join(" ") : "";
    const putBack = await takeRecordAway(held.folder);
    await held.must("enterWords", { position: 1, text: "nonsense" });
    held.at("halted");
    const secrets = watchSecrets();
    expect(await held.send("enterWords", { position: 1, text })).toEqual(notNow);
    await putBack();
    await held.must("retryRecord", null);
    await held.must("reprint", null);
    await held.must("answerSpoiled", { seenByOthers: false });
    await held.must("printShare", { printer: "paper", paper: "a4", reachAccepted: false });
    expect(held.printed).toHaveLength(2);
    expect(held.printed.at(-1)).toMatchObject({ words: sheet?.kind === "share" ? sheet.words : [] });
    expect(secrets.alive()).toEqual([]);
  });

  it("no report of a round is written that its record does not know of", async () => {
    const [held] = await startRound();
    await held.must("planCheck", whoChecks);
    await openRecord(held);
    await held.must("endRound", null);
    const first = join(held.folder, "first.txt");
    const putBack = await takeRecordAway(held.folder);
    await held.must("saveCustody", { path: first });
    page(held, "halted");
    expect(await held.send("saveCustody", { path: join(held.folder, "second.txt") })).toEqual(notNow);
    expect(await readdir(held.folder)).not.toContain("second.txt");
    await putBack();
    await held.must("retryRecord", null);
    expect(page(held, "custody").savedTo).toBe(first);
  });
});

/** What somebody does to the record's file. */
const meddlings: readonly (readonly [string, (path: string, text: Buffer) => void])[] = [
  ["deleted", (path) => rmSync(path)],
  ["cut", (path) => truncateSync(path, 100)],
  ["changed", (path, text) => writeFileSync(path, text.toString().replace("Payments EU", "Payments US"))],
  [
    "replaced by a folder",
    (path) => {
      rmSync(path);
      mkdirSync(path);
    },
  ],
  [
    "replaced by a pipe",
    (path) => {
      rmSync(path);
      execFileSync("mkfifo", [path]);
    },
  ],
  [
    "replaced by another record",
    (path, text) => {
      rmSync(path);
      writeFileSync(path, text.subarray(0, text.length - 1));
    },
  ],
];

describe.each(meddlings)("a record that was %s", (_, meddle) => {
  it("halts a ceremony before its next secret, and lets it go on when it is whole", async () => {
    const held = await holdRoom();
    await planAndBegin(held);
    await handOver(held, 1);
    const { path } = await recordIn(held.folder);
    const text = readFileSync(path);
    meddle(path, text);
    const printed = held.printed.length;
    await held.must("chooseShare", { index: 2 });
    await held.must("custodianReady", null);
    expect(held.at("halted")).toMatchObject({ problem: { code: "proceedings.not-written" } });
    await held.must("retryRecord", null);
    held.at("halted");
    expect(held.printed).toHaveLength(printed);
    rmSync(path, { recursive: true, force: true });
    writeFileSync(path, text);
    await held.must("retryRecord", null);
    held.at("sheet");
    expect((await recordIn(held.folder)).events.at(-1)).toBe("share.handed-over");
  });

  it("keeps an abort from nothing but its seal", async () => {
    const secrets = watchSecrets();
    const held = await holdRoom();
    await planAndBegin(held);
    await handOver(held, 1);
    const { path } = await recordIn(held.folder);
    meddle(path, readFileSync(path));
    await held.must("askAbort", null);
    await held.must("abort", null);
    expect(held.at("aborted").record).toMatchObject({ head: null });
    expect(secrets.alive()).toEqual([]);
  });
});

it("a record's place that is taken is refused, and nothing begins", async () => {
  const id = "c27f43c3-28ec-4e8e-8349-2d73d1e84eec";
  const held = await holdRoom({ uuid: () => id });
  await writeFile(join(held.folder, `keystore.${id}.record.jsonl`), "somebody else's");
  await expect(planAndBegin(held)).rejects.toThrow();
  expect(held.at("script").problem).toMatchObject({ code: "file.exists" });
  await expect(comeToPreflight(held)).rejects.toThrow();
});

import { renameSync } from "node:fs";
import { rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { CommandName } from "../../../electron/contract/commands";
import { fail, ok } from "../../../electron/contract/result";
import type { Sheet } from "../../../electron/contract/sheets";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { searchHere } from "../../../electron/share/repair/search-here";
import { tinyMedium } from "../files/tiny-medium";
import { signAndSeal } from "./held-frame";
import { carryOut, type Deed, generate, generation, place, stepOf, takeRecordAway } from "./held-generation";
import { othersIn, recordIn } from "./held-record";
import { acceptAndOpen, type HeldRoom, handOver, holdRoom, people, planAndBegin } from "./held-room";
import { watchSecrets } from "./held-secrets";
import { giveShare, makeVaultFile } from "./held-vault";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const started = place("startCeremony") + 1;
const written = place("keyBagged") + 1;
/** What has begun when the record fails: its end is what could not be written, and nothing follows from it. */
const underWay: readonly CommandName[] = ["copyKeystore"];

const notNow = { ok: false, error: { code: "ceremony.not-now" } };

async function abort(held: HeldRoom): Promise<void> {
  await held.must("askAbort", null);
  await held.must("abort", null);
  held.at("aborted");
}

/** Whether the ceremony halts where the record is away during the deed. Puts nothing back. */
async function haltsAt(held: HeldRoom, deed: Deed): Promise<() => Promise<void>> {
  const putBack = await takeRecordAway(held.folder);
  await carryOut(held, deed);
  return putBack;
}

/** A room whose record is taken away while a sheet of this kind is being printed. */
async function losingRecordAt(kind: Sheet["kind"]): Promise<HeldRoom> {
  const held: HeldRoom = await holdRoom({
    printing: {
      list: async () => ({
        found: [{ id: "paper", name: "Paper", kind: "queue", reach: "local" }],
        silent: false,
      }),
      print: async (sheet) => {
        held.printed.push(sheet);
        if (sheet.kind === kind) await takeRecordAway(held.folder);
        return ok({ job: "gone", files: "not-kept" });
      },
      toPdf: async () => fail({ code: "print.failed", reason: "there is none" }),
    },
  });
  return held;
}

describe("a record that cannot be written", () => {
  it("halts the ceremony at each deed that it would tell, and lets it go on from there", async () => {
    const calm = await holdRoom();
    await generate(calm);
    let drawn = 0;
    const random = (length: number) => {
      drawn += 1;
      return SecretBytes.random(length);
    };
    const held = await holdRoom({ random });
    await generate(held, started);
    const halted: CommandName[] = [];
    for (const deed of generation.slice(started)) {
      const before = { printed: held.printed.length, drawn, files: await othersIn(held.folder) };
      const putBack = await haltsAt(held, deed);
      if (stepOf(held) !== "halted") {
        await putBack();
        continue;
      }
      halted.push(deed.name);
      const committed = generation.indexOf(deed) >= written;
      expect(held.at("halted")).toMatchObject({
        committed,
        problem: { code: "proceedings.not-written", because: "file.missing" },
      });
      if (!underWay.includes(deed.name)) {
        expect(held.printed).toHaveLength(before.printed);
        expect(drawn).toBe(before.drawn);
        expect((await othersIn(held.folder)).filter((name) => !name.endsWith(".away"))).toEqual(before.files);
      }
      // Nothing else can be done, and nothing is changed by trying again too early.
      expect(await held.send(deed.name, deed.input(held) as never)).toEqual(notNow);
      expect(await held.send("askException", { about: null })).toEqual(notNow);
      if (!committed) expect(await held.send("endWithoutRecord", null)).toEqual(notNow);
      await held.must("retryRecord", null);
      held.at("halted");
      await putBack();
      await held.must("retryRecord", null);
      expect(stepOf(held)).not.toBe("halted");
    }
    held.at("done");
    const share = ["custodianReady", "printShare", "enterWords", "shareHandled"];
    expect(halted).toEqual([
      ...[
        "firstHashWritten",
        "compareClock",
        "compareAppHash",
        "passPreflight",
        "printProof",
        "enterProof",
        "begin",
      ],
      ...[...share, ...share, ...share],
      ...[
        "deliver",
        "enterWrappingKey",
        "keyBagged",
        "copyKeystore",
        "signOff",
        "signOff",
        "signOff",
        "sealRecord",
      ],
    ]);
    const { verified, events } = await recordIn(held.folder);
    expect(verified.sealed).toBe(true);
    expect(events).toEqual((await recordIn(calm.folder)).events);
  });

  it.each(
    generation
      .slice(started, written)
      .map(({ name }, at) => [started + at, name] as const)
      .filter(
        ([, name]) => !["choosePage", "chooseShare", "answerPrinted", "answerKeyPrinted"].includes(name),
      ),
  )("lets an abort wipe everything where it halts at deed %d, %s", async (at) => {
    const secrets = watchSecrets();
    const held = await holdRoom();
    await generate(held, at);
    await haltsAt(held, generation[at] as Deed);
    held.at("halted");
    expect(held.room.mayClose()).toBe(false);
    await held.must("abort", null);
    expect(held.at("aborted").record).toMatchObject({ head: null });
    expect(secrets.alive()).toEqual([]);
    expect((await othersIn(held.folder)).filter((name) => !name.endsWith(".away"))).toEqual([]);
    await held.must("toRecord", null);
    expect(held.at("sealed")).toMatchObject({ head: null, aborted: true });
    await held.must("goHome", null);
    expect(held.view().page).toEqual({ at: "home", unfinished: null });
  });

  it("seals the record of an abort that can be written again", async () => {
    const held = await holdRoom();
    await generate(held, place("custodianReady"));
    const putBack = await haltsAt(held, generation[place("custodianReady")] as Deed);
    await putBack();
    await abort(held);
    const { verified, events } = await recordIn(held.folder);
    expect(verified).toMatchObject({ sealed: true, head: held.at("aborted").record?.head });
    expect(events.slice(-2)).toEqual(["ceremony.aborted", "record.sealed"]);
  });

  it("lets an abort name the pages that came out although it could not be told", async () => {
    const held = await losingRecordAt("share");
    await generate(held, place("printShare") + 1);
    held.at("halted");
    expect(held.printed.at(-1)).toMatchObject({ kind: "share", index: 1 });
    await abort(held);
    expect(held.at("aborted").destroy).toMatchObject([{ index: 1, copies: 1 }]);

    const other = await losingRecordAt("wrapping-key");
    await generate(other, place("deliver") + 1);
    other.at("halted");
    expect(other.printed.at(-1)).toMatchObject({ kind: "wrapping-key" });
    await abort(other);
    expect(other.at("aborted").destroyWrappingKeySheet).toBe(true);
  });

  it("aborts by itself what others saw, once people give up to have it told", async () => {
    const held = await holdRoom();
    await generate(held, place("answerPrinted") + 1);
    await held.must("declareSpoiled", null);
    const putBack = await takeRecordAway(held.folder);
    await held.must("answerSpoiled", { seenByOthers: true });
    held.at("halted");
    await putBack();
    await held.must("retryRecord", null);
    expect(held.at("aborted").destroy).toMatchObject([{ index: 1 }]);
    const { events } = await recordIn(held.folder);
    expect(events.slice(-3)).toEqual(["share.spoiled", "ceremony.aborted", "record.sealed"]);
  });

  it("keeps an exception from being lost: it is refused, and the ceremony stays where it is", async () => {
    const held = await holdRoom();
    await generate(held, place("chooseShare"));
    const putBack = await takeRecordAway(held.folder);
    const [witnessedBy = ""] = people.witnesses;
    const exception = {
      about: null,
      expected: "E",
      happened: "H",
      decided: "D",
      decidedBy: "Chen",
      witnessedBy,
    };
    await held.must("askException", { about: null });
    expect(await held.send("recordException", exception)).toMatchObject({
      error: { code: "proceedings.not-written", because: "file.missing" },
    });
    expect(held.view().asking).toEqual({ what: "exception", about: null });
    held.at("distribute");
    await putBack();
    await held.must("recordException", exception);
    expect((await recordIn(held.folder)).events.at(-1)).toBe("exception.recorded");
  });
});

/** A room in which the keystore is written, and the record went away while it was. */
async function writtenAndHalted(): Promise<{ held: HeldRoom; putBack: () => void }> {
  let away: { readonly from: string; readonly to: string } | null = null;
  const held = await holdRoom({
    now: () => {
      // The clock is asked for the note right before the keystore is written.
      if (away !== null) renameSync(away.from, away.to);
      away = null;
      return new Date("2026-11-23T22:00:00.000Z");
    },
  });
  await planAndBegin(held);
  for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
  const keystore = join(held.folder, "keystore.json");
  await writeFile(keystore, "somebody else's");
  const delivery = { way: "file", path: join(held.folder, "wrapping-key.txt") } as const;
  await held.must("deliver", { delivery, order: null });
  held.at("not-written");
  await rm(keystore);
  const { path } = await recordIn(held.folder);
  const to = `${path}.away`;
  away = { from: path, to };
  await held.must("writeKeystore", { path: keystore });
  expect(held.at("halted")).toMatchObject({
    committed: true,
    problem: { code: "proceedings.not-written", because: "file.missing" },
  });
  return { held, putBack: () => renameSync(to, path) };
}

describe("a record that cannot be written once the keystore is", () => {
  it("lets nobody abort any more: the sheets are the vault's", async () => {
    const { held } = await writtenAndHalted();
    expect(await held.send("askAbort", null)).toEqual(notNow);
    expect(await held.send("abort", null)).toEqual(notNow);
    expect(await held.send("goHome", null)).toEqual(notNow);
    // Closing the window asks whether people mean to leave the record as it is, and for nothing else.
    expect(held.room.mayClose()).toBe(false);
    expect(held.view().asking).toEqual({ what: "leave" });
    expect(await held.send("abort", null)).toEqual(notNow);
    expect(await othersIn(held.folder)).toContain("keystore.json");
  });

  it("goes on when it can be written again, with what it owes", async () => {
    const { held, putBack } = await writtenAndHalted();
    putBack();
    await held.must("retryRecord", null);
    held.at("second-copy");
    expect((await recordIn(held.folder)).events.slice(-2)).toEqual([
      "keystore.not-written",
      "keystore.written",
    ]);
  });

  it("can be left without its seal: people sign off, and no head is shown", async () => {
    const { held, putBack } = await writtenAndHalted();
    await held.must("endWithoutRecord", null);
    held.at("second-copy");
    expect(await held.send("askException", { about: null })).toEqual(notNow);
    await held.must("skipSecondCopy", null);
    expect(await signAndSeal(held)).toMatchObject({ head: null, aborted: false, last: false });
    await held.must("headWritten", null);
    held.at("done");
    putBack();
    const { verified, events } = await recordIn(held.folder);
    expect(verified.sealed).toBe(false);
    expect(events.at(-1)).toBe("keystore.not-written");
  });

  it.each([true, false])(
    "tells at the app's end what it owes, if it can be written then: %s",
    async (can) => {
      const { held, putBack } = await writtenAndHalted();
      if (can) putBack();
      await held.room.leave();
      if (!can) putBack();
      const { verified, events } = await recordIn(held.folder);
      expect(verified.sealed).toBe(can);
      expect(events.slice(-3)).toEqual(
        can
          ? ["keystore.written", "ceremony.left", "record.sealed"]
          : expect.not.arrayContaining(["ceremony.left", "ceremony.aborted", "record.sealed"]),
      );
      // Where the record has no seal the next start tells of it.
      const note = can ? [] : ["unfinished.json"];
      expect(await othersIn(held.folder)).toEqual(["keystore.json", ...note, "wrapping-key.txt"]);
    },
  );
});

describe("a quorum that waits for its record", () => {
  it("is forgotten when nobody attends to it, and the record tells that it was", async () => {
    const secrets = watchSecrets();
    const held = await holdRoom();
    const vault = await makeVaultFile(held.folder);
    const others = secrets.alive().length;
    await planRecovery(held, vault.path);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await giveShare(held, vault, 0);
    await held.must("enterShare", null);
    const putBack = await takeRecordAway(held.folder);
    await held.must("enterWords", { position: 1, text: vault.sheets[1]?.words.join(" ") ?? "" });
    held.at("halted");
    // Two shares, and the record's key.
    expect(secrets.alive().length - others).toBe(3);
    await vi.advanceTimersByTimeAsync(15 * 60_000);
    expect(secrets.alive().length - others).toBe(1);
    held.at("halted");
    await putBack();
    await held.must("retryRecord", null);
    expect(held.at("gather")).toMatchObject({
      given: [],
      problem: { code: "ceremony.unattended", minutes: 15 },
    });
    expect((await recordIn(held.folder)).events.at(-1)).toBe("shares.forgotten");
  });
});

describe("a search that ended while the record was away", () => {
  it("is forgotten with its quorum when nobody attends to it, and another share can be entered then", async () => {
    const held = await holdRoom({
      searchShare: async (entered, known) => {
        putBack = await takeRecordAway(held.folder);
        return searchHere(entered, known);
      },
    });
    let putBack = async (): Promise<void> => undefined;
    const vault = await makeVaultFile(held.folder);
    await planRecovery(held, vault.path);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await held.must("enterShare", null);
    const unread = vault.sheets[0]?.words.map((word, at) => (at === 8 ? "?" : word)).join(" ") ?? "";
    await held.must("enterWords", { position: 1, text: unread });
    held.at("halted");
    await vi.advanceTimersByTimeAsync(15 * 60_000);
    await putBack();
    await held.must("retryRecord", null);
    expect(held.at("gather").problem).toEqual({ code: "ceremony.unattended", minutes: 15 });
    await giveShare(held, vault, 1);
    expect(held.at("gather").given).toHaveLength(1);
  });
});

describe("a medium that fills while the record is written", () => {
  it("halts the ceremony before its next secret, and lets it go on when there is room", async (test) => {
    const medium = await tinyMedium("size=8m");
    if ("reason" in medium) return test.skip(medium.reason);
    const held = await holdRoom();
    const folder = medium.folder;
    await planAndBegin(held, false, folder, held.folder);
    await handOver(held, 1);
    const filler = join(folder, "filler");
    await fill(filler);
    const printed = held.printed.length;
    const at: string[] = [];
    // The last page of the record's own file has room for some lines.
    for (let times = 0; times < 100 && stepOf(held) !== "halted"; times += 1) {
      await held.must("chooseShare", { index: 2 });
      await held.must("custodianReady", null);
      if (stepOf(held) === "sheet") await held.must("leaveShare", null);
      at.push(stepOf(held));
    }
    expect(held.at("halted")).toMatchObject({
      committed: false,
      problem: { code: "proceedings.not-written", because: "file.disk-full" },
    });
    expect(held.printed).toHaveLength(printed);
    const told = (await recordIn(folder)).events;
    expect(told.filter((event) => event === "share.handed-over")).toHaveLength(at.length);
    await rm(filler);
    await held.must("retryRecord", null);
    held.at("sheet");
    await held.must("leaveShare", null);
    for (const index of [2, 3, 4, 5]) await handOver(held, index);
    held.at("deliver");
    expect((await recordIn(folder)).events.slice(0, told.length)).toEqual(told);
    // Lets go of the record's file, so that the medium can be taken out.
    await held.room.leave();
  });
});

/** Plans a recovery of the keystore at `path`, and opens its record. */
async function planRecovery(held: HeldRoom, path: string): Promise<void> {
  await held.must("openKeystore", { path });
  await held.must("startRenewal", { kind: "recover" });
  const why = { reason: "It is due", authorisation: "The board", opener: "quorum" as const };
  await held.must("planReason", { ...why, destroyed: [], idleMinutes: 15 });
  await held.must("planPeople", { ...people, custodians: [] });
  await held.must("planKey", { bits: 256 });
  const delivery = { way: "file", path: join(held.folder, "new-key.txt") } as const;
  await held.must("planPlaces", { keystorePath: "", delivery, sharedMediumAccepted: true });
  await acceptAndOpen(held);
}

/** Fills a medium with a file, to its last byte. */
async function fill(path: string): Promise<void> {
  const { bavail, bsize } = await statfs(join(path, ".."));
  await writeFile(path, Buffer.alloc(Number(bavail) * Number(bsize)));
}

import { readdir } from "node:fs/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { generate, generation, place, stepOf } from "./held-generation";
import { othersIn, recordIn } from "./held-record";
import { type HeldRoom, holdRoom } from "./held-room";
import { watchSecrets } from "./held-secrets";

afterEach(() => {
  vi.restoreAllMocks();
});

const started = place("startCeremony") + 1;
/** Behind the deed that writes the keystore. */
const written = place("keyBagged") + 1;
const between = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
const name = (count: number) => [count, generation[count - 1]?.name ?? ""] as const;

async function abort(held: HeldRoom): Promise<void> {
  await held.must("askAbort", null);
  await held.must("abort", null);
  held.at("aborted");
}

describe("an abort", () => {
  it.each(between(0, started).map(name))(
    "after deed %d, %s, before the start leaves no record",
    async (count) => {
      const held = await holdRoom();
      await generate(held, count);
      await abort(held);
      expect(held.at("aborted").record).toBe(null);
      expect(await held.send("toRecord", null)).toMatchObject({ error: { code: "ceremony.not-now" } });
      expect(await readdir(held.folder)).toEqual([]);
    },
  );

  it.each(between(started, written).map(name))("after deed %d, %s, leaves a sealed record", async (count) => {
    const secrets = watchSecrets();
    const held = await holdRoom();
    await generate(held, count);
    await abort(held);
    expect(secrets.alive()).toEqual([]);
    const { record, destroy } = held.at("aborted");
    const { verified, events, lines, path } = await recordIn(held.folder);
    expect(record).toEqual({ path, firstHash: verified.firstHash, head: verified.head });
    expect(verified).toMatchObject({ sealed: true, remarkable: { aborts: 1 } });
    expect(events.slice(-2)).toEqual(["ceremony.aborted", "record.sealed"]);
    expect(lines.at(-2)?.data).toMatchObject({
      because: "by choice",
      sheetsToDestroy: destroy.map(({ index }) => index),
      filesThatStayed: [],
    });
    expect(await othersIn(held.folder)).toEqual([]);
    await held.must("toRecord", null);
    expect(held.at("sealed")).toMatchObject({ head: verified.head, aborted: true, last: true });
    expect(await held.send("headWritten", null)).toMatchObject({ error: { code: "ceremony.not-now" } });
    await held.must("goHome", null);
  });

  it("names whoever had come, so that they can sign the record on paper", async () => {
    const held = await holdRoom();
    await generate(held, place("shareHandled") + 1);
    await abort(held);
    await held.must("toRecord", null);
    await held.must("choosePage", null);
    await held.must("printPage", { printer: "paper", paper: "letter", reachAccepted: false });
    const sheet = held.printed.at(-1);
    const { verified } = await recordIn(held.folder);
    expect(sheet).toMatchObject({
      kind: "record",
      paper: "letter",
      head: verified.head,
      parametersHash: verified.parametersHash,
      people: [
        { name: "Ada Admin", role: "administrator" },
        { name: "Wim Witness", role: "witness" },
        { name: "Carla", role: "custodian" },
      ],
    });
    expect(sheet?.kind === "record" && sheet.lines.at(-1)?.event).toBe("record sealed");
  });
});

describe("the app's end", () => {
  it.each(between(started, generation.length + 1).map(name))(
    "after deed %d, %s, seals the record with what had happened",
    async (count) => {
      const secrets = watchSecrets();
      const held = await holdRoom();
      await generate(held, count);
      await held.room.leave();
      const { verified, events, lines } = await recordIn(held.folder);
      expect(verified.sealed).toBe(true);
      expect(secrets.alive()).toEqual([]);
      const isEnded = events.includes("ceremony.ended");
      const how = isEnded ? "ceremony.ended" : count < written ? "ceremony.aborted" : "ceremony.left";
      expect(events.slice(-2)).toEqual([how, "record.sealed"]);
      if (how === "ceremony.left") expect(lines.at(-2)?.data).toEqual({ step: stepOf(held) });
      expect((await othersIn(held.folder)).includes("keystore.json")).toBe(count >= written);
    },
  );
});

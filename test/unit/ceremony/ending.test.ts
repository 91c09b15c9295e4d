import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Effects } from "../../../electron/ceremony/effects";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { closeRecord } from "./held-frame";
import { othersIn } from "./held-record";
import { type HeldRoom, handOver, holdRoom, ordered, planAndBegin } from "./held-room";

const deliveryTo = ({ folder }: HeldRoom) =>
  ({ delivery: { way: "file", path: join(folder, "wrapping-key.txt") }, order: null }) as const;

async function upToDelivery(): Promise<HeldRoom> {
  const held = await holdRoom();
  await planAndBegin(held);
  for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
  return held;
}

describe("an abort while a task is under way", () => {
  it("lets nothing follow from it: once a person has decided no keystore is written", async () => {
    const held = await upToDelivery();
    const delivered = held.send("deliver", deliveryTo(held));
    held.at("delivering");
    await held.must("askAbort", null);
    await held.must("abort", null);
    await delivered;
    held.at("aborted");
    expect(await othersIn(held.folder)).toEqual([]);
  });

  it("comes too late for a keystore that was written meanwhile, and is no longer asked about then", async () => {
    const held = await upToDelivery();
    const delivered = held.send("deliver", deliveryTo(held));
    await held.must("askAbort", null);
    await delivered;
    held.at("second-copy");
    expect(held.view().asking).toBe(null);
    expect(await held.send("abort", null)).toMatchObject({ error: { code: "ceremony.not-now" } });
    await held.must("copyKeystore", { path: join(held.folder, "second.json") });
    await closeRecord(held);
    held.at("done");
  });
});

describe("the app's end", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("waits for no task that hangs, and wipes every secret all the same", async () => {
    const given: SecretBytes[] = [];
    const printing: Effects["printing"] = {
      list: async () => ({
        found: [{ id: "dialog", name: "The system's print dialog", kind: "dialog", reach: "unknown" }],
        silent: false,
      }),
      print: () => new Promise(() => undefined),
      toPdf: () => new Promise(() => undefined),
    };
    const random = (length: number) => {
      const secret = SecretBytes.random(length);
      given.push(secret);
      return secret;
    };
    const held = await holdRoom({ printing, random });
    await planAndBegin(held);
    await held.must("chooseShare", { index: 1 });
    await held.must("custodianReady", null);
    void held.send("printShare", ordered("dialog", true));
    held.at("printing");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const left = held.room.leave();
    await vi.advanceTimersByTimeAsync(60_000);
    await left;
    const keys = given.filter(({ length }) => length === 32);
    expect(keys).toHaveLength(3);
    expect(keys.every(({ wiped }) => wiped)).toBe(true);
  });
});

describe("the words of a share", () => {
  it("are not shown while it is asked whether to abort", async () => {
    const held = await holdRoom();
    await planAndBegin(held);
    await held.must("chooseShare", { index: 1 });
    await held.must("custodianReady", null);
    await held.must("copyByHand", null);
    expect(await held.must("revealWords", { group: 0 })).toHaveLength(4);
    await held.must("askAbort", null);
    expect(await held.send("revealWords", { group: 0 })).toMatchObject({
      error: { code: "ceremony.not-now" },
    });
    await held.must("keepGoing", null);
    expect(await held.must("revealWords", { group: 0 })).toHaveLength(4);
  });
});

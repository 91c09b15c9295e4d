import { afterEach, expect, it, vi } from "vitest";
import { openRound } from "./held-check";
import { carryOut, generate, generation, place } from "./held-generation";
import { recordIn } from "./held-record";
import { holdRoom } from "./held-room";
import { watchSecrets } from "./held-secrets";

afterEach(() => void vi.restoreAllMocks());

/** A clock that breaks as no clock does: no line of a record can be written with what it gives. */
function brokenClock() {
  const clock = { broken: false };
  const now = () => {
    const moment = new Date("2026-11-23T22:00:00.000Z");
    if (clock.broken) {
      moment.toISOString = () => {
        throw new Error("A bug.");
      };
    }
    return moment;
  };
  return { clock, now };
}

it.each(["passPreflight", "custodianReady", "enterWords", "enterWrappingKey"] as const)(
  "a ceremony whose record meets a bug before %s wipes every secret as the app ends",
  async (name) => {
    const secrets = watchSecrets();
    const { clock, now } = brokenClock();
    const held = await holdRoom({ now });
    await generate(held, place(name));
    expect(secrets.alive()).not.toEqual([]);
    clock.broken = true;
    await expect(held.room.leave()).rejects.toThrow();
    expect(secrets.alive()).toEqual([]);
  },
);

it("so does a round of checks", async () => {
  const secrets = watchSecrets();
  const { clock, now } = brokenClock();
  const [held] = await openRound({ now });
  const made = secrets.alive().length;
  clock.broken = true;
  await expect(held.room.leave()).rejects.toThrow();
  // What the test's own vault was made of is not the round's to wipe.
  expect(secrets.alive()).toHaveLength(made - 1);
});

it("the record's key is wiped with its seal, and with the abort of what never began", async () => {
  const secrets = watchSecrets();
  const held = await holdRoom();
  await generate(held, place("headWritten"));
  held.at("sealed");
  expect(secrets.alive()).toEqual([]);
  const other = await holdRoom();
  await generate(other, place("firstHashWritten"));
  expect(secrets.alive()).toHaveLength(1);
  await other.must("askAbort", null);
  await other.must("abort", null);
  expect(secrets.alive()).toEqual([]);
});

it("a clock that jumps is told, and no line is older than the one before", async () => {
  let hour = 12;
  const held = await holdRoom({ now: () => new Date(Date.UTC(2026, 10, 23, hour)) });
  await held.must("startGenerate", { practice: false });
  for (const [at, deed] of generation.entries()) {
    hour = 12 + (at % 3) - (at % 2) * 5;
    await carryOut(held, deed);
  }
  const { lines, verified } = await recordIn(held.folder);
  const times = lines.map(({ time }) => time);
  expect([...times].sort()).toEqual(times);
  expect(verified.remarkable.clockJumps).toBeGreaterThan(3);
  expect(verified.sealed).toBe(true);
});

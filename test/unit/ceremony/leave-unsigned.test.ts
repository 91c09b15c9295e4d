import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { generate, generation, place } from "./held-generation";
import { recordIn } from "./held-record";
import { holdRoom } from "./held-room";

const written = place("keyBagged") + 1;
const unsigned = generation
  .slice(written, place("sealRecord"))
  .map(({ name }, at) => [written + at, name] as const);

it.each(unsigned)(
  "closing the window asks once the keystore is written, also before deed %d, %s",
  async (at) => {
    const held = await holdRoom();
    await generate(held, at);
    expect(held.room.mayClose()).toBe(false);
    expect(held.view().asking).toEqual({ what: "leave" });
    // Nothing else happens behind the question.
    expect((await held.send("abort", null)).ok).toBe(false);
    expect((await held.send("skipSecondCopy", null)).ok).toBe(false);
    await held.must("keepGoing", null);
    expect(held.view().asking).toBe(null);
    expect((await held.send("leaveUnsigned", null)).ok).toBe(false);
    expect((await recordIn(held.folder)).verified.sealed).toBe(false);

    held.room.mayClose();
    await held.must("leaveUnsigned", null);
    expect(held.view().page).toEqual({ at: "home", unfinished: null });
    const { verified, events } = await recordIn(held.folder);
    expect(verified.sealed).toBe(true);
    expect(events.slice(-2)).toEqual(["ceremony.left", "record.sealed"]);
    expect(existsSync(join(held.folder, "unfinished.json"))).toBe(false);
  },
);

it("asks nothing once the record is sealed", async () => {
  const held = await holdRoom();
  await generate(held, place("sealRecord") + 1);
  expect(held.room.mayClose()).toBe(true);
  expect(held.view().asking).toBe(null);
  expect(existsSync(join(held.folder, "unfinished.json"))).toBe(false);
});

it("tells at the next start of a keystore that was written when the machine stopped before the seal", async () => {
  const held = await holdRoom();
  await generate(held, place("signOff"));
  const next = await holdRoom({ unfinishedNote: join(held.folder, "unfinished.json") });
  const { path } = await recordIn(held.folder);
  expect(next.view().page).toMatchObject({
    at: "home",
    unfinished: { kind: "written", recordPath: path, keystorePath: join(held.folder, "keystore.json") },
  });
});

import { expect, it } from "vitest";
import { judgeClock, readClock } from "../../../electron/preflight/clock";
import { systemFolder } from "./system-folder";

const now = new Date("2026-11-23T22:00:05.123Z");

it("is not known until people have compared it", async () => {
  expect(judgeClock(await readClock(await systemFolder({}), now, "Europe/Berlin"))).toEqual({
    verdict: "not-known",
    found:
      "2026-11-23 22:00:05 UTC, time zone Europe/Berlin. Nothing says that a time server has set it. " +
      "Compare it aloud with a clock of your own.",
  });
});

it("says where a time server has set it", async () => {
  const system = await systemFolder({ "/run/systemd/timesync/synchronized": "" });
  const { verdict, found } = judgeClock(await readClock(system, now, "UTC"));
  expect(verdict).toBe("not-known");
  expect(found).toContain("A time server has set it since the start.");
});

it.each([new Date(0), new Date("2025-12-31T23:59:59.999Z"), new Date(Number.NaN)])(
  "is red where it cannot be right: %j",
  (odd) => {
    expect(judgeClock({ now: odd, zone: "UTC", setByServer: true })).toMatchObject({ verdict: "red" });
  },
);

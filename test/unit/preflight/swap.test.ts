import { expect, it } from "vitest";
import { readMounts } from "../../../electron/preflight/mounts";
import { judgeSwap, readSwap } from "../../../electron/preflight/swap";
import { disk, type Entry, LUKS, mountLine, systemFolder, volume } from "./system-folder";

const header = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n";

async function look(entries: Record<string, Entry>) {
  const system = await systemFolder(entries);
  return judgeSwap(await readSwap(system, await readMounts(system)));
}

const swaps = (line: string) => ({ "/proc/swaps": `${header}${line}` });

const zram = {
  "/sys/devices/virtual/block/zram0/size": "9",
  "/sys/class/block/zram0": { link: "../../devices/virtual/block/zram0" },
  ...swaps("/dev/zram0 partition 1000 0 100\n"),
};

it("is good without any, and where it stays in memory", async () => {
  expect(await look(swaps(""))).toEqual({ verdict: "good", found: "No swap is in use." });
  expect(await look(zram)).toEqual({ verdict: "good", found: "Swap stays in memory: /dev/zram0." });
  const none = { ...zram, "/sys/devices/virtual/block/zram0/backing_dev": "none\n" };
  expect(await look(none)).toMatchObject({ verdict: "good" });
});

it.each<[string, string, Record<string, Entry>]>([
  ["a partition", "/dev/sda1", { ...disk(), ...swaps("/dev/sda1 partition 1000 0 -2\n") }],
  [
    "a file",
    "/my swap",
    { ...disk(), ...swaps("/my\\040swap file 1000 0 -2\n"), "/proc/self/mountinfo": mountLine("8:1", "/") },
  ],
  ["a device that is not listed", "/dev/sdz9", swaps("/dev/sdz9 partition 1000 0 -2\n")],
  ["a file nothing is known of", "/swapfile", swaps("/swapfile file 1000 0 -2\n")],
  [
    "memory that is written out",
    "/dev/zram0",
    { ...zram, "/sys/devices/virtual/block/zram0/backing_dev": "/dev/sda1" },
  ],
])("is red on %s", async (_, path, entries) => {
  expect(await look(entries)).toEqual({
    verdict: "red",
    found: `Memory may be written to ${path}, not known to be encrypted.`,
  });
});

it("is not known where it is encrypted: its key may be kept", async () => {
  const entries = { ...disk(), ...volume(LUKS, ["sda1"]), ...swaps("/dev/dm-0 partition 1000 0 -2\n") };
  expect(await look(entries)).toMatchObject({
    verdict: "not-known",
    found: expect.stringMatching(/^Memory may be written to \/dev\/dm-0, encrypted\./),
  });
});

it.each([undefined, "", "\u0000\u0001", "nonsense\n/dev/sda1 partition"])(
  "is not known where the system says %j",
  async (text) => {
    expect(await look(text === undefined ? {} : { "/proc/swaps": text })).toMatchObject({
      verdict: "not-known",
    });
  },
);

import { expect, it } from "vitest";
import { readMounts } from "../../../electron/preflight/mounts";
import { judgeStorage, readStorage } from "../../../electron/preflight/storage";
import { disk, type Entry, LUKS, mountLine, systemFolder, volume } from "./system-folder";

const usb = "pci0000:00/usb1/1-2/host6";
const inner = disk("a", 0);
const stick = disk("b", 16, usb);
const stickAt = `/sys/devices/${usb}/block/sdb`;
const root = mountLine("8:1", "/");

async function look(entries: Record<string, Entry>, mounts: string, places: readonly string[] = []) {
  const system = await systemFolder({ ...inner, ...entries, "/proc/self/mountinfo": mounts });
  return judgeStorage(await readStorage(system, places, await readMounts(system)));
}

it("is good with the inner disk alone, an empty card reader and an empty drive", async () => {
  const empty = { "/sys/block/sdc/size": "0", "/sys/block/sdc/removable": "1" };
  const drive = { "/sys/block/sr0/size": "2097151", "/sys/block/sr0/removable": "1" };
  expect(await look({ ...empty, ...drive }, root)).toEqual({
    verdict: "good",
    found: "No stick, card or outer disk is attached.",
  });
});

it.each<[string, Record<string, Entry>, string]>([
  ["a disk at a USB cable", stick, "sdb, not mounted"],
  [
    "a stick of a make",
    { ...stick, [`${stickAt}/device/vendor`]: "SanDisk \n", [`${stickAt}/device/model`]: "Ultra\u202e\n" },
    "SanDisk Ultra\\u{202e} (sdb), not mounted",
  ],
  ["a removable one", { "/sys/block/sdc/size": "9", "/sys/block/sdc/removable": "1" }, "sdc, not mounted"],
  [
    "a memory card",
    { "/sys/block/mmcblk0/size": "9", "/sys/block/mmcblk0/device/type": "SD" },
    "mmcblk0, not mounted",
  ],
])("is red with %s that nobody needs", async (_, entries, name) => {
  expect(await look(entries, root)).toEqual({ verdict: "red", found: `Not part of this ceremony: ${name}.` });
});

it("is good with the media that the ceremony writes to, encrypted or not", async () => {
  const mounts = root + mountLine("8:17", "/media/KEYS");
  const folder = { "/media/KEYS/vault": "folder/" } as const;
  expect(await look({ ...stick, ...folder }, mounts, ["/media/KEYS/vault"])).toEqual({
    verdict: "good",
    found: "Needed here: sdb at /media/KEYS.",
  });
  const encrypted = root + mountLine("253:0", "/media/KEYS");
  const entries = { ...stick, ...volume(LUKS, ["sdb1"]), ...folder };
  expect(await look(entries, encrypted, ["/media/KEYS/vault"])).toMatchObject({ verdict: "good" });
  expect(await look({ ...stick, ...folder }, mounts, ["/"])).toMatchObject({ verdict: "red" });
});

it("is good with the medium that a live system runs from", async () => {
  const mounts = mountLine("0:30", "/", "overlay", "overlay") + mountLine("8:17", "/run/live/medium");
  expect(await look(stick, mounts)).toEqual({
    verdict: "good",
    found: "Needed here: sdb at /run/live/medium.",
  });
});

it("is not known where the system does not list what is attached or mounted", async () => {
  for (const entries of [{}, stick, { "/proc/self/mountinfo": root }]) {
    const system = await systemFolder(entries);
    expect(judgeStorage(await readStorage(system, ["/"], await readMounts(system)))).toMatchObject({
      verdict: "not-known",
    });
  }
});

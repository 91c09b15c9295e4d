import { expect, it } from "vitest";
import { judgeDiskEncryption, readDiskEncryption } from "../../../electron/preflight/disk-encryption";
import { readMounts } from "../../../electron/preflight/mounts";
import { disk, type Entry, LUKS, mountLine, systemFolder, volume } from "./system-folder";

async function look(entries: Record<string, Entry>, places: readonly string[] = ["/"]) {
  const system = await systemFolder(entries);
  return judgeDiskEncryption(await readDiskEncryption(system, places, await readMounts(system)));
}

const root = (...line: Parameters<typeof mountLine>) => ({ "/proc/self/mountinfo": mountLine(...line) });

it.each<[string, Record<string, Entry>]>([
  ["a LUKS volume", { ...disk(), ...volume(LUKS, ["sda1"]), ...root("253:0", "/") }],
  [
    "a logical volume on one",
    { ...disk(), ...volume(LUKS, ["sda1"]), ...volume("LVM-abc", ["dm-0"], 1), ...root("253:1", "/") },
  ],
  [
    "a Btrfs on two",
    {
      ...disk("a", 0),
      ...disk("b", 16),
      ...volume(LUKS, ["sda1"]),
      ...volume(LUKS, ["sdb1"], 1),
      "/dev/dm-0": "",
      "/dev/mapper/root": { link: "../dm-0" },
      "/sys/fs/btrfs/features": "folder/",
      "/sys/fs/btrfs/uuid/devices/dm-0": "",
      "/sys/fs/btrfs/uuid/devices/dm-1": "",
      ...root("0:30", "/", "btrfs", "/dev/mapper/root"),
    },
  ],
])("is good on %s", async (_, entries) => {
  expect(await look(entries)).toEqual({ verdict: "good", found: "Encrypted: /." });
});

it("is good in memory", async () => {
  expect(await look(root("0:30", "/", "tmpfs", "tmpfs"))).toEqual({
    verdict: "good",
    found: "In memory only: /.",
  });
});

it.each<[string, Record<string, Entry>]>([
  ["a partition", { ...disk(), ...root("8:1", "/") }],
  ["a whole disk", { ...disk(), ...root("8:0", "/") }],
  ["a logical volume", { ...disk(), ...volume("LVM-abc", ["sda1"]), ...root("253:0", "/") }],
  [
    "a volume that only checks",
    { ...disk(), ...volume("CRYPT-VERITY-abc-root", ["sda1"]), ...root("253:0", "/") },
  ],
  [
    "a volume half of which is encrypted",
    {
      ...disk("a", 0),
      ...disk("b", 16),
      ...volume(LUKS, ["sda1"]),
      ...volume("LVM-abc", ["dm-0", "sdb1"], 1),
      ...root("253:1", "/"),
    },
  ],
])("is red on %s", async (_, entries) => {
  expect(await look(entries)).toEqual({ verdict: "red", found: "Not encrypted by this system: /." });
});

it.each<[string, Record<string, Entry>]>([
  ["nothing is told of what is mounted", {}],
  ["the device is not listed", root("8:1", "/")],
  ["the file system is over no block device", { ...disk(), ...root("0:30", "/", "overlay", "overlay") }],
  [
    "a Btrfs' devices are not listed",
    { "/dev/sda1": "", ...disk(), ...root("0:30", "/", "btrfs", "/dev/sda1") },
  ],
  [
    "it is a file on another file system",
    {
      "/sys/devices/virtual/block/loop0/size": "9",
      "/sys/devices/virtual/block/loop0/loop/backing_file": "/x",
      "/sys/dev/block/7:0": { link: "../../devices/virtual/block/loop0" },
      ...root("7:0", "/"),
    },
  ],
  ["a volume stands on itself", { ...volume("LVM-abc", ["dm-0"]), ...root("253:0", "/") }],
])("is not known where %s", async (_, entries) => {
  expect(await look(entries)).toEqual({ verdict: "not-known", found: "Cannot be told: /." });
});

it("tells each place, through links, the worst of them first", async () => {
  const entries: Record<string, Entry> = {
    ...disk("a", 0),
    ...disk("b", 16),
    ...volume(LUKS, ["sda1"]),
    "/proc/self/mountinfo": mountLine("253:0", "/") + mountLine("8:17", "/media/STICK"),
    "/media/STICK/vault": "folder/",
    "/home/vault": { link: "../media/STICK/vault" },
  };
  expect(await look(entries, ["/", "/home/vault", "/nowhere"])).toEqual({
    verdict: "red",
    found: "Not encrypted by this system: /home/vault. Cannot be told: /nowhere. Encrypted: /.",
  });
});

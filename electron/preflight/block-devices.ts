import { basename, dirname } from "node:path";
import type { Mount } from "./mounts";
import type { SystemFiles } from "./system-files";

/** Whether what is written comes to rest encrypted by this system. `memory`: it comes to rest nowhere. */
export type AtRest = "encrypted" | "plain" | "memory" | "unknown";

/** The kinds of dm-crypt volumes that encrypt; others of that name check or delay only. */
const ENCRYPTING = /^CRYPT-(?:LUKS\d|PLAIN|TCRYPT|BITLK|LOOPAES|FVAULT2)-/;

/** Deeper stacks of volumes are built by nobody. */
const DEEPEST = 8;

/** How a file system keeps what is written to it. */
export async function atRestOn(system: SystemFiles, mount: Mount): Promise<AtRest> {
  if (mount.type === "tmpfs" || mount.type === "ramfs") return "memory";
  const devices = await devicesOf(system, mount);
  return devices.length === 0 ? "unknown" : worstOf(system, devices, 0);
}

/** How a block device keeps what is written to it, by its name, such as "sda1" or "dm-0". */
export async function atRestIn(system: SystemFiles, name: string): Promise<AtRest> {
  const device = await system.target(`/sys/class/block/${name}`);
  return device === null ? "unknown" : atRest(system, device, 0);
}

/** The names of the disks and sticks that a file system lies on, such as "sda"; none where it lies on no block device. */
export async function disksOf(system: SystemFiles, mount: Mount): Promise<readonly string[]> {
  const devices = await devicesOf(system, mount);
  const disks = await Promise.all(devices.map((device) => disksUnder(system, device, 0)));
  return [...new Set(disks.flat())];
}

/** The places in /sys of the block devices below a file system. */
async function devicesOf(system: SystemFiles, mount: Mount): Promise<readonly string[]> {
  if (!mount.device.startsWith("0:")) {
    const device = await system.target(`/sys/dev/block/${mount.device}`);
    return device === null ? [] : [device];
  }
  // Btrfs has a device number of its own, over one disk or several; others name what is no block device.
  if (mount.type !== "btrfs" || !mount.source.startsWith("/dev/")) return [];
  const source = await system.target(mount.source);
  return source === null ? [] : btrfsDevices(system, basename(source));
}

/** All devices of the Btrfs that this one belongs to; none where /sys does not list them. */
async function btrfsDevices(system: SystemFiles, name: string): Promise<readonly string[]> {
  for (const entry of (await system.names("/sys/fs/btrfs")) ?? []) {
    const members = (await system.names(`/sys/fs/btrfs/${entry}/devices`)) ?? [];
    if (!members.includes(name)) continue;
    const devices = await Promise.all(members.map((member) => system.target(`/sys/class/block/${member}`)));
    return devices.filter((device) => device !== null);
  }
  return [];
}

async function atRest(system: SystemFiles, device: string, depth: number): Promise<AtRest> {
  if (depth > DEEPEST) return "unknown";
  if (ENCRYPTING.test((await system.text(`${device}/dm/uuid`)) ?? "")) return "encrypted";
  if (/^(?:zram|ram)\d+$/.test(basename(device))) return inMemory(system, device);
  const below = await devicesBelow(system, device);
  if (below.length > 0) return worstOf(system, below, depth + 1);
  // A loop device's file lies on another file system, and a device without a size is none.
  const isDisk = (await system.exists(`${device}/size`)) && !(await system.exists(`${device}/loop`));
  return isDisk ? "plain" : "unknown";
}

/** Compressed memory may write what is left over to a disk. */
async function inMemory(system: SystemFiles, device: string): Promise<AtRest> {
  const backing = await system.text(`${device}/backing_dev`);
  return backing === null || backing === "none" ? "memory" : "unknown";
}

async function worstOf(system: SystemFiles, devices: readonly string[], depth: number): Promise<AtRest> {
  const found = await Promise.all(devices.map((device) => atRest(system, device, depth)));
  return (["plain", "unknown", "memory"] as const).find((one) => found.includes(one)) ?? "encrypted";
}

/** What a volume is made of, or the disk that a partition is a part of; none for a disk. */
async function devicesBelow(system: SystemFiles, device: string): Promise<readonly string[]> {
  if (await system.exists(`${device}/partition`)) return [dirname(device)];
  const names = (await system.names(`${device}/slaves`)) ?? [];
  const devices = await Promise.all(names.map((name) => system.target(`${device}/slaves/${name}`)));
  return devices.filter((one) => one !== null);
}

async function disksUnder(system: SystemFiles, device: string, depth: number): Promise<readonly string[]> {
  const below = await devicesBelow(system, device);
  if (below.length === 0 || depth > DEEPEST) return [basename(device)];
  const disks = await Promise.all(below.map((one) => disksUnder(system, one, depth + 1)));
  return disks.flat();
}

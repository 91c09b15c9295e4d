import { readFile, realpath, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Names the medium a folder lies on, so that two places can be compared: on Linux the whole disk or stick
 * (two partitions of one are one medium), elsewhere the file system. Equal names mean the same medium;
 * different ones do not promise different hardware (an encrypted or joined volume hides what is under it).
 * Throws the system's error where the folder cannot be looked at.
 */
export async function mediumOf(folder: string): Promise<string> {
  const { dev } = await stat(folder, { bigint: true });
  return (await disk(dev)) ?? `file system ${dev}`;
}

/** Whether a folder lies on a disk or stick that is in this machine: no network's, and none that is shared with another. */
export async function isOnOwnDisk(folder: string): Promise<boolean> {
  const { dev } = await stat(folder, { bigint: true });
  return (await disk(dev)) !== null;
}

/** The kernel's path of the disk that holds a device, or null where there is none: no Linux, no block device. */
async function disk(dev: bigint): Promise<string | null> {
  // Linux packs the major number into bits 8–19 and 44–63, the minor into the others.
  const major = ((dev >> 8n) & 0xfffn) | ((dev >> 32n) & 0xfffff000n);
  const minor = (dev & 0xffn) | ((dev >> 12n) & 0xffffff00n);
  try {
    const device = await realpath(`/sys/dev/block/${major}:${minor}`);
    const isPartition = await readFile(`${device}/partition`).then(
      () => true,
      () => false,
    );
    return isPartition ? dirname(device) : device;
  } catch {
    return null;
  }
}

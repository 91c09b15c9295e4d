import { readFileSync, readlinkSync } from "node:fs";
import { lstat } from "node:fs/promises";
import { uptime } from "node:os";
import { dirname } from "node:path";
import { isOnOwnDisk } from "./medium";

/** The first process space that Linux makes at a boot. A container has one of its own, with numbers of its own. */
const FIRST_SPACE = "pid:[4026531836]";

/** FAT keeps times in steps of two seconds, and a clock is not read at once everywhere. */
const MARGIN_MS = 10_000;

/**
 * Names this boot of this machine, and in a container the process space: a process number means something in it alone. Null
 * where the system has no such name (elsewhere than on Linux): the time since the start would give one, but a workstation's
 * clock is set by hand, and a lock must never be mistaken for an older boot's.
 */
export function thisBoot(): string | null {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const space = readlinkSync("/proc/self/ns/pid");
    return space === FIRST_SPACE ? boot : `${boot}/${space}`;
  } catch {
    return null;
  }
}

/** Whether two names are of one boot, whatever the process spaces. */
export function isSameBoot(one: string | null, other: string | null): boolean {
  return one?.split("/")[0] === other?.split("/")[0];
}

/**
 * Whether the file at `path` was surely written before this machine was started: it lies on a disk that is in this machine,
 * so that nobody else can write to it now, and its time is before the start. On a network's folder nothing is sure; there,
 * and where a clock was set back, the answer is no.
 */
export async function isOlderThanThisBoot(path: string): Promise<boolean> {
  try {
    const { mtimeMs } = await lstat(path);
    const started = Date.now() - uptime() * 1000;
    return mtimeMs < started - MARGIN_MS && (await isOnOwnDisk(dirname(path)));
  } catch {
    return false;
  }
}

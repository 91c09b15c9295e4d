import { createHash, randomBytes } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { isRunning } from "./is-running";
import { isOlderThanThisBoot, thisBoot } from "./this-boot";

const PATTERN = /^\.kc-([0-9a-f]{8})-(\d{8})-[0-9a-f]{8}\.tmp$/;

/**
 * A name in the same folder, so on the same medium; of a fixed length, so that it fits where the file's does. It
 * names this boot of this host and the process, so that what a killed process left can be told from what a living one is writing.
 */
export function temporaryBeside(path: string): string {
  const pid = String(process.pid).padStart(8, "0");
  return join(dirname(path), `.kc-${host()}-${pid}-${randomBytes(4).toString("hex")}.tmp`);
}

/**
 * Removes the temporary files, and the folders of trials, that dead processes left in a folder: those of this boot whose process
 * is gone, and those that are older than this boot. None of them was ever more than on its way to a name. What cannot be
 * removed stays: it is in nobody's way.
 */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const [, ofHost, pid] = PATTERN.exec(name) ?? [];
    if (pid === undefined) continue;
    const path = join(folder, name);
    const isLeft = ofHost === host() ? !isRunning(Number(pid)) : await isOlderThanThisBoot(path);
    if (isLeft) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** 8 hex characters for this boot of this host: another machine can have its name. */
function host(): string {
  return createHash("sha256")
    .update(`${hostname()}\n${thisBoot() ?? ""}`)
    .digest("hex")
    .slice(0, 8);
}

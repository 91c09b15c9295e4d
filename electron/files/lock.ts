import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { z } from "zod";
import type { FileFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { createFile, discard } from "./create-file";
import { systemCode } from "./failure";
import { readLimited } from "./read-limited";
import { removeFile } from "./remove-file";

/** Held from opening a file to committing it. Releasing twice, or after somebody took over, does no harm. */
export interface Lock {
  release(): Promise<void>;
}

const holderSchema = z.strictObject({
  pid: z.int().positive(),
  host: z.string(),
  bootId: z.string().nullable(),
});
type Holder = z.infer<typeof holderSchema>;

/** A lock file is three short members; anything longer is none of ours. */
const LIMIT = 4096;

/**
 * Takes `<path>.lock`, created exclusively with the JSON `{pid, host, bootId}` (FORMATS §3, Writing). A lock
 * left behind by a dead process of this host, or by an older boot of it, is taken over; any other fails with
 * file.locked, and a person decides. A lock file that cannot be understood is nobody's: host "", pid 0.
 */
export async function acquireLock(path: string): Promise<Result<Lock, FileFailure>> {
  const lockPath = `${path}.lock`;
  const self: Holder = { pid: process.pid, host: hostname(), bootId: await bootId() };
  const content = Buffer.from(JSON.stringify(self));
  let created = await createFile(lockPath, content);
  if (isTaken(created)) {
    const removed = await removeAbandoned(path, lockPath, self);
    if (!removed.ok) return removed;
    created = await createFile(lockPath, content);
  }
  if (created.ok) return ok({ release: () => release(lockPath, content) });
  return isTaken(created) ? fail(lockedBy(path, null)) : created;
}

/**
 * Removes the lock of a process that is gone, and no other. Only who holds `<path>.lock.takeover` may, and looks
 * again once it does: of two that found the same abandoned lock, the slower must not remove the quicker's new one.
 */
async function removeAbandoned(
  path: string,
  lockPath: string,
  self: Holder,
): Promise<Result<null, FileFailure>> {
  const guard = `${lockPath}.takeover`;
  const holder = await readHolder(lockPath);
  if (holder === null || !isGone(holder, self)) return fail(lockedBy(path, holder));
  const guarded = await createFile(guard, new Uint8Array());
  if (!guarded.ok) return isTaken(guarded) ? fail(lockedBy(path, holder)) : guarded;
  try {
    const still = await readHolder(lockPath);
    if (still === null || !isGone(still, self)) return fail(lockedBy(path, still));
    return await removeFile(lockPath);
  } finally {
    await discard(guard);
  }
}

function isTaken(created: Result<null, FileFailure>): boolean {
  return !created.ok && created.error.code === "file.exists";
}

/** Who a lock file names, or null: it is gone, or cannot be read or understood. */
async function readHolder(lockPath: string): Promise<Holder | null> {
  const read = await readLimited(lockPath, LIMIT);
  return read.ok ? parseHolder(read.value.bytes) : null;
}

function parseHolder(bytes: Uint8Array): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
  } catch {
    return null;
  }
}

/** Only of this host can anything be known. Without boot ids only a process number that is free proves it. */
function isGone(holder: Holder, self: Holder): boolean {
  if (holder.host !== self.host) return false;
  if (holder.bootId !== null && self.bootId !== null && holder.bootId !== self.bootId) return true;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (thrown) {
    return systemCode(thrown) === "ESRCH";
  }
}

function lockedBy(path: string, holder: Holder | null): FileFailure {
  return { code: "file.locked", path, host: holder?.host ?? "", pid: holder?.pid ?? 0 };
}

/** Leaves a lock alone that is not, or no longer, ours. */
async function release(lockPath: string, content: Uint8Array): Promise<void> {
  const read = await readLimited(lockPath, LIMIT);
  if (read.ok && Buffer.compare(read.value.bytes, content) === 0) await discard(lockPath);
}

/**
 * Linux names every boot. Elsewhere there is no such name: the time since the start would give one, but
 * a workstation's clock is set by hand, and a lock must never be mistaken for an older boot's.
 */
async function bootId(): Promise<string | null> {
  return readFile("/proc/sys/kernel/random/boot_id", "utf8").then(
    (text) => text.trim(),
    () => null,
  );
}

import { readdir, realpath } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import type { FileFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { commitNew } from "./commit-new";
import { discard } from "./create-file";
import { isFolder } from "./folder";
import { isRunning } from "./is-running";
import { readLimited } from "./read-limited";
import { removeFile } from "./remove-file";
import { removeLeftovers } from "./temporary";
import { isOlderThanThisBoot, isSameBoot, thisBoot } from "./this-boot";

/** Held from opening a file to committing it. */
export interface Lock {
  /** The lock file's own path. */
  readonly file: string;
  /**
   * Removes the lock file; fails where it stays, for example on a medium that turned read-only. This process may take
   * such a one again. Releasing twice, or after somebody took over, does no harm.
   */
  release(): Promise<Result<null, FileFailure>>;
}

/** The lock files that this process holds, or is about to make, by where they lie. */
const held = new Set<string>();

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
 * left behind by a dead process of this host, by an older boot of it, or by this process where it could not remove it,
 * is taken over; any other fails with file.locked, and a person decides. An older boot is one that is proven to be older:
 * two machines can have one name. A lock file that cannot be understood is nobody's: host "", pid 0. What else dead
 * processes left in the folder half written is removed.
 */
export async function acquireLock(path: string): Promise<Result<Lock, FileFailure>> {
  const lockPath = `${path}.lock`;
  const self: Holder = { pid: process.pid, host: hostname(), bootId: thisBoot() };
  const place = await placeOf(lockPath);
  if (held.has(place)) return fail(lockedBy(path, self));
  held.add(place);
  try {
    const claimed = await claim(lockPath, self);
    if (!claimed.ok) {
      held.delete(place);
      return fail(claimed.error.code === "taken" ? lockedBy(path, claimed.error.holder) : claimed.error);
    }
    await removeLeftovers(dirname(path));
    await removeGuards(lockPath, self);
    return ok(heldLock(lockPath, place, contentOf(self)));
  } catch (bug) {
    // Whatever went wrong in here, nobody holds it.
    await release(lockPath, contentOf(self)).catch(() => undefined);
    held.delete(place);
    throw bug;
  }
}

function heldLock(file: string, place: string, content: Uint8Array): Lock {
  let isHeld = true;
  return {
    file,
    release: async () => {
      if (!isHeld) return ok(null);
      isHeld = false;
      const released = await release(file, content);
      held.delete(place);
      return released;
    },
  };
}

/** The same for every path that leads to the same folder. */
async function placeOf(lockPath: string): Promise<string> {
  const folder = dirname(lockPath);
  return join(await realpath(folder).catch(() => folder), basename(lockPath));
}

/** Somebody has it: who, or null where that cannot be read or understood. */
interface Taken {
  readonly code: "taken";
  readonly holder: Holder | null;
}

/**
 * Makes the file `lockPath` this process's, over one whose process is gone, and no other. Only who has claimed
 * `<lockPath>.takeover` may do that, and looks again once it has: of two that found the same abandoned file, the slower
 * must not remove the quicker's new one. A process can be killed in the middle of that too, so the guard is claimed alike.
 */
async function claim(lockPath: string, self: Holder): Promise<Result<null, FileFailure | Taken>> {
  const created = await createLock(lockPath, self);
  if (created.ok || created.error.code !== "taken") return created;
  if (created.error.holder === null || !(await isGone(lockPath, created.error.holder, self))) return created;
  const guard = `${lockPath}.takeover`;
  const guarded = await claim(guard, self);
  if (!guarded.ok) return guarded.error.code === "taken" ? created : guarded;
  try {
    const still = await readHolder(lockPath);
    if (still !== null && (await isGone(lockPath, still, self))) {
      const removed = await removeFile(lockPath);
      if (!removed.ok) return removed;
    }
    return await createLock(lockPath, self);
  } finally {
    await discard(guard);
  }
}

/** Removes the guards of takeovers that were killed after the lock had gone. Under a lock that is held they guard nothing. */
async function removeGuards(lockPath: string, self: Holder): Promise<void> {
  const folder = dirname(lockPath);
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(`${basename(lockPath)}.takeover`)) continue;
    const guard = join(folder, name);
    const holder = await readHolder(guard);
    if (holder !== null && (await isGone(guard, holder, self))) await discard(guard);
  }
}

/** Never half a file: one that a process was killed in the middle of writing could not be understood by the next. */
async function createLock(lockPath: string, self: Holder): Promise<Result<null, FileFailure | Taken>> {
  const created = await commitNew(lockPath, contentOf(self));
  return !created.ok && created.error.code === "file.exists"
    ? fail({ code: "taken", holder: await readHolder(lockPath) })
    : created;
}

function contentOf(holder: Holder): Uint8Array {
  return Buffer.from(JSON.stringify(holder));
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

/**
 * Only of this host can anything be known: in this boot, and this process space, by the process number; without boot ids too.
 * A lock of another boot is of an older one, or of another machine of this name that may be running.
 */
async function isGone(lockPath: string, holder: Holder, self: Holder): Promise<boolean> {
  if (holder.host !== self.host) return false;
  if (holder.bootId !== self.bootId) {
    return !isSameBoot(holder.bootId, self.bootId) && (await isOlderThanThisBoot(lockPath));
  }
  // This process never asks for what it holds: one of its own was left, or is of an earlier process of its number.
  return holder.pid === self.pid || !isRunning(holder.pid);
}

function lockedBy(path: string, holder: Holder | null): FileFailure {
  return { code: "file.locked", path, host: holder?.host ?? "", pid: holder?.pid ?? 0 };
}

/**
 * Leaves a lock alone that is not, or no longer, ours. One that cannot be looked at may be there still: its medium may be
 * failing, or have been taken out.
 */
async function release(lockPath: string, content: Uint8Array): Promise<Result<null, FileFailure>> {
  const read = await readLimited(lockPath, LIMIT);
  if (read.ok) return Buffer.compare(read.value.bytes, content) === 0 ? removeFile(lockPath) : ok(null);
  const isMissing = read.error.code === "file.missing" && (await isFolder(dirname(lockPath)));
  return isMissing || read.error.code === "file.too-large" ? ok(null) : fail(read.error);
}

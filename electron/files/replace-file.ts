import { lstat, rename } from "node:fs/promises";
import { dirname } from "node:path";
import type { FileFailure, KeystoreFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { linkNew, namedAs } from "./commit-new";
import { createFile, discard } from "./create-file";
import { fileFailure } from "./failure";
import { flushFolder } from "./flush-folder";
import { type Ownership, ownershipOf } from "./ownership";
import { readBack } from "./read-back";
import { temporaryBeside } from "./temporary";

/** A file that is to give way to its next version. */
export interface Replaced {
  /** The file itself, no symbolic link. Who replaces it holds its lock since it was read. */
  readonly path: string;
  /** What was read from it. */
  readonly bytes: Uint8Array;
  /** Where it is kept: a name in the same folder. */
  readonly keptAs: string;
}

export type ReplaceFailure = FileFailure | Extract<KeystoreFailure, { code: "keystore.changed-meanwhile" }>;

/**
 * Replaces a file in steps (1) to (6) of FORMATS §3, Writing: at every point the old or the new one stands under
 * its name, whole, and the old one is kept. After a failure the old one stands there, unless it is
 * file.not-put-back: then that could not be proven, and the old one stands where it was kept.
 */
export async function replaceFile(
  replaced: Replaced,
  bytes: Uint8Array,
): Promise<Result<null, ReplaceFailure>> {
  const unchanged = await stillHolds(replaced.path, replaced.bytes);
  if (!unchanged.ok) return unchanged;
  const temporary = temporaryBeside(replaced.path);
  const written = await createFile(temporary, bytes, await ownershipOf(replaced.path));
  if (!written.ok) return fail(namedAs(replaced.path, temporary, written.error));
  const kept = await keep(replaced);
  if (!kept.ok) {
    await discard(temporary);
    return kept;
  }
  const moved = await moveOver(temporary, replaced.path, bytes);
  if (moved.ok) return moved;
  await discard(temporary);
  const back = await putBack(replaced);
  return back.ok ? moved : back;
}

/**
 * Puts the old version back under its name, for when what replaced it did not stand the last check. Fails with
 * file.not-put-back where that cannot be done or proven; the old one is still where it was kept.
 */
export async function putBack({ path, bytes, keptAs }: Replaced): Promise<Result<null, FileFailure>> {
  if ((await readBack(path, bytes)).ok) return ok(null);
  const temporary = temporaryBeside(path);
  const written = await createFile(temporary, bytes, await ownershipOf(keptAs));
  const moved = written.ok ? await moveOver(temporary, path, bytes) : written;
  if (moved.ok) return moved;
  await discard(temporary);
  return fail({ code: "file.not-put-back", path, keptAs });
}

/** (1): what would be replaced is what was opened. */
async function stillHolds(path: string, bytes: Uint8Array): Promise<Result<null, ReplaceFailure>> {
  const same = await readBack(path, bytes);
  return !same.ok && same.error.code === "file.not-as-written"
    ? fail({ code: "keystore.changed-meanwhile" })
    : same;
}

/** (3) and (4): keeps the old version under its other name. One that is there already must be the same. */
async function keep({ path, bytes, keptAs }: Replaced): Promise<Result<null, ReplaceFailure>> {
  const there = await isKept(keptAs, bytes);
  if (!there.ok) return there;
  try {
    if (!there.value && !(await linkNew(path, keptAs))) {
      const copied = await copyTo(keptAs, bytes, await ownershipOf(path));
      if (!copied.ok) return copied;
    }
    await flushFolder(dirname(path));
  } catch (thrown) {
    return fail(fileFailure(thrown, keptAs, "writing"));
  }
  const back = await stillHolds(keptAs, bytes);
  // What was linked is no longer what was opened: the name was given to something else, and is taken away again.
  if (!back.ok && !there.value) await discard(keptAs);
  return back;
}

/**
 * Whether a file is kept already under this name: it can be, after an end in the middle of an earlier try. Fails
 * with file.backup-differs where another file has the name, or a symbolic link: it can lead to what will be replaced.
 */
export async function isKept(keptAs: string, bytes: Uint8Array): Promise<Result<boolean, FileFailure>> {
  if (await isSymbolicLink(keptAs)) return fail({ code: "file.backup-differs", path: keptAs });
  const same = await readBack(keptAs, bytes);
  if (same.ok) return ok(true);
  switch (same.error.code) {
    case "file.missing":
      return ok(false);
    case "file.not-as-written":
    case "file.is-folder":
    case "file.not-a-file":
      return fail({ code: "file.backup-differs", path: keptAs });
    default:
      return same;
  }
}

/** Of what cannot be looked at, the reading that follows tells why. */
async function isSymbolicLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}

/** Where there are no links: a copy, flushed, that gets the name only when it is whole. */
async function copyTo(
  keptAs: string,
  bytes: Uint8Array,
  like: Ownership | null,
): Promise<Result<null, FileFailure>> {
  const temporary = temporaryBeside(keptAs);
  const written = await createFile(temporary, bytes, like);
  if (!written.ok) return fail(namedAs(keptAs, temporary, written.error));
  try {
    await rename(temporary, keptAs);
    return ok(null);
  } catch (thrown) {
    await discard(temporary);
    return fail(fileFailure(thrown, keptAs, "writing"));
  }
}

/** (5) and (6): gives a flushed file its name, in place of what has it, and proves that it is there. */
async function moveOver(
  temporary: string,
  path: string,
  bytes: Uint8Array,
): Promise<Result<null, FileFailure>> {
  try {
    await rename(temporary, path);
    await flushFolder(dirname(path));
    return await readBack(path, bytes);
  } catch (thrown) {
    return fail(fileFailure(thrown, path, "writing"));
  }
}

import { constants } from "node:fs";
import { type FileHandle, lstat, open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import type { FileFailure, KeystoreFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { linkNew, namedAs } from "./commit-new";
import { createFile, discard } from "./create-file";
import { fileFailure } from "./failure";
import { flushFolder } from "./flush-folder";
import { discardOwn, type Identity, identityOf, isSame } from "./identity";
import { ownershipOf } from "./ownership";
import { readBack } from "./read-back";
import { holdsOnly, setAside, setAsideOld } from "./set-aside";
import { temporaryBeside } from "./temporary";
import { watchName } from "./watch-name";

/** A file that is to give way to its next version. */
export interface Replaced {
  /** The file itself, no symbolic link. Who replaces it holds its lock since it was read. */
  readonly path: string;
  /** What was read from it. */
  readonly bytes: Uint8Array;
  /** Where it is kept: a name in the same folder. */
  readonly keptAs: string;
}

/**
 * Something else wrote to the file in the moment in which it gave way: too late to be heard, and not lost. `keptAs` is the
 * file that holds it; null where it put another file under the name, of which the replacement left nothing.
 */
export interface OtherWrite {
  readonly keptAs: string | null;
}

export type ReplaceFailure = FileFailure | Extract<KeystoreFailure, { code: "keystore.changed-meanwhile" }>;

/**
 * Replaces a file in steps (1) to (6) of FORMATS §3, Writing: at every point the old or the new one stands under
 * its name, whole, and the old one is kept. Gives what something else wrote in the last moment, or null. Fails with
 * keystore.changed-meanwhile where it wrote before, and leaves that alone. After another failure the old one stands under its
 * name, unless it is file.not-put-back: then that could not be proven, and the old one stands where it was kept.
 */
export async function replaceFile(
  replaced: Replaced,
  bytes: Uint8Array,
): Promise<Result<OtherWrite | null, ReplaceFailure>> {
  let old: FileHandle | null = null;
  const watch = watchName(replaced.path);
  try {
    // Held open to the end: what is written to it is found there, whatever is done to its name.
    old = await open(replaced.path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    return await replaceOpened(replaced, bytes, old, watch.changes);
  } catch (thrown) {
    return fail(fileFailure(thrown, replaced.path, "reading"));
  } finally {
    watch.close();
    await old?.close().catch(() => undefined);
  }
}

async function replaceOpened(
  replaced: Replaced,
  bytes: Uint8Array,
  old: FileHandle,
  changes: () => number,
): Promise<Result<OtherWrite | null, ReplaceFailure>> {
  const { path } = replaced;
  if (!(await stillStands(replaced, old))) return fail({ code: "keystore.changed-meanwhile" });
  const temporary = temporaryBeside(path);
  const written = await createFile(temporary, bytes, await ownershipOf(path));
  if (!written.ok) return fail(namedAs(path, temporary, written.error));
  const kept = await keep(replaced);
  if (!kept.ok) {
    await discard(temporary);
    return kept;
  }
  const before = changes();
  // As late as can be: from here to the renaming nobody else may write, and nothing but the lock keeps them from it.
  if (!(await stillStands(replaced, old))) {
    await discard(temporary);
    await discardOwn(replaced.keptAs, kept.value);
    return fail({ code: "keystore.changed-meanwhile" });
  }
  const moved = await moveOver(temporary, path, bytes);
  if (moved.ok) return ok(await otherWrite(replaced, old, changes() - before));
  await discard(temporary);
  const back = await putBack(replaced, bytes);
  return back.ok ? moved : back;
}

/**
 * Puts the old version back under its name, for when what replaced it, `written`, did not stand the last check. Anything
 * else that stands there is somebody's: it is kept beside, and named by file.set-aside. Fails with
 * file.not-put-back where the old one cannot be put back or proven; it is still where it was kept.
 */
export async function putBack(
  { path, bytes, keptAs }: Replaced,
  written: Uint8Array,
): Promise<Result<null, FileFailure>> {
  const notPutBack = fail({ code: "file.not-put-back", path, keptAs } as const);
  if ((await readBack(path, bytes)).ok) return ok(null);
  const aside = await setAside(path, written);
  if (!aside.ok) return notPutBack;
  const temporary = temporaryBeside(path);
  const created = await createFile(temporary, bytes, await ownershipOf(keptAs));
  const moved = created.ok ? await moveOver(temporary, path, bytes) : created;
  if (moved.ok)
    return aside.value === null ? moved : fail({ code: "file.set-aside", path, keptAs: aside.value });
  await discard(temporary);
  return notPutBack;
}

/** (1): what would be replaced is the very file that was opened, and holds what was read. */
async function stillStands({ path, bytes }: Replaced, old: FileHandle): Promise<boolean> {
  if (!(await holdsOnly(old, bytes))) return false;
  const opened = await old.stat({ bigint: true });
  // Last of all: what is written into the file is found in it afterwards, a file that takes its name is not.
  return isSame(opened, await identityOf(path));
}

/**
 * (3) and (4): keeps the old version under its other name. One that is there already must be the same. Gives the identity
 * of what was made, or null.
 */
async function keep({ path, bytes, keptAs }: Replaced): Promise<Result<Identity | null, ReplaceFailure>> {
  const there = await isKept(keptAs, bytes);
  if (!there.ok) return there;
  let made: Identity | null = null;
  try {
    if (!there.value) {
      const linked = await linkNew(path, keptAs);
      const copied = linked ? ok(null) : await copyTo(keptAs, path, bytes);
      if (!copied.ok) return copied;
      made = await identityOf(keptAs);
    }
    await flushFolder(dirname(path));
  } catch (thrown) {
    return fail(fileFailure(thrown, keptAs, "writing"));
  }
  const back = await readBack(keptAs, bytes);
  if (back.ok) return ok(made);
  // What was linked is no longer what was opened: the name was given to something else, and is taken away again.
  await discardOwn(keptAs, made);
  return back.error.code === "file.not-as-written" ? fail({ code: "keystore.changed-meanwhile" }) : back;
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

/** Where there are no links: a copy of what stands at `path`, flushed, that gets the name only when it is whole. */
async function copyTo(keptAs: string, path: string, bytes: Uint8Array): Promise<Result<null, FileFailure>> {
  const temporary = temporaryBeside(keptAs);
  const written = await createFile(temporary, bytes, await ownershipOf(path));
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

/**
 * What something else wrote after the last look: into the old file, which is found in it still; or by another file under its
 * name. `changes`: how often the name was given since then, once by the renaming itself.
 */
async function otherWrite(replaced: Replaced, old: FileHandle, changes: number): Promise<OtherWrite | null> {
  if (!(await holdsOnly(old, replaced.bytes))) return { keptAs: await setAsideOld(replaced, old) };
  return changes > 1 ? { keptAs: null } : null;
}

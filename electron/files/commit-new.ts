import { link, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import type { FileFailure } from "../contract/errors";
import { fail, type Result } from "../contract/result";
import { createFile, discard } from "./create-file";
import { fileFailure, systemCode } from "./failure";
import { flushFolder } from "./flush-folder";
import { discardOwn, identityOf } from "./identity";
import { readBack } from "./read-back";
import { temporaryBeside } from "./temporary";

/** How file systems without hard links say so. EISDIR is Windows on FAT, as libuv translates it. */
const NO_LINKS = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EISDIR"]);

/**
 * Commits the first generation of a file (FORMATS §3, Writing): a temporary file beside it is written,
 * flushed and compared, then linked to its name, which never replaces a file; the folder is flushed and the
 * file read back. At every point the file is there whole or not at all, except where links are not
 * supported: there it is created exclusively under its own name. On a failure nothing of it remains.
 */
export async function commitNew(path: string, bytes: Uint8Array): Promise<Result<null, FileFailure>> {
  const temporary = temporaryBeside(path);
  const written = await createFile(temporary, bytes);
  if (!written.ok) return fail(namedAs(path, temporary, written.error));
  const made = await identityOf(temporary);
  let linked = false;
  try {
    linked = await linkNew(temporary, path);
    await unlink(temporary);
    if (!linked) return await createFile(path, bytes);
    await flushFolder(dirname(path));
    const back = await readBack(path, bytes);
    if (!back.ok) await discardOwn(path, made);
    return back;
  } catch (thrown) {
    const failure = fileFailure(thrown, path, "writing");
    await discard(temporary);
    if (linked) await discardOwn(path, made);
    return fail(failure);
  }
}

/** A failure named by what a person chose: of the temporary file they never heard. */
export function namedAs(path: string, temporary: string, failure: FileFailure): FileFailure {
  return failure.path === temporary ? { ...failure, path } : failure;
}

/** Gives the file a second name that must be free. False where the file system has no links. */
export async function linkNew(existing: string, path: string): Promise<boolean> {
  try {
    await link(existing, path);
    return true;
  } catch (thrown) {
    if (NO_LINKS.has(systemCode(thrown) ?? "")) return false;
    throw thrown;
  }
}

import { open, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import type { FileFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { fileFailure } from "./failure";
import { flushFolder } from "./flush-folder";
import { discardOwn, type Identity } from "./identity";
import { giveTo, type Ownership, setMode } from "./ownership";
import { readBack } from "./read-back";

/**
 * Makes a new file that only its owner can read (0600, whatever the mask), and never replaces one: created exclusively,
 * written, flushed, read back and compared, its folder flushed (FORMATS §3, Writing). `like` is the file that it will
 * replace: it is given to that one's owner and group as far as this user may.
 * On any failure after the creation it removes what it made; file.exists means that nothing was touched.
 */
export async function createFile(
  path: string,
  bytes: Uint8Array,
  like: Ownership | null = null,
): Promise<Result<null, FileFailure>> {
  let made: Identity | null = null;
  try {
    const handle = await open(path, "wx", 0o600);
    try {
      made = await handle.stat({ bigint: true });
      await setMode(handle, 0o600);
      await handle.writeFile(bytes);
      if (like !== null) await giveTo(handle, like);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const back = await readBack(path, bytes);
    if (back.ok) {
      await flushFolder(dirname(path));
      return ok(null);
    }
    await discardOwn(path, made);
    return back;
  } catch (thrown) {
    const failure = fileFailure(thrown, path, "writing");
    await discardOwn(path, made);
    return fail(failure);
  }
}

/** Removes a file after a failure. What led here is what the person is told, so a second failure is not. */
export async function discard(path: string): Promise<void> {
  await unlink(path).catch(() => undefined);
}

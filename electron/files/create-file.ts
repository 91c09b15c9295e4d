import { open, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import type { FileFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { fileFailure } from "./failure";
import { flushFolder } from "./flush-folder";
import { readBack } from "./read-back";

/**
 * Makes a new file that only its owner can read (0600), and never replaces one: created exclusively,
 * written, flushed, read back and compared, its folder flushed (FORMATS §3, Writing).
 * On any failure after the creation it removes what it made; file.exists means that nothing was touched.
 */
export async function createFile(path: string, bytes: Uint8Array): Promise<Result<null, FileFailure>> {
  let created = false;
  try {
    const handle = await open(path, "wx", 0o600);
    created = true;
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const back = await readBack(path, bytes);
    if (back.ok) {
      await flushFolder(dirname(path));
      return ok(null);
    }
    await discard(path);
    return back;
  } catch (thrown) {
    const failure = fileFailure(thrown, path, "writing");
    if (created) await discard(path);
    return fail(failure);
  }
}

/** Removes a file after a failure. What led here is what the person is told, so a second failure is not. */
export async function discard(path: string): Promise<void> {
  await unlink(path).catch(() => undefined);
}

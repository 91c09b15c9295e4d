import { constants, type Stats } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { FileFailure } from "../contract/errors";
import { fail, type Result } from "../contract/result";
import { fileFailure } from "./failure";

/**
 * Lets `read` work on an open regular file, and closes it. Never hangs on a pipe or a device. Fails with any
 * FileFailure of reading, or as `read` does.
 */
export async function readRegular<T, F extends { code: string } = never>(
  path: string,
  read: (handle: FileHandle, stat: Stats) => Promise<Result<T, F>>,
): Promise<Result<T, F | FileFailure>> {
  let handle: FileHandle | null = null;
  try {
    // Without O_NONBLOCK opening a pipe waits for its writer. Windows has no such flag and no such pipes.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = await handle.stat();
    if (stat.isDirectory()) return fail({ code: "file.is-folder", path });
    if (!stat.isFile()) return fail({ code: "file.not-a-file", path });
    return await read(handle, stat);
  } catch (thrown) {
    return fail(fileFailure(thrown, path, "reading"));
  } finally {
    await handle?.close();
  }
}

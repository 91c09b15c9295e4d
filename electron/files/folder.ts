import { chmod, mkdir, rmdir, stat } from "node:fs/promises";
import type { FileFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { fileFailure, systemCode } from "./failure";

/** Whether `path` is a folder that can be looked at. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Makes a new folder (0700) and gives its path: `path`, or where that is taken the first free of `path-2`, `path-3`, … */
export async function makeNewFolder(path: string): Promise<Result<string, FileFailure>> {
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? path : `${path}-${number}`;
    try {
      await mkdir(free, { mode: 0o700 });
      // Whatever the mask; a medium without modes has none to set.
      await chmod(free, 0o700).catch(() => undefined);
      return ok(free);
    } catch (thrown) {
      if (systemCode(thrown) !== "EEXIST") return fail(fileFailure(thrown, path, "writing"));
    }
  }
}

/** Removes the folder `path` if nothing is in it. One that holds something, or is missing, is left alone. */
export async function removeEmptyFolder(path: string): Promise<Result<null, FileFailure>> {
  try {
    await rmdir(path);
    return ok(null);
  } catch (thrown) {
    const code = systemCode(thrown);
    if (code === "ENOENT" || code === "ENOTEMPTY" || code === "EEXIST") return ok(null);
    return fail(fileFailure(thrown, path, "writing"));
  }
}

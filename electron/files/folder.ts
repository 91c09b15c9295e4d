import { mkdir, rmdir, stat } from "node:fs/promises";
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

/** Makes the folder `path` (0700) and those above it where they are missing. */
export async function makeFolder(path: string): Promise<Result<null, FileFailure>> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    return ok(null);
  } catch (thrown) {
    return fail(fileFailure(thrown, path, "writing"));
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

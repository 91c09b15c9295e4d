import { unlink } from "node:fs/promises";
import { dirname } from "node:path";
import type { FileFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { fileFailure, systemCode } from "./failure";
import { flushFolder } from "./flush-folder";

/** Removes a file and flushes its folder. A file that is not there is fine. */
export async function removeFile(path: string): Promise<Result<null, FileFailure>> {
  try {
    await unlink(path);
    await flushFolder(dirname(path));
    return ok(null);
  } catch (thrown) {
    return systemCode(thrown) === "ENOENT" ? ok(null) : fail(fileFailure(thrown, path, "writing"));
  }
}

import { rename } from "node:fs/promises";
import { dirname } from "node:path";
import type { FileFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { namedAs } from "./commit-new";
import { createFile, discard } from "./create-file";
import { fileFailure } from "./failure";
import { flushFolder } from "./flush-folder";
import { temporaryBeside } from "./temporary";

/**
 * Writes a file of the app's own, in place of an earlier one that nobody needs any longer: at every point the one or
 * the other stands there, whole. What a vault needs is never overwritten so, but replaced (replace-file.ts).
 */
export async function overwriteFile(path: string, bytes: Uint8Array): Promise<Result<null, FileFailure>> {
  const temporary = temporaryBeside(path);
  const written = await createFile(temporary, bytes);
  if (!written.ok) return fail(namedAs(path, temporary, written.error));
  try {
    await rename(temporary, path);
    await flushFolder(dirname(path));
    return ok(null);
  } catch (thrown) {
    await discard(temporary);
    return fail(fileFailure(thrown, path, "writing"));
  }
}

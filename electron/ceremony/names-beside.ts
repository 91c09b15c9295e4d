import { basename, dirname } from "node:path";
import { fail, ok, type Result } from "../contract/result";
import { tryNames } from "../files/try-names";
import type { Place } from "../files/try-place";
import { backupPath } from "../keystore/file";
import { recordPath } from "../record/record-path";

/** As long, and of the same characters, as any ceremony's id. */
const ANY_ID = "00000000-0000-4000-8000-000000000000";

/**
 * The names that a ceremony, or the next one, gives to files beside the keystore at `path`: its lock and the guard of that,
 * its record, and the keystore that gives way, which is kept as `keptAs`, or as generation 1 where there is none yet.
 */
export function namesBeside(path: string, keptAs: string | null): readonly string[] {
  const name = basename(path);
  const kept = keptAs ?? backupPath(path, 1);
  return [`${name}.lock`, `${name}.lock.takeover`, basename(recordPath(path, ANY_ID)), basename(kept)];
}

/**
 * Tries whether a Wrapping Key's file can stand in the keystore's own folder: a medium may take its name for one that
 * the keystore needs. Fails with plan.same-path then, and otherwise as tryNames does.
 */
export async function tryTogether(
  keystorePath: string,
  keptAs: string | null,
  key: Pick<Place, "path"> | null,
): Promise<Result<null>> {
  const folder = dirname(keystorePath);
  if (key === null || dirname(key.path) !== folder) return ok(null);
  const names = [basename(keystorePath), ...namesBeside(keystorePath, keptAs), basename(key.path)];
  const tried = await tryNames(folder, names);
  if (tried.ok) return tried;
  const { error } = tried;
  if (error.code === "file.same-name") return fail({ code: "plan.same-path", path: key.path });
  // The key's own name was tried before: what is refused is made from the keystore's.
  return fail(error.code === "file.folder-missing" ? error : { ...error, path: keystorePath });
}

import { dirname } from "node:path";
import { z } from "zod";
import type { ErrorCode } from "../contract/errors";
import { fail, type Result } from "../contract/result";
import type { UnfinishedView } from "../contract/views";
import { createFile } from "../files/create-file";
import { isFolder } from "../files/folder";
import { acquireLock } from "../files/lock";
import { readLimited } from "../files/read-limited";
import { removeFile } from "../files/remove-file";
import { readKeystoreFile } from "../keystore/file";
import { openWithWrappingKey } from "../keystore/open";
import { readWrappingKeyFile } from "../keystore/wrapping-key-file";

const noteSchema = z.strictObject({
  keystorePath: z.string(),
  wrappingKeyPath: z.string().nullable(),
  startedAt: z.string(),
});

/** Where a ceremony under way will write. The note stands from the start of the ceremony to its end and holds no secret. */
export type UnfinishedNote = z.infer<typeof noteSchema>;

const NOTE_LIMIT = 64 * 1024;

/** Writes the note at `path`, in place of an earlier one. */
export async function writeNote(path: string, note: UnfinishedNote): Promise<Result<null>> {
  const removed = await removeFile(path);
  if (!removed.ok) return removed;
  return createFile(path, Buffer.from(JSON.stringify(note)));
}

/**
 * Reads what an earlier start left behind: null when it ended well. The note stays until a person has answered it,
 * for a medium that is not inserted now may hold what it tells of. A lock that a dead process left beside the
 * keystore is taken away.
 */
export async function readUnfinished(path: string): Promise<UnfinishedView | null> {
  const note = await readNote(path);
  if (note === null) return null;
  const lock = await acquireLock(note.keystorePath);
  if (lock.ok) await lock.value.release();
  return { ...note, kind: await kindOf(note) };
}

/** Removes a Wrapping Key file that opens nothing: looked at once more, for a medium may have been inserted since. */
export async function removeOrphan({ keystorePath, wrappingKeyPath }: UnfinishedView): Promise<Result<null>> {
  const isOrphan = (await kindOf({ keystorePath, wrappingKeyPath })) === "orphan-key";
  if (wrappingKeyPath === null || !isOrphan) return fail({ code: "ceremony.not-now" });
  return removeFile(wrappingKeyPath);
}

async function readNote(path: string): Promise<UnfinishedNote | null> {
  const file = await readLimited(path, NOTE_LIMIT);
  if (!file.ok) return null;
  try {
    const note = noteSchema.safeParse(JSON.parse(Buffer.from(file.value.bytes).toString("utf8")));
    return note.success ? note.data : null;
  } catch {
    return null;
  }
}

async function kindOf(note: Omit<UnfinishedNote, "startedAt">): Promise<UnfinishedView["kind"]> {
  if (note.wrappingKeyPath === null) return "unclear";
  const delivered = await readWrappingKeyFile(note.wrappingKeyPath, null);
  if (!delivered.ok) return "unclear";
  const { key } = delivered.value;
  try {
    const file = await readKeystoreFile(note.keystorePath);
    if (!file.ok) return await kindWithoutKeystore(note.keystorePath, file.error.code);
    const opened = openWithWrappingKey(file.value.keystore, key);
    if (!opened.ok) return "misfit";
    opened.value.wipe();
    return "complete";
  } finally {
    key.wipe();
  }
}

/** Only in a folder that is there can a keystore be missing: with its medium away nothing may be called an orphan. */
async function kindWithoutKeystore(path: string, code: ErrorCode): Promise<UnfinishedView["kind"]> {
  if (code !== "file.missing") return "misfit";
  return (await isFolder(dirname(path))) ? "orphan-key" : "unclear";
}

import { z } from "zod";
import { fail, type Result } from "../contract/result";
import type { UnfinishedView } from "../contract/views";
import type { SecretBytes } from "../crypto/secret-bytes";
import { createFile } from "../files/create-file";
import { acquireLock } from "../files/lock";
import { readLimited } from "../files/read-limited";
import { removeFile } from "../files/remove-file";
import { readKeystoreFile } from "../keystore/file";
import { openWithWrappingKey } from "../keystore/open";
import { readWrappingKeyText } from "../keystore/wrapping-key-text";

const noteSchema = z.strictObject({
  keystorePath: z.string(),
  wrappingKeyPath: z.string().nullable(),
  startedAt: z.string(),
});

/** Where a ceremony under way will write. The note stands from the start of the ceremony to its end and holds no secret. */
export type UnfinishedNote = z.infer<typeof noteSchema>;

const NOTE_LIMIT = 64 * 1024;
const KEY_FILE_LIMIT = 4096;

/** Writes the note at `path`, in place of an earlier one. */
export async function writeNote(path: string, note: UnfinishedNote): Promise<Result<null>> {
  const removed = await removeFile(path);
  if (!removed.ok) return removed;
  return createFile(path, Buffer.from(JSON.stringify(note)));
}

/**
 * Reads what an earlier start left behind: null when it ended well or left nothing, else what is there. A lock
 * that a dead process left beside the keystore is taken away.
 */
export async function readUnfinished(path: string): Promise<UnfinishedView | null> {
  const note = await readNote(path);
  if (note === null) return null;
  const lock = await acquireLock(note.keystorePath);
  if (lock.ok) await lock.value.release();
  const key = note.wrappingKeyPath === null ? null : await readKeyFile(note.wrappingKeyPath);
  if (note.wrappingKeyPath === null || key === null) {
    await removeFile(path);
    return null;
  }
  const kind = await compare(note.keystorePath, key);
  return {
    kind,
    keystorePath: note.keystorePath,
    wrappingKeyPath: note.wrappingKeyPath,
    startedAt: note.startedAt,
  };
}

/** Removes a Wrapping Key file that opens nothing. Refuses any other file: only what the note names, if it still holds a key. */
export async function removeOrphan(unfinished: UnfinishedView): Promise<Result<null>> {
  const key = await readKeyFile(unfinished.wrappingKeyPath);
  if (unfinished.kind !== "orphan-key" || key === null) return fail({ code: "ceremony.not-now" });
  key.wipe();
  return removeFile(unfinished.wrappingKeyPath);
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

async function readKeyFile(path: string): Promise<SecretBytes | null> {
  const file = await readLimited(path, KEY_FILE_LIMIT);
  if (!file.ok) return null;
  const key = readWrappingKeyText(Buffer.from(file.value.bytes).toString("latin1"), null);
  file.value.bytes.fill(0);
  return key.ok ? key.value : null;
}

async function compare(keystorePath: string, key: SecretBytes): Promise<UnfinishedView["kind"]> {
  try {
    const file = await readKeystoreFile(keystorePath);
    if (!file.ok) return file.error.code === "file.missing" ? "orphan-key" : "misfit";
    const opened = openWithWrappingKey(file.value.keystore, key);
    if (!opened.ok) return "misfit";
    opened.value.wipe();
    return "complete";
  } finally {
    key.wipe();
  }
}

import { dirname } from "node:path";
import { z } from "zod";
import type { ErrorCode } from "../contract/errors";
import { fail, type Result } from "../contract/result";
import type { UnfinishedView } from "../contract/views";
import { hex, sha256 } from "../crypto/hash";
import { kid } from "../crypto/kid";
import type { SecretBytes } from "../crypto/secret-bytes";
import { isFolder } from "../files/folder";
import { acquireLock } from "../files/lock";
import { overwriteFile } from "../files/overwrite-file";
import { readLimited } from "../files/read-limited";
import { removeFile } from "../files/remove-file";
import { readKeystoreFile } from "../keystore/file";
import { openWithWrappingKey } from "../keystore/open";
import { KEYSTORE_LIMIT, parseKeystore } from "../keystore/parse";
import { readWrappingKeyFile } from "../keystore/wrapping-key-file";

const noteSchema = z.strictObject({
  keystorePath: z.string(),
  wrappingKeyPath: z.string().nullable(),
  /** Names the key that is delivered there (FORMATS §1); null before one is made. */
  wrappingKeyKid: z.string().nullable(),
  /** The ceremony's own id: a keystore that it has written lists it. */
  ceremonyId: z.string(),
  /** Of a renewal: the SHA-256 (64 hex) of the keystore file that it was to replace. */
  renews: z.strictObject({ sha256: z.string() }).nullable(),
  /** Where its record is, as far as it was written. */
  recordPath: z.string(),
  startedAt: z.string(),
  /** What may be on paper of it; missing in the notes of earlier versions. */
  paper: z.strictObject({ shares: z.boolean(), key: z.boolean() }).optional(),
});

/** Where a ceremony under way will write. The note stands from the start to the seal of its record and holds no secret. */
export type UnfinishedNote = z.infer<typeof noteSchema>;

const NOTE_LIMIT = 64 * 1024;

/** Writes the note at `path`, in place of an earlier one: at every point the one or the other stands there. */
export async function writeNote(path: string, note: UnfinishedNote): Promise<Result<null>> {
  return overwriteFile(path, Buffer.from(JSON.stringify(note)));
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
  const { keystorePath, recordPath, startedAt, paper = null } = note;
  // Before its key is made nothing stands where the key is to go.
  const wrappingKeyPath = note.wrappingKeyKid === null ? null : note.wrappingKeyPath;
  return { kind: await kindOf(note), keystorePath, wrappingKeyPath, recordPath, startedAt, paper };
}

/**
 * Removes a Wrapping Key file that opens nothing: looked at once more, for a medium may have been inserted since. Fails
 * where the key there is not the one that was delivered: another medium can have a file of that name.
 */
export async function removeOrphan(path: string): Promise<Result<null>> {
  const note = await readNote(path);
  const kind = note === null ? null : await kindOf(note);
  const isOrphan = kind === "orphan-key" || kind === "not-renewed";
  if (note === null || note.wrappingKeyPath === null || !isOrphan) return fail({ code: "ceremony.not-now" });
  const delivered = await readWrappingKeyFile(note.wrappingKeyPath, null);
  if (!delivered.ok) return delivered;
  const isOurs = isDelivered(delivered.value.key, note);
  delivered.value.key.wipe();
  return isOurs ? removeFile(note.wrappingKeyPath) : fail({ code: "ceremony.not-now" });
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

async function kindOf(note: UnfinishedNote): Promise<UnfinishedView["kind"]> {
  return note.renews === null ? kindOfGeneration(note) : kindOfRenewal(note, note.renews);
}

/**
 * A renewal is one write: its keystore lists it. One that is neither that nor the file that was to be replaced tells
 * nothing: another ceremony was held since, or the file went through an editor.
 */
async function kindOfRenewal(
  { keystorePath, ceremonyId }: UnfinishedNote,
  renews: NonNullable<UnfinishedNote["renews"]>,
): Promise<UnfinishedView["kind"]> {
  const file = await readLimited(keystorePath, KEYSTORE_LIMIT);
  if (!file.ok) return "renewal-unclear";
  const { bytes } = file.value;
  if (hex(sha256(bytes)) === renews.sha256) return "not-renewed";
  const keystore = parseKeystore(bytes);
  const isRenewed = keystore.ok && keystore.value.ceremonies.some(({ id }) => id === ceremonyId);
  return isRenewed ? "renewed" : "renewal-unclear";
}

async function kindOfGeneration(note: UnfinishedNote): Promise<UnfinishedView["kind"]> {
  if (note.wrappingKeyPath === null) return (await isListed(note)) ? "written" : "unclear";
  const delivered = await readWrappingKeyFile(note.wrappingKeyPath, null);
  if (!delivered.ok) return "unclear";
  const { key } = delivered.value;
  try {
    if (!isDelivered(key, note)) return "unclear";
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

/** Whether the keystore stands where it was to be, and names this ceremony: its key is on paper. */
async function isListed({ keystorePath, ceremonyId }: UnfinishedNote): Promise<boolean> {
  const file = await readKeystoreFile(keystorePath);
  return file.ok && file.value.keystore.ceremonies.some(({ id }) => id === ceremonyId);
}

/** Whether a key is the one that the ceremony delivered. */
function isDelivered(key: SecretBytes, { wrappingKeyKid }: UnfinishedNote): boolean {
  return kid(key) === wrappingKeyKid;
}

/** Only in a folder that is there can a keystore be missing: with its medium away nothing may be called an orphan. */
async function kindWithoutKeystore(path: string, code: ErrorCode): Promise<UnfinishedView["kind"]> {
  if (code !== "file.missing") return "misfit";
  return (await isFolder(dirname(path))) ? "orphan-key" : "unclear";
}

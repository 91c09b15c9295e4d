import { createHash } from "node:crypto";
import { type FileHandle, rename } from "node:fs/promises";
import { dirname, join, parse } from "node:path";
import type { FileFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { linkNew } from "./commit-new";
import { createFile, discard } from "./create-file";
import { fileFailure, systemCode } from "./failure";
import { identityOf, isSame } from "./identity";
import { type Ownership, ownershipOf } from "./ownership";
import { readBack } from "./read-back";
import { readLimited } from "./read-limited";
import { temporaryBeside } from "./temporary";

/** More than any file that something writes in a keystore's place by mistake. */
const LIMIT = 64 * 1024 * 1024;

/**
 * Keeps what stands at `path` under another name as well, unless it is nothing, or what this ceremony wrote there. Gives
 * that name, or null. Fails where it cannot be kept: then it must not be replaced.
 */
export async function setAside(
  path: string,
  written: Uint8Array,
): Promise<Result<string | null, FileFailure>> {
  if ((await readBack(path, written)).ok) return ok(null);
  const read = await readLimited(path, LIMIT);
  if (!read.ok) return read.error.code === "file.missing" ? ok(null) : read;
  const { bytes } = read.value;
  const aside = asideOf(path, bytes);
  try {
    if (await linkNew(path, aside)) return ok(aside);
  } catch (thrown) {
    if (systemCode(thrown) === "EEXIST" && (await readBack(aside, bytes)).ok) return ok(aside);
    return fail(fileFailure(thrown, aside, "writing"));
  }
  const copied = await createFile(aside, bytes, await ownershipOf(path));
  return copied.ok ? ok(aside) : copied;
}

/**
 * Something wrote to the old file, held open as `old`, when it had given way: keeps that under a name of its own, and the
 * old version, which by a hard link is the same file, again under its name. Gives that name; null where none could be given.
 */
export async function setAsideOld(
  replaced: { readonly path: string; readonly bytes: Uint8Array; readonly keptAs: string },
  old: FileHandle,
): Promise<string | null> {
  const { path, bytes, keptAs } = replaced;
  const other = await contentOf(old);
  if (other === null) return null;
  const aside = asideOf(path, other);
  // By a link where it can be: what is still being written goes to the same file.
  const isLinked = isSame(await old.stat({ bigint: true }), await identityOf(keptAs));
  const linked = isLinked && (await linkNew(keptAs, aside).catch(() => false));
  const like = await ownershipOf(keptAs);
  const kept = linked || (await createFile(aside, other, like)).ok || (await readBack(aside, other)).ok;
  if (!kept) return null;
  if (isLinked) await putInPlace(keptAs, bytes, like);
  return aside;
}

/** The old version again under its name, which leads to something else now. One that cannot be put there is in memory alone. */
async function putInPlace(keptAs: string, bytes: Uint8Array, like: Ownership | null): Promise<void> {
  const temporary = temporaryBeside(keptAs);
  if (!(await createFile(temporary, bytes, like)).ok) return;
  await rename(temporary, keptAs).catch(() => discard(temporary));
}

/** Whether an open file holds these bytes and no more. */
export async function holdsOnly(handle: FileHandle, bytes: Uint8Array): Promise<boolean> {
  const there = await readUpTo(handle, bytes.length + 1);
  return Buffer.compare(there, bytes) === 0;
}

/** Everything that an open file holds; null where that is more than anybody writes there. */
async function contentOf(handle: FileHandle): Promise<Uint8Array | null> {
  const { size } = await handle.stat();
  return size > LIMIT ? null : readUpTo(handle, size);
}

async function readUpTo(handle: FileHandle, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await handle.read(buffer, read, length - read, read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return buffer.subarray(0, read);
}

/** `<name>.changed-<8 hex of its SHA-256>.json` beside the file. */
function asideOf(path: string, bytes: Uint8Array): string {
  const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  const { name, ext } = parse(path);
  return join(dirname(path), `${name}.changed-${digest}${ext}`);
}

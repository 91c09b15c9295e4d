import { basename, dirname, join } from "node:path";
import type { FileFailure, KeystoreFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { hex, sha256 } from "../crypto/hash";
import { commitNew } from "../files/commit-new";
import { type FileContent, readLimited } from "../files/read-limited";
import type { Keystore } from "./document";
import { KEYSTORE_LIMIT, parseKeystore } from "./parse";
import { serializeKeystore } from "./serialize";

/** A keystore and its file: the SHA-256 (64 hex) is what the next generation's `previous` holds. */
export interface KeystoreFile {
  readonly keystore: Keystore;
  readonly sha256: string;
  readonly readableByOthers: boolean;
}

/** The same with the file's bytes, for who will replace them. */
export interface KeystoreBytes extends KeystoreFile {
  readonly bytes: Uint8Array;
}

/** Reads and parses a keystore file of any mode; whether others can read it is for the caller to warn about. */
export async function readKeystoreFile(
  path: string,
): Promise<Result<KeystoreFile, KeystoreFailure | FileFailure>> {
  const read = await readKeystoreBytes(path);
  if (!read.ok) return read;
  const { bytes: _, ...file } = read.value;
  return ok(file);
}

/** Reads and parses a keystore file, and gives its bytes too. */
export async function readKeystoreBytes(
  path: string,
): Promise<Result<KeystoreBytes, KeystoreFailure | FileFailure>> {
  const read = await readUnparsed(path);
  if (!read.ok) return read;
  const { bytes, mode } = read.value;
  const parsed = parseKeystore(bytes);
  if (!parsed.ok) return parsed;
  return ok({
    bytes,
    keystore: parsed.value,
    sha256: hex(sha256(bytes)),
    readableByOthers: isReadableByOthers(mode),
  });
}

/** Reads what may be a keystore file, and its permission bits, without looking into it. */
export async function readUnparsed(
  path: string,
): Promise<Result<FileContent, KeystoreFailure | FileFailure>> {
  const read = await readLimited(path, KEYSTORE_LIMIT);
  return !read.ok && read.error.code === "file.too-large"
    ? fail({ code: "keystore.too-large", limit: KEYSTORE_LIMIT })
    : read;
}

/** Where generation `generation` of the keystore at `path` is kept (FORMATS §3, Writing): beside it. */
export function backupPath(path: string, generation: number): string {
  return join(dirname(path), `${basename(path).replace(/\.json$/, "")}.generation-${generation}.json`);
}

/** Whether a file's permission bits let its group or everybody read it. */
export function isReadableByOthers(mode: number): boolean {
  return (mode & 0o044) !== 0;
}

/** Writes a vault's first keystore. It never replaces a file (FORMATS §3, Writing). */
export async function writeNewKeystore(path: string, keystore: Keystore): Promise<Result<null, FileFailure>> {
  return commitNew(path, serializeKeystore(keystore));
}

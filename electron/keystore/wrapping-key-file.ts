import type { FileFailure, WrappingKeyFailure } from "../contract/errors";
import { ok, type Result } from "../contract/result";
import type { SecretBytes } from "../crypto/secret-bytes";
import { readLimited } from "../files/read-limited";
import { textOf } from "../files/text-of";
import { readWrappingKeyText } from "./wrapping-key-text";

/** Far more than a key or its sheet's lines take. */
const LIMIT = 4096;

/** A Wrapping Key as its file holds it. */
export interface WrappingKeyFile {
  /** 24 or 32 bytes, the reader's to wipe. */
  readonly key: SecretBytes;
  /** The file's permission bits. */
  readonly mode: number;
}

/**
 * Reads a Wrapping Key from a file of at most 4 KiB (FORMATS §1). `expectedBits` limits it to one of the two sizes.
 * Fails as readLimited and readWrappingKeyText do.
 */
export async function readWrappingKeyFile(
  path: string,
  expectedBits: 192 | 256 | null,
): Promise<Result<WrappingKeyFile, FileFailure | WrappingKeyFailure>> {
  const file = await readLimited(path, LIMIT);
  if (!file.ok) return file;
  const text = textOf(file.value.bytes);
  file.value.bytes.fill(0);
  return wrappingKeyIn(text, expectedBits, file.value.mode);
}

/** The same of a key's text that did not come from a file: it has no permission bits. Fails as readWrappingKeyText does. */
export function wrappingKeyIn(
  text: string,
  expectedBits: 192 | 256 | null,
  mode = 0,
): Result<WrappingKeyFile, WrappingKeyFailure> {
  const key = readWrappingKeyText(text, expectedBits);
  return key.ok ? ok({ key: key.value, mode }) : key;
}

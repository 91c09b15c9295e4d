import type { FileFailure, WrappingKeyFailure } from "../contract/errors";
import { ok, type Result } from "../contract/result";
import type { SecretBytes } from "../crypto/secret-bytes";
import { readLimited } from "../files/read-limited";
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
  const key = readWrappingKeyText(text, expectedBits);
  return key.ok ? ok({ key: key.value, mode: file.value.mode }) : key;
}

/** UTF-8, or UTF-16 as editors and shells on Windows write it, with its mark or told by the zeros of its digits. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const bigEndian = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
  const littleEndian = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
  const copy = Buffer.from(bytes);
  try {
    if (!bigEndian && !littleEndian) return copy.toString("utf8");
    const whole = copy.subarray(0, copy.length - (copy.length % 2));
    return (bigEndian ? whole.swap16() : whole).toString("utf16le");
  } finally {
    copy.fill(0);
  }
}

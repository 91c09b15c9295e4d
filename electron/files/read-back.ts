import type { FileFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { readLimited } from "./read-limited";

/**
 * Reads a file that was just written and compares it, byte for byte, with what it should hold.
 * Fails with file.not-as-written, or as readLimited does. Keeps no copy.
 */
export async function readBack(path: string, expected: Uint8Array): Promise<Result<null, FileFailure>> {
  const read = await readLimited(path, expected.length);
  if (!read.ok)
    return read.error.code === "file.too-large" ? fail({ code: "file.not-as-written", path }) : read;
  const { bytes } = read.value;
  const same = Buffer.compare(bytes, expected) === 0;
  bytes.fill(0);
  return same ? ok(null) : fail({ code: "file.not-as-written", path });
}

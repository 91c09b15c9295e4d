import type { FileHandle } from "node:fs/promises";
import type { FileFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { readRegular } from "./read-regular";

/** A file's bytes and its permission bits (the lower nine: 0o600). */
export interface FileContent {
  readonly bytes: Uint8Array;
  readonly mode: number;
}

/**
 * Reads a whole regular file of at most `limit` bytes. Never hangs on a pipe or a device, and never reads
 * more than the limit, however large the file claims to be or grows. The bytes are the caller's own, so
 * that a secret among them can be wiped. Fails with any FileFailure of reading.
 */
export async function readLimited(path: string, limit: number): Promise<Result<FileContent, FileFailure>> {
  return readRegular<FileContent, FileFailure>(path, async (handle, { mode }) => {
    const bytes = await readUpTo(handle, limit);
    if (bytes === null) return fail({ code: "file.too-large", path, limit });
    return ok({ bytes, mode: mode & 0o777 });
  });
}

/** Reads the first `limit` bytes of a regular file, or all of it where it has fewer. Fails with any FileFailure of reading. */
export async function readBeginning(path: string, limit: number): Promise<Result<Buffer, FileFailure>> {
  return readRegular<Buffer, FileFailure>(path, async (handle) => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(limit), 0, limit, 0);
    return ok(buffer.subarray(0, bytesRead));
  });
}

/** Everything up to the file's end, or null where that is more than `limit` bytes. */
async function readUpTo(handle: FileHandle, limit: number): Promise<Uint8Array | null> {
  const buffer = new Uint8Array(limit + 1);
  try {
    let length = 0;
    while (length <= limit) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
      if (bytesRead === 0) return buffer.slice(0, length);
      length += bytesRead;
    }
    return null;
  } finally {
    buffer.fill(0);
  }
}

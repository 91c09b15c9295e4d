import type { FileFailure } from "../contract/errors";
import { ok, type Result } from "../contract/result";
import { readRegular } from "./read-regular";

const PIECE = 64 * 1024;

/**
 * Reads a regular file from its beginning, in pieces of at most 64 KiB, until its end or until `take` refuses one. A
 * piece is only `take`'s while it works: its memory is used again. Fails with any FileFailure of reading, or as `take` does.
 */
export async function readInPieces<F extends { code: string }>(
  path: string,
  take: (piece: Uint8Array) => Result<null, F>,
): Promise<Result<null, F | FileFailure>> {
  return readRegular<null, F>(path, async (handle) => {
    const buffer = new Uint8Array(PIECE);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, PIECE, null);
      if (bytesRead === 0) return ok(null);
      const taken = take(buffer.subarray(0, bytesRead));
      if (!taken.ok) return taken;
    }
  });
}

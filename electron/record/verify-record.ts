import type { FileFailure, RecordFailure } from "../contract/errors";
import type { Result } from "../contract/result";
import { readInPieces } from "../files/read-in-pieces";
import type { Line } from "./line";
import type { VerifiedRecord } from "./reading";
import { RecordReader } from "./record-reader";

/** Reads a whole ceremony record (FORMATS §4) that is in memory. Fails with the first RecordFailure. */
export function verifyRecord(bytes: Uint8Array): Result<VerifiedRecord, RecordFailure> {
  const reader = new RecordReader(() => undefined);
  const taken = reader.take(bytes);
  return taken.ok ? reader.finish() : taken;
}

/**
 * Reads a record's file, of any size, in the memory that one line takes. `onLine` is told each line that is in order,
 * also where a later one is not. Fails as verifyRecord does, or with any FileFailure of reading.
 */
export async function verifyRecordFile(
  path: string,
  onLine: (line: Line) => void = () => undefined,
): Promise<Result<VerifiedRecord, RecordFailure | FileFailure>> {
  const reader = new RecordReader(onLine);
  const read = await readInPieces(path, (piece) => reader.take(piece));
  return read.ok ? reader.finish() : read;
}

import type { RecordFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { LINE_LIMIT, type Line } from "./line";
import { concluded, NOTHING_READ, positionOf, type Reading, readOn, type VerifiedRecord } from "./reading";

/** The largest record that is read, in bytes: some 150,000 lines. */
export const RECORD_LIMIT = 64 * 1024 * 1024;

const LF = 0x0a;

/**
 * Reads a ceremony record (FORMATS §4) piece by piece. It keeps no more than one line, whatever comes. After a failure
 * it is not used any longer.
 */
export class RecordReader {
  readonly #onLine: (line: Line) => void;
  #reading: Reading = NOTHING_READ;
  #bytes = 0;
  /** The beginning of the line whose LF has not come. */
  #begun: Uint8Array[] = [];
  #begunLength = 0;

  /** `onLine` is told each line that is in order. */
  constructor(onLine: (line: Line) => void) {
    this.#onLine = onLine;
  }

  /** Takes the file's next bytes, and keeps none of this memory. */
  take(piece: Uint8Array): Result<null, RecordFailure> {
    let from = 0;
    for (let at = piece.indexOf(LF); at !== -1; at = piece.indexOf(LF, from)) {
      const line = this.#begin(piece.subarray(from, at), 1);
      if (!line.ok) return line;
      const ended = this.#endLine();
      if (!ended.ok) return ended;
      from = at + 1;
    }
    return this.#begin(piece.subarray(from), 0);
  }

  /** The file has ended. */
  finish(): Result<VerifiedRecord, RecordFailure> {
    if (this.#begunLength === 0) return concluded(this.#reading);
    const code = this.#reading.sealed ? "record.after-seal" : "record.cut-off";
    return fail({ code, line: positionOf(this.#reading) });
  }

  #begin(bytes: Uint8Array, ending: 0 | 1): Result<null, RecordFailure> {
    this.#bytes += bytes.length + ending;
    this.#begunLength += bytes.length;
    const line = positionOf(this.#reading);
    if (this.#bytes > RECORD_LIMIT) return fail({ code: "record.too-large", line, limit: RECORD_LIMIT });
    if (this.#begunLength > LINE_LIMIT)
      return fail({ code: "record.line-too-long", line, limit: LINE_LIMIT });
    if (bytes.length > 0) this.#begun.push(bytes.slice());
    return ok(null);
  }

  #endLine(): Result<null, RecordFailure> {
    const read = readOn(this.#reading, Buffer.concat(this.#begun));
    this.#begun = [];
    this.#begunLength = 0;
    if (!read.ok) return read;
    this.#reading = read.value.reading;
    this.#onLine(read.value.line);
    return ok(null);
  }
}

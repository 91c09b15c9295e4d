import { hex, sha256 } from "../crypto/hash";
import { canonicalText, type Line } from "./line";
import type { RecordNote } from "./record-note";

/** Where a record ends, so that the next line follows from it. */
export interface ChainEnd {
  /** The next line's number, from 0. */
  readonly seq: number;
  /** The last line's hash, 64 hex; zeros where there is none. */
  readonly prev: string;
}

/** Where every record begins. */
export const CHAIN_START: ChainEnd = { seq: 0, prev: "0".repeat(64) };

/** The line that a note becomes at this place, at `time`. */
export function lineAt({ seq, prev }: ChainEnd, time: string, { event, actor, data }: RecordNote): Line {
  return { seq, time, event, actor, data, prev };
}

/** Where the record ends behind the line whose text, without its LF, this is. */
export function behind({ seq }: ChainEnd, text: string): ChainEnd {
  return { seq: seq + 1, prev: lineHash(text) };
}

/** The SHA-256 of a line's text without its LF: 64 hex. */
export function lineHash(text: string): string {
  return hex(sha256(new TextEncoder().encode(text)));
}

/** A line as it stands in the file, without its LF. Throws on what JSON cannot hold: a bug of who noted it. */
export function lineText(line: Line): string {
  const text = canonicalText(line);
  if (text === null) throw new Error(`A note of ${line.event} cannot be written as JSON.`);
  return text;
}

import type { RecordFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { behind, CHAIN_START, type ChainEnd } from "./chain";
import { LINE_LIMIT, type Line, matching, openingSchema, type RecordKind, readLine } from "./line";
import { parametersHash } from "./parameters-hash";
import { nothingRemarkable, type Remarkable, withRemarkable } from "./remarkable";
import { SEALED, verifySeal } from "./seal";

/** The largest record that is read, in bytes: some 150,000 lines. */
export const RECORD_LIMIT = 64 * 1024 * 1024;

const LF = 0x0a;

/** A record that is consistent in itself. Only a head on paper or a sealed keystore make it authentic. */
export interface VerifiedRecord {
  readonly ceremonyId: string;
  readonly kind: RecordKind;
  readonly vaultId: string;
  readonly practice: boolean;
  /** 32 bytes, the ceremony's Ed25519 key, as in the keystore's `ceremonies[].recordKey`. */
  readonly publicKey: Uint8Array;
  /** 64 hex of the frozen parameters; null where line 0 has none. */
  readonly parametersHash: string | null;
  /** The times of the first and the last line. */
  readonly from: string;
  readonly to: string;
  readonly lines: number;
  readonly remarkable: Remarkable;
  /** 64 hex: the hash of line 0. */
  readonly firstHash: string;
  /** 64 hex: the hash of the last line. */
  readonly head: string;
  /** False when the ceremony ended without its last line: a crash, and no pass. */
  readonly sealed: boolean;
}

type Opening = Omit<VerifiedRecord, "to" | "lines" | "remarkable" | "head" | "sealed">;

/**
 * Reads a ceremony record (FORMATS §4) piece by piece: every line's form, the chain of hashes, and the seal if there is
 * one. It keeps no more than one line, whatever comes. After a failure it is not used any longer.
 */
export class RecordReader {
  readonly #onLine: (line: Line) => void;
  /** The beginning of the line whose LF has not come. */
  #begun: Uint8Array[] = [];
  #begunLength = 0;
  #bytes = 0;
  #end: ChainEnd = CHAIN_START;
  #opening: Opening | null = null;
  #time = "";
  #remarkable: Remarkable = nothingRemarkable;
  #sealed = false;

  /** `onLine` is told each line that is in order. */
  constructor(onLine: (line: Line) => void) {
    this.#onLine = onLine;
  }

  /** Takes the file's next bytes, and keeps none of this memory. */
  take(piece: Uint8Array): Result<null, RecordFailure> {
    let from = 0;
    for (let at = piece.indexOf(LF); at !== -1; at = piece.indexOf(LF, from)) {
      const begun = this.#begin(piece.subarray(from, at + 1));
      if (!begun.ok) return begun;
      const line = this.#endLine();
      if (!line.ok) return line;
      from = at + 1;
    }
    return this.#begin(piece.subarray(from));
  }

  /** The file has ended. */
  finish(): Result<VerifiedRecord, RecordFailure> {
    if (this.#begunLength > 0) {
      return fail({ code: this.#sealed ? "record.after-seal" : "record.cut-off", line: this.#position });
    }
    if (this.#opening === null) return fail({ code: "record.empty" });
    return ok({
      ...this.#opening,
      to: this.#time,
      lines: this.#end.seq,
      remarkable: this.#remarkable,
      head: this.#end.prev,
      sealed: this.#sealed,
    });
  }

  /** The place, from 1, of the line that is being read. */
  get #position(): number {
    return this.#end.seq + 1;
  }

  #begin(bytes: Uint8Array): Result<null, RecordFailure> {
    const line = this.#position;
    this.#bytes += bytes.length;
    if (this.#bytes > RECORD_LIMIT) return fail({ code: "record.too-large", line, limit: RECORD_LIMIT });
    this.#begunLength += bytes.length;
    // The LF is not counted.
    if (this.#begunLength > LINE_LIMIT + 1) {
      return fail({ code: "record.line-too-long", line, limit: LINE_LIMIT });
    }
    if (bytes.length > 0) this.#begun.push(bytes.slice());
    return ok(null);
  }

  #endLine(): Result<null, RecordFailure> {
    const text = decode(Buffer.concat(this.#begun).subarray(0, -1), this.#position);
    this.#begun = [];
    this.#begunLength = 0;
    return text.ok ? this.#follow(text.value) : text;
  }

  /** The line in form, numbered from 0, naming the hash of the one before, and none behind the seal. */
  #follow(text: string): Result<null, RecordFailure> {
    const position = this.#position;
    if (this.#sealed) return fail({ code: "record.after-seal", line: position });
    const read = readLine(text, position);
    if (!read.ok) return read;
    const line = read.value;
    const { seq, prev } = this.#end;
    if (line.seq !== seq || line.prev !== prev) return fail({ code: "record.chain", line: position });
    this.#end = behind(this.#end, text);
    const taken = this.#opening === null ? this.#open(line) : this.#goOn(line, this.#opening);
    if (!taken.ok) return taken;
    this.#time = line.time;
    this.#remarkable = withRemarkable(this.#remarkable, line.event);
    this.#onLine(line);
    return ok(null);
  }

  #open(line: Line): Result<null, RecordFailure> {
    const opening = matching(openingSchema, line, 1);
    if (!opening.ok) return opening;
    const { ceremonyId, kind, vaultId, practice, publicKey, parameters } = opening.value.data;
    this.#opening = {
      ...{ ceremonyId, kind, vaultId, practice, publicKey },
      parametersHash: parameters === undefined ? null : parametersHash(parameters),
      from: line.time,
      firstHash: this.#end.prev,
    };
    return ok(null);
  }

  #goOn(line: Line, { publicKey }: Opening): Result<null, RecordFailure> {
    if (line.event !== SEALED) return ok(null);
    this.#sealed = true;
    return verifySeal(line, publicKey, this.#end.seq);
  }
}

function decode(bytes: Uint8Array, position: number): Result<string, RecordFailure> {
  if (position === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return fail({ code: "record.byte-order-mark" });
  }
  try {
    return ok(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return fail({ code: "record.not-utf8", line: position });
  }
}

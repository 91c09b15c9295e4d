import type { RecordFailure } from "../contract/errors";
import type { RecordFacts, Remarkable } from "../contract/record-facts";
import { fail, ok, type Result } from "../contract/result";
import { toBase64url } from "../crypto/base64url";
import { behind, CHAIN_START, type ChainEnd } from "./chain";
import { type Line, matching, openingSchema, readLine } from "./line";
import { parametersHash } from "./parameters-hash";
import { nothingRemarkable, withRemarkable } from "./remarkable";
import { SEALED, verifySeal } from "./seal";

/** A record that is consistent in itself. Only a head on paper or a sealed keystore make it authentic. */
export type VerifiedRecord = Omit<RecordFacts, "path">;

/** What line 0 says, and the key (32 bytes) that must have sealed the record. */
interface Opening {
  readonly facts: Omit<VerifiedRecord, "to" | "lines" | "remarkable" | "head" | "sealed">;
  readonly publicKey: Uint8Array;
}

/** How far a record was read: all that its next line is judged by. */
export interface Reading {
  /** Null before line 0. */
  readonly opening: Opening | null;
  readonly end: ChainEnd;
  /** The last line's time. */
  readonly time: string;
  readonly remarkable: Remarkable;
  readonly sealed: boolean;
}

export const NOTHING_READ: Reading = {
  opening: null,
  end: CHAIN_START,
  time: "",
  remarkable: nothingRemarkable,
  sealed: false,
};

/**
 * Reads on by one line, without its LF: its form, its number, that it names the hash of the one before, that it does
 * not stand behind the seal and opens no second ceremony, and the opening or the seal where it is one.
 */
export function readOn(
  reading: Reading,
  bytes: Uint8Array,
): Result<{ readonly reading: Reading; readonly line: Line }, RecordFailure> {
  const { end, sealed } = reading;
  const position = positionOf(reading);
  if (sealed) return fail({ code: "record.after-seal", line: position });
  const text = decode(bytes, position);
  if (!text.ok) return text;
  const read = readLine(text.value, position);
  if (!read.ok) return read;
  const line = read.value;
  if (line.seq !== end.seq || line.prev !== end.prev) return fail({ code: "record.chain", line: position });
  const next = behind(end, text.value);
  const opening = reading.opening === null ? open(line, next) : ok(reading.opening);
  if (!opening.ok) return opening;
  const isSeal = line.event === SEALED;
  const seal = isSeal ? verifySeal(line, opening.value.publicKey, position) : ok(null);
  if (!seal.ok) return seal;
  const remarkable = withRemarkable(reading.remarkable, line.event);
  return ok({
    reading: { opening: opening.value, end: next, time: line.time, remarkable, sealed: isSeal },
    line,
  });
}

/** The place, from 1, of the line that comes next. */
export function positionOf({ end }: Reading): number {
  return end.seq + 1;
}

/** What a record says that ends here, behind a whole line. */
export function concluded({ opening, end, time, ...rest }: Reading): Result<VerifiedRecord, RecordFailure> {
  if (opening === null) return fail({ code: "record.empty" });
  return ok({ ...opening.facts, to: time, lines: end.seq, head: end.prev, ...rest });
}

function open(line: Line, { prev: firstHash }: ChainEnd): Result<Opening, RecordFailure> {
  const opening = matching(openingSchema, line, 1);
  if (!opening.ok) return opening;
  const { ceremonyId, kind, vaultId, practice, publicKey, parameters } = opening.value.data;
  const facts = {
    ...{ ceremonyId, kind, vaultId, practice, firstHash },
    recordKey: toBase64url(publicKey),
    parametersHash: parameters === undefined ? null : parametersHash(parameters),
    from: line.time,
  };
  return ok({ facts, publicKey });
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

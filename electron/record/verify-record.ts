import type { RecordFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { hex, sha256, tagPrefix } from "../crypto/hash";
import { verifySignature } from "../crypto/signing";
import { canonicalText, type Line, matching, openingSchema, readLine, sealSchema } from "./line";

const SEALED = "record.sealed";

/** A record that is consistent in itself. Only a head on paper or a sealed keystore make it authentic. */
export interface VerifiedRecord {
  /** 64 hex characters: SHA-256 of the last line. */
  readonly head: string;
  readonly ceremonyId: string;
  readonly kind: string;
  readonly lines: number;
  /** 32 bytes, the ceremony's Ed25519 key, as in the keystore's `ceremonies[].recordKey`. */
  readonly publicKey: Uint8Array;
  /** False when the ceremony ended without its last line: a crash, and no pass. */
  readonly sealed: boolean;
}

/** Reads a whole ceremony record (FORMATS §4): every line's form, the chain of hashes, and the seal if it has one. */
export function verifyRecord(bytes: Uint8Array): Result<VerifiedRecord, RecordFailure> {
  const texts = linesOf(bytes);
  if (!texts.ok) return texts;
  const lines = readChain(texts.value);
  if (!lines.ok) return lines;

  const opening = matching(openingSchema, lines.value[0], 1);
  if (!opening.ok) return opening;
  const { ceremonyId, kind, publicKey } = opening.value.data;

  const last = lines.value.at(-1);
  const sealed = last?.event === SEALED;
  if (last !== undefined && sealed) {
    const seal = verifySeal(last, publicKey, lines.value.length);
    if (!seal.ok) return seal;
  }
  return ok({
    head: hashOf(texts.value.at(-1) ?? ""),
    ceremonyId,
    kind,
    lines: lines.value.length,
    publicKey,
    sealed,
  });
}

/** The lines without their LFs: valid UTF-8, at least one, each ended. */
function linesOf(bytes: Uint8Array): Result<string[], RecordFailure> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fail({ code: "record.not-utf8" });
  }
  const lines = text.split("\n");
  // An ended text splits into its lines and one empty rest.
  if (lines.length < 2 || lines.at(-1) !== "") return fail({ code: "record.cut-off", line: lines.length });
  return ok(lines.slice(0, -1));
}

/** Each line in form, numbered from 0, naming the hash of the one before, and none behind the seal. */
function readChain(texts: readonly string[]): Result<Line[], RecordFailure> {
  const lines: Line[] = [];
  let prev = "0".repeat(64);
  for (const [seq, text] of texts.entries()) {
    if (lines.at(-1)?.event === SEALED) return fail({ code: "record.after-seal", line: seq + 1 });
    const line = readLine(text, seq + 1);
    if (!line.ok) return line;
    if (line.value.seq !== seq || line.value.prev !== prev) {
      return fail({ code: "record.chain", line: seq + 1 });
    }
    lines.push(line.value);
    prev = hashOf(text);
  }
  return ok(lines);
}

/** The signature is by line 0's key, over the tagged hash of the last line without it. */
function verifySeal(last: Line, publicKey: Uint8Array, position: number): Result<null, RecordFailure> {
  const seal = matching(sealSchema, last, position);
  if (!seal.ok) return seal;
  const { signature, ...data } = last.data;
  const unsigned = new TextEncoder().encode(canonicalText({ ...last, data }) ?? "");
  const message = Buffer.concat([tagPrefix("key-ceremony/v1/record"), sha256(unsigned)]);
  const holds =
    hex(seal.value.data.publicKey) === hex(publicKey) &&
    verifySignature(publicKey, message, seal.value.data.signature);
  return holds ? ok(null) : fail({ code: "record.seal", line: position });
}

function hashOf(line: string): string {
  return hex(sha256(new TextEncoder().encode(line)));
}

import type { RecordFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { toBase64url } from "../crypto/base64url";
import { hex, sha256, tagPrefix } from "../crypto/hash";
import { type SigningPair, verifySignature } from "../crypto/signing";
import { lineText } from "./chain";
import { type Line, matching, sealSchema } from "./line";
import type { RecordNote } from "./record-note";

/** The event of the line that closes a record. */
export const SEALED = "record.sealed";

/** What the last line says before it is signed. */
export function sealNote(publicKey: Uint8Array): RecordNote {
  return { event: SEALED, actor: "app", data: { publicKey: toBase64url(publicKey) } };
}

/** The last line with its signature: Ed25519 over the tagged hash of the line without it (FORMATS §4). */
export function signed(line: Line, pair: SigningPair): Line {
  const signature = toBase64url(pair.sign(messageOf(line)));
  return { ...line, data: { ...line.data, signature } };
}

/** Whether the last line, in place `position` from 1, is signed by the key that line 0 names (32 bytes). */
export function verifySeal(last: Line, publicKey: Uint8Array, position: number): Result<null, RecordFailure> {
  const seal = matching(sealSchema, last, position);
  if (!seal.ok) return seal;
  const { signature: _, ...data } = last.data;
  const holds =
    hex(seal.value.data.publicKey) === hex(publicKey) &&
    verifySignature(publicKey, messageOf({ ...last, data }), seal.value.data.signature);
  return holds ? ok(null) : fail({ code: "record.seal", line: position });
}

function messageOf(line: Line): Uint8Array {
  const hash = sha256(new TextEncoder().encode(lineText(line)));
  return Buffer.concat([tagPrefix("key-ceremony/v1/record"), hash]);
}

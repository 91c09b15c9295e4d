import type { ShareFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { hex, taggedHash } from "../crypto/hash";
import { ownMemory } from "../crypto/own-memory";
import { SecretBytes } from "../crypto/secret-bytes";

// FORMATS §2.1: 3 bits version, 1 bit practice, then whole bytes (set id, threshold, x, y), then 4 zero bits.
// So a payload is one nibble, the body of whole bytes, and one zero nibble.
export const VERSION = 1;
const BODY_LENGTH = 38;
const SET_ID_LENGTH = 4;
const THRESHOLD_AT = 4;
const X_AT = 5;
const Y_AT = 6;
const POINT_LENGTH = 33;

export const PAYLOAD_LENGTH = 39;

/** What a share says of itself, without its value. */
export interface ShareHeader {
  readonly practice: boolean;
  /** 8 hex characters, the same in every share of one set. */
  readonly setId: string;
  /** 2..255. */
  readonly threshold: number;
  /** 1..255, distinct in one set. */
  readonly x: number;
}

/**
 * The 39-byte payload of a 33-byte point (`y ‖ x`), in this version. The caller wipes both. Throws on a header
 * or point that no split of ours has.
 */
export function makePayload(header: Omit<ShareHeader, "x">, point: SecretBytes): SecretBytes {
  if (point.length !== POINT_LENGTH || !/^[0-9a-f]{8}$/.test(header.setId)) {
    throw new Error("Not the point or the set id of a Key Share.");
  }
  const body = ownMemory(BODY_LENGTH);
  const payload = ownMemory(PAYLOAD_LENGTH);
  try {
    body.set(Buffer.from(header.setId, "hex"));
    body[THRESHOLD_AT] = header.threshold;
    point.use((bytes) => {
      body.set(bytes.subarray(-1), X_AT);
      body.set(bytes.subarray(0, -1), Y_AT);
    });
    let nibble = (VERSION << 1) | (header.practice ? 1 : 0);
    for (const [at, byte] of body.entries()) {
      payload[at] = (nibble << 4) | (byte >>> 4);
      nibble = byte & 0x0f;
    }
    payload[BODY_LENGTH] = nibble << 4;
    return SecretBytes.take(payload);
  } finally {
    body.fill(0);
  }
}

/** The three version bits. A reader looks at them before anything else. */
export function versionOf(payload: SecretBytes): number {
  return payload.use((bytes) => (bytes[0] ?? 0) >>> 5);
}

/** What a payload says of itself. Refuses an unknown version, then x = 0, then a threshold below 2. */
export function readHeader(payload: SecretBytes): Result<ShareHeader, ShareFailure> {
  const version = versionOf(payload);
  if (version !== VERSION) return fail({ code: "share.newer-version", version });
  return withBody(payload, (body) => {
    const setId = hex(body.subarray(0, SET_ID_LENGTH));
    const [threshold = 0, x = 0] = body.subarray(THRESHOLD_AT, Y_AT);
    if (x === 0) return fail({ code: "share.zero-x" });
    if (threshold < 2) return fail({ code: "share.bad-threshold", threshold });
    const practice = payload.use((bytes) => ((bytes[0] ?? 0) & 0x10) !== 0);
    return ok({ practice, setId, threshold, x });
  });
}

/** The point (`y ‖ x`, 33 bytes) of a payload, for `combine`; the caller wipes it. */
export function pointOf(payload: SecretBytes): SecretBytes {
  return withBody(payload, (body) => {
    const point = ownMemory(POINT_LENGTH);
    point.set(body.subarray(Y_AT));
    point.set(body.subarray(X_AT, Y_AT), POINT_LENGTH - 1);
    return SecretBytes.take(point);
  });
}

/** What the keystore holds of a share: 64 hex characters that tell it from any other and reveal nothing. */
export function commitment(payload: SecretBytes): string {
  return payload.use((bytes) => hex(taggedHash("key-ceremony/v1/share", bytes)));
}

/** Lends the whole bytes behind the first nibble to `read`, and wipes them. */
function withBody<T>(payload: SecretBytes, read: (body: Uint8Array) => T): T {
  const body = ownMemory(BODY_LENGTH);
  try {
    payload.use((bytes) => {
      for (const at of body.keys()) body[at] = ((bytes[at] ?? 0) << 4) | ((bytes[at + 1] ?? 0) >>> 4);
    });
    return read(body);
  } finally {
    body.fill(0);
  }
}

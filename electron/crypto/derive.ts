import { createHmac, hkdfSync } from "node:crypto";

/** HMAC-SHA256 (RFC 2104, FIPS 198-1) of `message` under `key`: 32 bytes. */
export function hmac(key: Uint8Array, message: Uint8Array): Uint8Array {
  return new Uint8Array(createHmac("sha256", key).update(message).digest());
}

/** HKDF-SHA256 (RFC 5869) with an empty salt: `length` bytes, the caller's to wipe. */
export function hkdf(key: Uint8Array, info: Uint8Array, length: number): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", key, new Uint8Array(0), info, length));
}

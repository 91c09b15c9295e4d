import { createHmac } from "node:crypto";
import { ownCopy, ownMemory } from "./own-memory";

const HASH_LENGTH = 32;

/** HMAC-SHA256 (RFC 2104, FIPS 198-1) of `message` under `key`: 32 bytes, the caller's to wipe where they are secret. */
export function hmac(key: Uint8Array, message: Uint8Array): Uint8Array {
  const digest = createHmac("sha256", key).update(message).digest();
  const bytes = ownCopy(digest);
  digest.fill(0);
  return bytes;
}

/**
 * HKDF-SHA256 (RFC 5869) with an empty salt: `length` bytes, the caller's to wipe. Built of HMAC, as the RFC does:
 * Node's own `hkdfSync` keeps the key in a key object that nobody can wipe and that outlives the call.
 */
export function hkdf(key: Uint8Array, info: Uint8Array, length: number): Uint8Array {
  const extracted = hmac(new Uint8Array(HASH_LENGTH), key);
  const output = ownMemory(length);
  let block = ownMemory(0);
  for (let at = 0, counter = 1; at < length; at += HASH_LENGTH, counter += 1) {
    const message = ownMemory(block.length + info.length + 1);
    message.set(block);
    message.set(info, block.length);
    message[message.length - 1] = counter;
    block.fill(0);
    block = hmac(extracted, message);
    message.fill(0);
    output.set(block.subarray(0, length - at), at);
  }
  block.fill(0);
  extracted.fill(0);
  return output;
}

import { createHash } from "node:crypto";

/** SHA-256 (FIPS 180-4) of the parts joined: 32 bytes. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

/** SHA-256 of `tag ‖ 0x00 ‖ parts`: 32 bytes. Each use has its tag, so no hash can pass for another (FORMATS). */
export function taggedHash(tag: string, ...parts: readonly Uint8Array[]): Uint8Array {
  return sha256(tagPrefix(tag), ...parts);
}

/** `tag ‖ 0x00`, the start of everything that is hashed or signed under a tag (FORMATS). */
export function tagPrefix(tag: string): Uint8Array {
  return new TextEncoder().encode(`${tag}\0`);
}

/** Lowercase hexadecimal, without prefix. */
export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("hex");
}

import { randomFillSync } from "node:crypto";
import { decrypt, encrypt, IV_LENGTH } from "./aes-gcm";
import { fromBase64url, toBase64url } from "./base64url";
import { SecretBytes } from "./secret-bytes";

/** A key encrypted under another: the members of a flattened JWE (RFC 7516 §7.2.2), each base64url. */
export interface Jwe {
  readonly protected: string;
  readonly iv: string;
  readonly ciphertext: string;
  readonly tag: string;
}

/**
 * Encrypts `key` under `under` (24 or 32 bytes) with AES-GCM and a fresh random iv (FORMATS §3).
 * `protectedHeader` is already base64url; its ASCII is the additional data (RFC 7516 §5.1).
 */
export function wrap(key: SecretBytes, under: SecretBytes, protectedHeader: string): Jwe {
  const iv = randomFillSync(new Uint8Array(IV_LENGTH));
  const additionalData = new TextEncoder().encode(protectedHeader);
  const { ciphertext, tag } = key.use((plaintext) =>
    under.use((bytes) => encrypt(bytes, iv, additionalData, plaintext)),
  );
  return {
    protected: protectedHeader,
    iv: toBase64url(iv),
    ciphertext: toBase64url(ciphertext),
    tag: toBase64url(tag),
  };
}

/** The key inside `jwe`, or null: `under` is another key, or a member was altered or is not canonical. */
export function unwrap(jwe: Jwe, under: SecretBytes): SecretBytes | null {
  const iv = fromBase64url(jwe.iv);
  const ciphertext = fromBase64url(jwe.ciphertext);
  const tag = fromBase64url(jwe.tag);
  if (iv === null || ciphertext === null || tag === null) return null;
  const additionalData = new TextEncoder().encode(jwe.protected);
  const plaintext = under.use((bytes) => decrypt(bytes, iv, additionalData, ciphertext, tag));
  return plaintext === null ? null : SecretBytes.take(plaintext);
}

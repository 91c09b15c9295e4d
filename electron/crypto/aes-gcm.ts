import { createCipheriv, createDecipheriv } from "node:crypto";
import { ownCopy } from "./own-memory";

export const IV_LENGTH = 12;
const TAG_LENGTH = 16;

/** AES-192-GCM or AES-256-GCM, as the key is 24 or 32 bytes long. Any other length is a bug and throws. */
function cipherFor(key: Uint8Array): "aes-192-gcm" | "aes-256-gcm" {
  if (key.length === 24) return "aes-192-gcm";
  if (key.length === 32) return "aes-256-gcm";
  throw new Error("An AES key here has 24 or 32 bytes.");
}

/** AES-GCM (NIST SP 800-38D) with a 12-byte `iv` and a 16-byte tag. The ciphertext is as long as `plaintext`. */
export function encrypt(
  key: Uint8Array,
  iv: Uint8Array,
  additionalData: Uint8Array,
  plaintext: Uint8Array,
): { readonly ciphertext: Uint8Array; readonly tag: Uint8Array } {
  const cipher = createCipheriv(cipherFor(key), key, iv, { authTagLength: TAG_LENGTH });
  cipher.setAAD(additionalData);
  const ciphertext = new Uint8Array(Buffer.concat([cipher.update(plaintext), cipher.final()]));
  return { ciphertext, tag: new Uint8Array(cipher.getAuthTag()) };
}

/**
 * The plaintext, the caller's to wipe, or null when key, iv, additional data, ciphertext and tag do not
 * belong together. Nothing of an unproven plaintext is given out.
 */
export function decrypt(
  key: Uint8Array,
  iv: Uint8Array,
  additionalData: Uint8Array,
  ciphertext: Uint8Array,
  tag: Uint8Array,
): Uint8Array | null {
  if (iv.length !== IV_LENGTH || tag.length !== TAG_LENGTH) return null;
  const decipher = createDecipheriv(cipherFor(key), key, iv, { authTagLength: TAG_LENGTH });
  decipher.setAAD(additionalData);
  decipher.setAuthTag(tag);
  // In GCM update() gives all of the plaintext; final() only checks the tag, by throwing.
  const plaintext = decipher.update(ciphertext);
  try {
    decipher.final();
    return ownCopy(plaintext);
  } catch {
    return null;
  } finally {
    plaintext.fill(0);
  }
}

import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { hkdf } from "./derive";
import { hex, sha256 } from "./hash";
import { SecretBytes } from "./secret-bytes";

const SEED_LENGTH = 32;
const PUBLIC_KEY_LENGTH = 32;
const SIGNATURE_LENGTH = 64;

// What stands before the 32 bytes of an Ed25519 key in DER: PKCS#8 and SubjectPublicKeyInfo (RFC 8410 §7, §4).
// Node takes raw keys in no other way that also works on BoringSSL.
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

/** An Ed25519 key pair (RFC 8032). The seed stays inside; `sign` throws once it was wiped. */
export interface SigningPair {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** 64 bytes over the message itself (pure Ed25519, no prehash). */
  sign(message: Uint8Array): Uint8Array;
  wipe(): void;
}

/** A fresh pair, for one ceremony's record. */
export function newSigningPair(): SigningPair {
  return signingPairOf(SecretBytes.random(SEED_LENGTH));
}

/** The seal key: its seed is derived from the Master Key, so it is the vault's for good (FORMATS §1). */
export function sealPair(masterKey: SecretBytes): SigningPair {
  const info = new TextEncoder().encode("key-ceremony/v1/seal");
  return signingPairOf(SecretBytes.take(masterKey.use((key) => hkdf(key, info, SEED_LENGTH))));
}

/** The pair of a 32-byte seed, which it owns from here on and wipes. */
export function signingPairOf(seed: SecretBytes): SigningPair {
  const publicDer = createPublicKey(privateKey(seed)).export({ type: "spki", format: "der" });
  return {
    publicKey: new Uint8Array(publicDer.subarray(SPKI_PREFIX.length)),
    // Node's key object cannot be wiped, so one is made for each signature and none is kept.
    sign: (message) => new Uint8Array(sign(null, message, privateKey(seed))),
    wipe: () => seed.wipe(),
  };
}

/** Whether `signature` (64 bytes) is the one of `publicKey` (32 bytes) over `message`; false for other lengths. */
export function verifySignature(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== PUBLIC_KEY_LENGTH || signature.length !== SIGNATURE_LENGTH) return false;
  const der = Buffer.concat([SPKI_PREFIX, publicKey]);
  const key = createPublicKey({ key: der, type: "spki", format: "der" });
  return verify(null, message, key, signature);
}

/** The vault fingerprint of a seal key's public half: 32 hex characters, on every sheet (FORMATS §1). */
export function vaultFingerprint(sealPublicKey: Uint8Array): string {
  return hex(sha256(sealPublicKey)).slice(0, 32);
}

function privateKey(seed: SecretBytes): KeyObject {
  const der = Buffer.alloc(PKCS8_PREFIX.length + SEED_LENGTH);
  try {
    der.set(PKCS8_PREFIX);
    seed.use((bytes) => der.set(bytes, PKCS8_PREFIX.length));
    return createPrivateKey({ key: der, type: "pkcs8", format: "der" });
  } finally {
    der.fill(0);
  }
}

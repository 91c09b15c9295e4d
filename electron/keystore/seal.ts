import { fromBase64url, toBase64url } from "../crypto/base64url";
import { tagPrefix } from "../crypto/hash";
import { type SigningPair, verifySignature } from "../crypto/signing";
import { canonicalJson } from "./canonical";
import type { Keystore, UnsealedKeystore } from "./document";

/** Seals a document with the vault's seal key (FORMATS §3): the same document with its signature as last member. */
export function sealKeystore(document: UnsealedKeystore, sealKey: SigningPair): Keystore {
  return { ...document, seal: toBase64url(sealKey.sign(sealedMessage(document))) };
}

/**
 * Whether the seal is that of `masterKey.sealKey` over everything else. It proves that nothing was changed
 * since; whose seal key it is, only the vault fingerprint on paper or an opened Master Key can tell.
 */
export function sealHolds(keystore: Keystore): boolean {
  const { seal, ...document } = keystore;
  const publicKey = fromBase64url(keystore.masterKey.sealKey);
  const signature = fromBase64url(seal);
  if (publicKey === null || signature === null) return false;
  return verifySignature(publicKey, sealedMessage(document), signature);
}

function sealedMessage(document: UnsealedKeystore): Uint8Array {
  return Buffer.concat([tagPrefix("key-ceremony/v1/keystore"), canonicalJson(document)]);
}

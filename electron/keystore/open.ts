import type { KeystoreFailure, ShareFailure, WrappingKeyFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { toBase64url } from "../crypto/base64url";
import { kid } from "../crypto/kid";
import type { SecretBytes } from "../crypto/secret-bytes";
import { sealPair } from "../crypto/signing";
import { unwrap } from "../crypto/wrap";
import type { Keystore } from "./document";
import { recoveryKeyHeader } from "./protected-header";

/**
 * Opens a parsed keystore with its Wrapping Key (24 or 32 bytes) and gives the Master Key, for the caller to
 * wipe. Fails with wrapping-key.length or wrapping-key.does-not-open for another key, and with keystore.altered
 * where the key is right and the file is not.
 */
export function openWithWrappingKey(
  keystore: Keystore,
  key: SecretBytes,
): Result<SecretBytes, WrappingKeyFailure | KeystoreFailure> {
  const { bits } = keystore.wrappingKey;
  if (key.length * 8 !== bits) {
    return fail({ code: "wrapping-key.length", length: key.length * 2, expected: bits / 4 });
  }
  if (kid(key) !== keystore.wrappingKey.kid) return fail({ code: "wrapping-key.does-not-open" });
  return prove(keystore, unwrap(keystore.encryptedKey, key), "encryptedKey");
}

/**
 * Opens a parsed keystore with its Recovery Key (32 bytes), as combined from a quorum's shares, and gives the
 * Master Key, for the caller to wipe. Fails with share.does-not-open for another key, else as above.
 */
export function openWithRecoveryKey(
  keystore: Keystore,
  key: SecretBytes,
): Result<SecretBytes, ShareFailure | KeystoreFailure> {
  if (keystore.recoveryKey.protected !== recoveryKeyHeader(keystore, kid(key))) {
    return fail({ code: "share.does-not-open" });
  }
  return prove(keystore, unwrap(keystore.recoveryKey, key), "recoveryKey");
}

/** What was unwrapped is the vault's Master Key only if it gives the document's kid and seal key (FORMATS §3). */
function prove(
  keystore: Keystore,
  masterKey: SecretBytes | null,
  unwrapped: "encryptedKey" | "recoveryKey",
): Result<SecretBytes, KeystoreFailure> {
  if (masterKey === null) return fail({ code: "keystore.altered", member: unwrapped });
  const member = foreignMember(keystore, masterKey);
  if (member === null) return ok(masterKey);
  masterKey.wipe();
  return fail({ code: "keystore.altered", member });
}

function foreignMember(keystore: Keystore, masterKey: SecretBytes): string | null {
  if (kid(masterKey) !== keystore.masterKey.kid) return "masterKey.kid";
  const sealKey = sealPair(masterKey);
  try {
    return toBase64url(sealKey.publicKey) === keystore.masterKey.sealKey ? null : "masterKey.sealKey";
  } finally {
    sealKey.wipe();
  }
}

import type { KeystoreFailure } from "../contract/errors";
import type { Keystore } from "./document";
import { KEYSTORE_LIMIT } from "./parse";
import { serializeKeystore } from "./serialize";

/**
 * That the file of a keystore would be larger than any that is read (FORMATS §3, Reading): keystore.outgrown, or null.
 * Every ceremony adds to its vault's keystore, and nothing is ever taken away.
 */
export function outgrown(keystore: Keystore): KeystoreFailure | null {
  return serializeKeystore(keystore).length > KEYSTORE_LIMIT
    ? { code: "keystore.outgrown", limit: KEYSTORE_LIMIT }
    : null;
}

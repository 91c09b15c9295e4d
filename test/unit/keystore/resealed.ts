import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { sealPair } from "../../../electron/crypto/signing";
import type { Keystore } from "../../../electron/keystore/document";
import { sealKeystore } from "../../../electron/keystore/seal";
import type { VectorVault } from "./vectors";

/**
 * A vector's document with changes that its seal covers: what somebody who can compute the Master Key could
 * write. So a refusal of it is not the seal's doing.
 */
export function resealed(vault: VectorVault, changes: Partial<Keystore>): Keystore {
  const { seal: _, ...document } = { ...vault.keystore, ...changes };
  const sealKey = sealPair(SecretBytes.copyOf(Buffer.from(vault.masterKey, "hex")));
  return sealKeystore(document, sealKey);
}

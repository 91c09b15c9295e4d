import type { SecretBytes } from "../../crypto/secret-bytes";
import type { Keystore } from "../../keystore/document";
import { parseKeystore } from "../../keystore/parse";
import { serializeKeystore } from "../../keystore/serialize";
import { everyShareOpens } from "../every-share-opens";
import { opensAsMade } from "../renewal/renew";

/**
 * Opens a fresh document as its readers will: from its bytes, with the Wrapping Key, and with quorums of shares read
 * from their printable words, which together use every share. True when each of them gives `masterKey`.
 */
export async function proveKeystore(
  made: Keystore,
  masterKey: SecretBytes,
  wrappingKey: SecretBytes,
  shares: readonly SecretBytes[],
): Promise<boolean> {
  const keystore = parseKeystore(serializeKeystore(made));
  if (!keystore.ok || !opensAsMade(made, wrappingKey, masterKey)) return false;
  return everyShareOpens(keystore.value, masterKey, shares);
}

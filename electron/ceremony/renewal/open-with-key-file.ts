import type { Result } from "../../contract/result";
import type { SecretBytes } from "../../crypto/secret-bytes";
import type { Keystore } from "../../keystore/document";
import { openWithWrappingKey } from "../../keystore/open";
import { readWrappingKeyFile } from "../../keystore/wrapping-key-file";

/**
 * Opens a keystore with the Wrapping Key that the file at `path` holds now, and gives its Master Key, the caller's to wipe. It is
 * the last thing that a ceremony reads: that it ends well means that the new key is where people will look for it.
 * Fails as readWrappingKeyFile and openWithWrappingKey do.
 */
export async function openWithKeyFile(keystore: Keystore, path: string): Promise<Result<SecretBytes>> {
  const file = await readWrappingKeyFile(path, keystore.wrappingKey.bits);
  if (!file.ok) return file;
  const { key } = file.value;
  try {
    return openWithWrappingKey(keystore, key);
  } finally {
    key.wipe();
  }
}

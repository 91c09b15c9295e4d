import { type FlattenedJWE, flattenedDecrypt } from "jose";

/** The Master Key in a keystore, as the JOSE library opens it with a Wrapping Key (hex). Throws where it does not. */
export async function masterKeyIn(
  keystore: { readonly encryptedKey: FlattenedJWE },
  wrappingKey: string,
): Promise<Uint8Array> {
  const { plaintext } = await flattenedDecrypt(keystore.encryptedKey, Buffer.from(wrappingKey, "hex"));
  return plaintext;
}

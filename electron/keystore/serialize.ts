import type { Keystore } from "./document";

/** A keystore as its file holds it (FORMATS §3): UTF-8, indented by two spaces, a newline at the end. */
export function serializeKeystore(keystore: Keystore): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(keystore, null, 2)}\n`);
}

import { hmac } from "./derive";
import { hex } from "./hash";
import type { SecretBytes } from "./secret-bytes";

/** Names a key without revealing it: 16 hex characters, its check value on screens and sheets (FORMATS §1). */
export function kid(key: SecretBytes): string {
  const message = new TextEncoder().encode("key-ceremony/v1/kid");
  return key.use((bytes) => hex(hmac(bytes, message)).slice(0, 16));
}

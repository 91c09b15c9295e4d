import { hex, sha256 } from "../crypto/hash";
import { canonicalText } from "./line";

/**
 * The hash of a ceremony's frozen parameters that people compare: 64 hex, the SHA-256 of their JCS (FORMATS §4).
 * Throws on what JSON cannot hold.
 */
export function parametersHash(parameters: unknown): string {
  const text = canonicalText(parameters);
  if (text === null) throw new Error("These parameters cannot be written as JSON.");
  return hex(sha256(new TextEncoder().encode(text)));
}

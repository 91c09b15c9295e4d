import { fromBase64url, toBase64url } from "../crypto/base64url";
import { canonicalJson } from "./canonical";
import type { Keystore } from "./document";

/** The type of a rehearsal's `recoveryKey`. */
export const PRACTICE_RECOVERY_KEY = "key-ceremony/practice-recovery-key";

type Wrapped = Pick<Keystore, "practice" | "vault" | "wrappingKey" | "shareSet">;

/**
 * `encryptedKey.protected` as the document demands it: b64u of the canonical JWE header (FORMATS §3,
 * RFC 7516 §4). A rehearsal's type differs, so its ciphertext can never stand in a production keystore.
 */
export function encryptedKeyHeader(document: Pick<Wrapped, "practice" | "vault" | "wrappingKey">): string {
  return encode({
    alg: "dir",
    enc: document.wrappingKey.bits === 192 ? "A192GCM" : "A256GCM",
    kid: document.wrappingKey.kid,
    typ: document.practice ? "key-ceremony/practice-encrypted-key" : "key-ceremony/encrypted-key",
    vault: document.vault.id,
  });
}

/** `recoveryKey.protected` likewise; `kid` is the Recovery Key's (16 hex), which the document holds nowhere else. */
export function recoveryKeyHeader(
  document: Pick<Wrapped, "practice"> & Record<"vault" | "shareSet", { readonly id: string }>,
  kid: string,
): string {
  return encode({
    alg: "dir",
    enc: "A256GCM",
    kid,
    shareSet: document.shareSet.id,
    typ: document.practice ? PRACTICE_RECOVERY_KEY : "key-ceremony/recovery-key",
    vault: document.vault.id,
  });
}

/** Whether `recoveryKey.protected` fits the document in everything but the kid, which only the key can prove. */
export function recoveryKeyHeaderFits(
  document: Wrapped & { readonly recoveryKey: { protected: string } },
): boolean {
  const bytes = fromBase64url(document.recoveryKey.protected);
  const claimed = /"kid":"([0-9a-f]{16})"/.exec(new TextDecoder().decode(bytes ?? undefined))?.[1];
  return claimed !== undefined && document.recoveryKey.protected === recoveryKeyHeader(document, claimed);
}

function encode(header: Readonly<Record<string, string>>): string {
  return toBase64url(canonicalJson(header));
}

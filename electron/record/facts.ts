import type { RecordFacts } from "../contract/record-facts";
import { toBase64url } from "../crypto/base64url";
import type { VerifiedRecord } from "./reading";

/** The facts of a record that was read from `path`, for people. */
export function recordFacts(path: string, { publicKey, ...record }: VerifiedRecord): RecordFacts {
  return { path, ...record, recordKey: toBase64url(publicKey) };
}

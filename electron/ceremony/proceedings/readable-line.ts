import type { Failure } from "../../contract/errors";
import { fail, ok, type Result } from "../../contract/result";
import { looksSecret } from "../../record/looks-secret";

/**
 * What a person typed for the record, made fit for it: NFC, white space around it removed. Fails with `wrong` where it is
 * empty, longer than `limit` characters or not one line of characters that can be printed, and with text.secret where
 * it looks like words, a code or a key.
 */
export function readLine<F extends Failure>(
  typed: string,
  limit: number,
  wrong: F,
): Result<string, F | { code: "text.secret" }> {
  return looksSecret(typed) ? fail({ code: "text.secret" }) : readOffered(typed, limit, wrong);
}

/** The same for a text that the app may have offered, and that was searched where it came in. */
export function readOffered<F extends Failure>(typed: string, limit: number, wrong: F): Result<string, F> {
  const text = typed.normalize("NFC").trim();
  return isLine(text, limit) ? ok(text) : fail(wrong);
}

/** Neither control characters nor line and paragraph separators nor halves of surrogate pairs, which no record can hold. */
function isLine(text: string, limit: number): boolean {
  return text !== "" && [...text].length <= limit && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);
}

/** The longest reason of a ceremony, and the longest authorisation, in characters: both stand on its script, in a line. */
export const REASON_LIMIT = 120;

/** A reason or an authorisation as a person typed it, in the app or on the command line. Fails with plan.reason and text.secret. */
export function readReason(
  typed: string,
  member: "reason" | "authorisation",
): Result<string, { code: "plan.reason"; member: typeof member; limit: number } | { code: "text.secret" }> {
  return readLine(typed, REASON_LIMIT, { code: "plan.reason", member, limit: REASON_LIMIT });
}

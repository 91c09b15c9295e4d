import type { ProceedingsFailure } from "../../contract/errors";
import { fail, ok, type Result } from "../../contract/result";
import { looksSecret } from "../../record/looks-secret";

/**
 * What a person typed for the record, made fit for it: NFC, white space around it removed. Fails with `wrong` where it is
 * empty, longer than `limit` characters or not one line of characters that can be printed, and with text.secret where
 * it looks like words, a code or a key.
 */
export function readLine<F extends ProceedingsFailure>(
  typed: string,
  limit: number,
  wrong: F,
): Result<string, F | { code: "text.secret" }> {
  return looksSecret(typed) ? fail({ code: "text.secret" }) : readOffered(typed, limit, wrong);
}

/** The same for a text that the app may have offered, and that was searched where it came in. */
export function readOffered<F extends ProceedingsFailure>(
  typed: string,
  limit: number,
  wrong: F,
): Result<string, F> {
  const text = typed.normalize("NFC").trim();
  return isLine(text, limit) ? ok(text) : fail(wrong);
}

/** Neither control characters nor line and paragraph separators nor halves of surrogate pairs, which no record can hold. */
function isLine(text: string, limit: number): boolean {
  return text !== "" && [...text].length <= limit && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);
}

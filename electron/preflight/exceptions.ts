import type { Exception, ExceptionFailure, Finding } from "../contract/preflight";
import { fail, ok, type Result } from "../contract/result";

/** The longest text of each member, in characters (code points); names are as long as a keystore's. */
const LIMITS: Readonly<Record<keyof Exception, number>> = {
  about: 120,
  expected: 500,
  happened: 500,
  decided: 500,
  by: 120,
  witnessedBy: 120,
};

/**
 * An exception as people typed it, made fit for the record: NFC, white space around each text removed. Fails at the
 * first member that is empty, too long or not one line.
 */
export function readException(typed: Exception): Result<Exception, ExceptionFailure> {
  const exception = mapped(typed, (text) => text.normalize("NFC").trim());
  const members = Object.keys(LIMITS) as (keyof Exception)[];
  const wrong = members.find((member) => !isLine(exception[member], LIMITS[member]));
  if (wrong !== undefined) return fail({ code: "exception.text", member: wrong, limit: LIMITS[wrong] });
  return ok(exception);
}

/** The red findings that no exception is about: while there is one, a production ceremony does not begin. */
export function openReds(findings: readonly Finding[], exceptions: readonly Exception[]): readonly Finding[] {
  const excepted = new Set(exceptions.map(({ about }) => about));
  return findings.filter(({ id, verdict }) => verdict === "red" && !excepted.has(id));
}

function mapped(typed: Exception, change: (text: string) => string): Exception {
  return {
    about: change(typed.about),
    expected: change(typed.expected),
    happened: change(typed.happened),
    decided: change(typed.decided),
    by: change(typed.by),
    witnessedBy: change(typed.witnessedBy),
  };
}

/** Neither control characters nor line and paragraph separators nor halves of surrogate pairs, which no record can hold. */
function isLine(text: string, limit: number): boolean {
  return text !== "" && [...text].length <= limit && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);
}

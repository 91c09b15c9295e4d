import { fail, ok, type Result } from "../../electron/contract/result";
import type { CodeProblem } from "./scan-sentences";

/** How the codes begin that this app prints, and that are no share's (FORMATS §5). */
const KEY_SHEET = "KCW1:";
const PRINTER_PROOF = "KCT1:";
const SHARE = "KC1:";

/** Chooses the one text that is looked for among those that a picture was read as. */
export type CodeAmong = (texts: readonly string[]) => Result<string, CodeProblem>;

/** The text of the one code that is in view, whatever it is: main knows which it must be. */
export const anyAmong: CodeAmong = ([text, ...more]) => {
  if (text === undefined) return fail({ code: "scan.no-code" });
  return more.length > 0 ? fail({ code: "scan.several-codes" }) : ok(text);
};

/** The text of the one Wrapping Key sheet's code. Only its beginning is looked at: which key it is, is for main to say. */
export const keyAmong: CodeAmong = (texts) => {
  const only = anyAmong(texts);
  if (!only.ok || only.value.startsWith(KEY_SHEET)) return only;
  return fail({ code: only.value.startsWith(SHARE) ? "scan.share" : "scan.not-key-sheet" });
};

/**
 * The text of the one share's code among the texts that a picture was read as. Only its beginning is looked at:
 * whether it is a sound share, and whose, is for main to say.
 */
export function shareAmong(texts: readonly string[]): Result<string, CodeProblem> {
  const only = anyAmong(texts);
  if (!only.ok) return only;
  const text = only.value;
  if (text.startsWith(SHARE)) return only;
  if (text.startsWith(KEY_SHEET)) return fail({ code: "scan.wrapping-key" });
  if (text.startsWith(PRINTER_PROOF)) return fail({ code: "scan.printer-proof" });
  return fail({ code: "scan.other-code" });
}

import { wordlist } from "@scure/bip39/wordlists/english.js";
import { codeKindIn, mayBeginCode } from "../../electron/contract/code-beginning";
import { secretTraces, wordEntries } from "../../electron/contract/secret-in-text";
import type { CodeKind } from "../../electron/contract/typed-code";

/** What besides plain text a field is for: words, hex digits, or the path of a file. */
export type Meant = "words" | "digits" | "path";

/** What a field's text is: plain, perhaps the beginning of a secret, which is not drawn, or one, which is taken away. */
export type Judgement =
  | { readonly is: "plain" }
  | { readonly is: "doubtful" }
  | { readonly is: "code"; readonly kind: CodeKind }
  | { readonly is: "words" };

/** So much of a share or a key is one: main refuses it too (record/looks-secret). */
const WORDS = 8;
const DIGITS = 48;

/** So much may be one: not drawn until more was typed. The first four words of a share are no secret. */
const DOUBTFUL_WORDS = 6;
const DOUBTFUL_DIGITS = 20;

const entries = wordEntries(wordlist);

/** Judges what stands in a field, however it came there: typed, pasted, dropped or composed. */
export function judge(text: string, meant?: Meant): Judgement {
  const kind = codeKindIn(text);
  if (kind !== null) return { is: "code", kind };
  const { words, digits } = secretTraces(text, entries);
  const [someWords, someDigits] = [meant === "words" ? 0 : words, meant === "digits" ? 0 : digits];
  if (someWords >= WORDS || someDigits >= DIGITS) return { is: "words" };
  const isLong = someWords >= DOUBTFUL_WORDS || someDigits >= DOUBTFUL_DIGITS;
  return mayBeginCode(text) || (meant !== "path" && isLong) ? { is: "doubtful" } : { is: "plain" };
}

/** What was put into a text that was given: what is between the beginning and the end that both have. */
export function putInto(given: string, text: string): string {
  const most = Math.min(given.length, text.length);
  let start = 0;
  while (start < most && given[start] === text[start]) start += 1;
  let end = 0;
  while (end < most - start && given.at(-1 - end) === text.at(-1 - end)) end += 1;
  return text.slice(start, text.length - end);
}

/**
 * Whether a text that is typed on behind words or digits that were taken away may be more of them: every part is a word of
 * the list or a group of digits, and the last may become one.
 */
export function goesOn(text: string): boolean {
  const parts = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const last = parts.pop() ?? "";
  const isWhole = (part: string) => part === "" || entries.has(part) || /^[0-9a-f]{4,}$/u.test(part);
  return parts.every(isWhole) && (isWhole(last) || mayBecome(last));
}

function mayBecome(part: string): boolean {
  return /^[0-9a-f]+$/u.test(part) || wordlist.some((word) => word.startsWith(part));
}

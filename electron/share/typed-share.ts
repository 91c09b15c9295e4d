import { wordlist } from "@scure/bip39/wordlists/english.js";
import type { ShareFailure } from "../contract/errors";
import { plainText } from "../contract/plain-text";
import { fail, ok, type Result } from "../contract/result";
import { type CodeKind, codesIn, hasCodeLength, hasCodePrefix, mappedCodesIn } from "../contract/typed-code";
import { type TypedWords, typedWords } from "../contract/typed-words";
import { matchWord } from "../contract/words";
import type { SecretBytes } from "../crypto/secret-bytes";
import { fromQrText, QR_PREFIX } from "./qr-text";
import { WORD_COUNT } from "./word-numbers";

/**
 * What somebody typed, pasted or scanned for a share: the text of its code, whose checksum holds; words, which nothing
 * has judged yet; or neither.
 */
export type TypedShare =
  | { readonly kind: "code"; readonly payload: SecretBytes }
  | ({ readonly kind: "words" } & TypedWords)
  | { readonly kind: "refused"; readonly failure: ShareFailure };

/** Many times what a share takes, whatever stands around its words. */
const LIMIT = 65_536;

/**
 * Reads what was entered for a share. Every place where a share is entered reads it here. A code is found behind and
 * before anything, in any case, over several lines, and in a foreign keyboard layout, if its checksum holds; two
 * different ones are refused. The 39-byte payload is the caller's to wipe.
 */
export function readTypedShare(text: string): TypedShare {
  // A whole book pasted by mistake is answered at once: it is only counted.
  if (text.length > LIMIT) return { kind: "words", words: text.trim().split(/\s+/u), from: null };
  if (plainText(text).trim() === "") return refused({ code: "share.empty" });
  const direct = codesIn(text, "share");
  const sound = soundOf(direct) ?? soundOf(mappedCodesIn(text, "share"));
  if (sound !== null) return sound;
  if (hasCodePrefix(text, "share")) return refused(wrongWith(direct[0] ?? ""));
  const other = (["wrapping-key", "proof-page"] as const).find((kind) => isCodeOf(text, kind));
  if (other !== undefined) return refused({ code: "share.other-code", of: other });
  const typed = typedWords(text);
  if (hasCodeLength(text) && !hasManyWords(typed)) return refused({ code: "share.keyboard-layout" });
  if (typed === null) return refused({ code: "share.numbering" });
  return { kind: "words", ...typed };
}

/** The 31 words of a sheet, or the 30 of one that lacks a word; any other count is refused, and so are numbers that begin elsewhere. */
export function wholeSheet(
  { words, from }: TypedWords,
  counts: readonly number[] = [WORD_COUNT],
): Result<readonly string[], ShareFailure> {
  if (!counts.includes(words.length)) return fail({ code: "share.word-count", count: words.length });
  return from === null || from === 1 ? ok(words) : fail({ code: "share.numbering" });
}

/** What one or more codes give whose own checks hold. Null where none does. */
function soundOf(codes: readonly string[]): TypedShare | null {
  const payloads = codes.flatMap((code) => {
    const payload = fromQrText(QR_PREFIX + code);
    return payload.ok ? [payload.value] : [];
  });
  const [payload, ...others] = payloads;
  if (payload === undefined) return null;
  if (others.length === 0) return { kind: "code", payload };
  for (const one of payloads) one.wipe();
  return refused({ code: "share.several-codes" });
}

function wrongWith(code: string): ShareFailure {
  const read = fromQrText(QR_PREFIX + code);
  if (!read.ok) return read.error;
  read.value.wipe();
  return { code: "share.qr-text" };
}

function isCodeOf(text: string, kind: CodeKind): boolean {
  return hasCodePrefix(text, kind) || mappedCodesIn(text, kind).length > 0;
}

/** Whether most of what was typed is on the list: then words were meant, however they hang together. */
function hasManyWords(typed: TypedWords | null): boolean {
  if (typed === null) return false;
  const known = typed.words.filter((word) => matchWord(word, wordlist).kind === "word");
  return known.length * 2 > typed.words.length;
}

function refused(failure: ShareFailure): TypedShare {
  return { kind: "refused", failure };
}

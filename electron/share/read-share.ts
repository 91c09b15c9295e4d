import { wordlist } from "@scure/bip39/wordlists/english.js";
import type { ShareFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { matchWord } from "../contract/words";
import type { SecretBytes } from "../crypto/secret-bytes";
import { commitment, readHeader, type ShareHeader } from "./payload";
import { fromQrText } from "./qr-text";
import { WORD_COUNT } from "./word-numbers";
import { wordsToPayload } from "./words";

/** A share whose own checks all held. Whether it belongs to a keystore is `admit`'s to say. */
export interface KeyShare {
  readonly header: ShareHeader;
  /** 39 bytes; whoever read the share wipes them. */
  readonly payload: SecretBytes;
  /** 64 hex characters. */
  readonly commitment: string;
}

/**
 * Reads one typed, pasted or scanned share: QR text, or 31 words in any case, separated by any white space, each
 * at least its first four letters. Never throws, whatever the text. Every error has its code, in this order:
 * nothing there; QR text that is damaged; count; words off the list; `?`; typing errors; version; x; threshold.
 */
export function readShare(text: string): Result<KeyShare, ShareFailure> {
  const trimmed = text.trim();
  if (trimmed === "") return fail({ code: "share.empty" });
  // No word holds a digit or a colon: what begins as a QR text, of whatever case, is meant as one.
  const payload = /^kc1:/i.test(trimmed) ? fromQrText(trimmed) : fromTypedWords(trimmed);
  if (!payload.ok) return payload;
  const header = readHeader(payload.value);
  if (!header.ok) {
    payload.value.wipe();
    return header;
  }
  return ok({ header: header.value, payload: payload.value, commitment: commitment(payload.value) });
}

function fromTypedWords(text: string): Result<SecretBytes, ShareFailure> {
  const typed = text.normalize("NFKD").trim().split(/\s+/);
  // Counted before any is matched, so that a whole book pasted by mistake is answered at once.
  if (typed.length !== WORD_COUNT) return fail({ code: "share.word-count", count: typed.length });
  return wordsToPayload(typed.map(listWord));
}

/** The word of the list that was meant, or what was typed where that is none. */
function listWord(typed: string): string {
  const match = matchWord(typed, wordlist);
  return match.kind === "word" ? match.word : typed;
}

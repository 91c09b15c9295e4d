import { wordlist } from "@scure/bip39/wordlists/english.js";
import type { ShareFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { matchWord } from "../contract/words";
import type { SecretBytes } from "../crypto/secret-bytes";
import { commitment, readHeader, type ShareHeader } from "./payload";
import { readTypedShare, type TypedShare, wholeSheet } from "./typed-share";
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
 * Reads one typed, pasted or scanned share: the text of its code, or 31 words, each at least its first four letters, in
 * any form that `readTypedShare` reads. Never throws, whatever the text. Every error has its code, in this order:
 * nothing there; a code that is damaged or another; numbering; count; words off the list; `?`; typing errors; version; x;
 * threshold.
 */
export function readShare(text: string): Result<KeyShare, ShareFailure> {
  return shareIn(readTypedShare(text));
}

/** The share that `readTypedShare` has found, with the errors of `readShare`. It takes the payload over. */
export function shareIn(typed: TypedShare): Result<KeyShare, ShareFailure> {
  const payload = payloadOf(typed);
  if (!payload.ok) return payload;
  const header = readHeader(payload.value);
  if (!header.ok) {
    payload.value.wipe();
    return header;
  }
  return ok({ header: header.value, payload: payload.value, commitment: commitment(payload.value) });
}

function payloadOf(typed: TypedShare): Result<SecretBytes, ShareFailure> {
  if (typed.kind === "refused") return fail(typed.failure);
  if (typed.kind === "code") return ok(typed.payload);
  const words = wholeSheet(typed);
  // Counted before any is matched, so that a whole book pasted by mistake is answered at once.
  return words.ok ? wordsToPayload(words.value.map(listWord)) : words;
}

/** The word of the list that was meant, or what was typed where that is none. */
function listWord(typed: string): string {
  const match = matchWord(typed, wordlist);
  return match.kind === "word" ? match.word : typed;
}

import { wordlist } from "@scure/bip39/wordlists/english.js";
import { hasPartOfSecretCode } from "../contract/typed-code";
import { wordText } from "../contract/typed-words";

/** So many words of the list one after the other are no sentence. A share has 31. */
const WORDS = 8;

/** What may be entered for a word of the list: the word, or four or more of its letters. */
const entries = new Set(
  wordlist.flatMap((word) => [
    word,
    ...Array.from({ length: Math.max(0, word.length - 4) }, (_, at) => word.slice(0, at + 4)),
  ]),
);

/**
 * As many digits as the shortest Wrapping Key, in any groups, whatever stands between them but the folders of a path, and
 * with the letters that are read as digits. A vault fingerprint and a ceremony's id have 32; the 64 of a file's SHA-256
 * look like a key, and are refused.
 */
const KEY = /(?:[0-9a-foil][^\p{L}\p{N}/\\]*){48}/u;

/**
 * Whether what a person says for the record looks like a secret that strayed into it, in any form in which one is read
 * where it belongs: eight words of a share in a row (four letters suffice; numbers and punctuation between them do not
 * matter), the text of a code, also as a scanner types it in another keyboard layout, or a key's hex. A text may look so and
 * be none: it is then said in another way.
 */
export function looksSecret(text: string): boolean {
  const plain = wordText(text);
  return hasPartOfSecretCode(text) || KEY.test(plain) || hasShareWords(plain);
}

function hasShareWords(plain: string): boolean {
  let run = 0;
  for (const word of plain.match(/\p{L}+/gu) ?? []) {
    run = entries.has(word) ? run + 1 : 0;
    if (run === WORDS) return true;
  }
  return false;
}

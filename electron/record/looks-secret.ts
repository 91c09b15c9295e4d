import { wordlist } from "@scure/bip39/wordlists/english.js";
import { secretTraces, wordEntries } from "../contract/secret-in-text";

/** So many words of the list one after the other are no sentence. A share has 31. */
const WORDS = 8;

/**
 * As many digits as the shortest Wrapping Key, in any groups, and with the letters that are read as digits. A vault
 * fingerprint and a ceremony's id have 32; the 64 of a file's SHA-256 look like a key, and are refused.
 */
const DIGITS = 48;

const entries = wordEntries(wordlist);

/**
 * Whether what a person says for the record looks like a secret that strayed into it, in any form in which one is read
 * where it belongs: eight words of a share in a row (four letters suffice; numbers and punctuation between them do not
 * matter), the text of a code, also as a scanner types it in another keyboard layout, or a key's hex. A text may look so and
 * be none: it is then said in another way.
 */
export function looksSecret(text: string): boolean {
  const { code, words, digits } = secretTraces(text, entries);
  return code || words >= WORDS || digits >= DIGITS;
}

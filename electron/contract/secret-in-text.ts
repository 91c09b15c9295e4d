import { hasPartOfSecretCode } from "./typed-code";
import { wordText } from "./typed-words";

/** Hex digits, or the letters that are read as such, and whatever may be between those of a key: anything but a path's folders. */
const DIGITS = /(?:[0-9a-foil][^\p{L}\p{N}/\\]*)+/gu;

/** What may be entered for a word of the list: the word, or four or more of its letters. */
export function wordEntries(list: readonly string[]): ReadonlySet<string> {
  return new Set(
    list.flatMap((word) => [
      word,
      ...Array.from({ length: Math.max(0, word.length - 4) }, (_, at) => word.slice(0, at + 4)),
    ]),
  );
}

/** What of a secret a text shows: the beginning of a code in any keyboard layout, and the most list words and hex digits in a row. */
export interface SecretTraces {
  readonly code: boolean;
  readonly words: number;
  readonly digits: number;
}

/** Looks for a secret that strayed into a text, whatever stands between its words and digits. `entries`: see `wordEntries`. */
export function secretTraces(text: string, entries: ReadonlySet<string>): SecretTraces {
  const plain = wordText(text);
  return { code: hasPartOfSecretCode(text), words: mostWords(plain, entries), digits: mostDigits(plain) };
}

function mostWords(plain: string, entries: ReadonlySet<string>): number {
  let run = 0;
  let most = 0;
  for (const word of plain.match(/\p{L}+/gu) ?? []) {
    run = entries.has(word) ? run + 1 : 0;
    most = Math.max(most, run);
  }
  return most;
}

function mostDigits(plain: string): number {
  const runs = plain.match(DIGITS) ?? [];
  return Math.max(0, ...runs.map((run) => run.replace(/[^0-9a-foil]/gu, "").length));
}

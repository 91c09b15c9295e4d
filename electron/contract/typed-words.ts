import { plainText, withoutUnseen } from "./plain-text";

/** Words as they were typed or pasted, without what stood around them. */
export interface TypedWords {
  /** In lower case, without accents; `?` for one that nobody can read. Whether the list has them is not judged here. */
  readonly words: readonly string[];
  /** The number of the first of them, where they were numbered. */
  readonly from: number | null;
}

interface Item {
  readonly word: string;
  readonly number: number | null;
}

const ZERO_WIDTH_SPACE = "\u200b";

/**
 * The words of a text, in the forms in which people have them: numbered, with commas, bullets or quotes between, one a
 * line, with anything invisible, in any case. Numbers count only where they fit: each belongs to a word, and they
 * go on from one to the next; where every word has one, the words are put into their order, as a sheet's columns are
 * read across. Null where the numbers do not fit.
 */
export function typedWords(text: string): TypedWords | null {
  const items: Item[] = [];
  let number: number | null = null;
  for (const token of numbersFirst(tokensOf(text))) {
    const [, digits = "", word = ""] = /^(\d*)(.*)$/u.exec(token) ?? [];
    if (digits !== "") {
      if (number !== null) return null;
      number = Number(digits);
    }
    if (word === "") continue;
    items.push({ word, number });
    number = null;
  }
  // A number behind the last word counts nothing.
  if (number !== null) return null;
  return inOrder(items);
}

/** The same label before every number ("Word 1: …") says nothing; where a number follows every word, it comes first. */
function numbersFirst(tokens: readonly string[]): readonly string[] {
  const isNumber = tokens.map((token) => /^\d+$/.test(token));
  if (isNumber.every((is, at) => is === (at % 3 === 1)) && tokens.length % 3 === 0) {
    const isLabelled = tokens.every((token, at) => at % 3 !== 0 || token === tokens[0]);
    return isLabelled ? tokens.filter((_, at) => at % 3 !== 0) : tokens;
  }
  const isBehind = isNumber.every((is, at) => is === (at % 2 === 1)) && tokens.length % 2 === 0;
  return isBehind ? tokens.map((_, at) => tokens[at % 2 === 0 ? at + 1 : at - 1] ?? "") : tokens;
}

function inOrder(items: readonly Item[]): TypedWords | null {
  const numbered = items.flatMap(({ number }, at) => (number === null ? [] : [{ at, number }]));
  const [first] = numbered;
  const words = items.map(({ word }) => word);
  if (first === undefined) return { words, from: null };
  const goesOn = numbered.every(({ at, number }) => number - at === first.number - first.at);
  if (goesOn) return first.number - first.at >= 1 ? { words, from: first.number - first.at } : null;
  const sorted = [...items].sort((one, other) => (one.number ?? 0) - (other.number ?? 0));
  const from = sorted[0]?.number ?? 0;
  const isWhole = from >= 1 && sorted.every(({ number }, at) => number === from + at);
  return isWhole ? { words: sorted.map(({ word }) => word), from } : null;
}

/** Letters, digits and `?` in one piece; everything else stands between words. */
function tokensOf(text: string): string[] {
  return wordText(text)
    .split(/[^\p{L}\p{Nd}?]+/u)
    .filter((token) => token !== "");
}

/** A text with its letters as a word list has them: small, without accents, and with nothing that cannot be seen. */
export function wordText(text: string): string {
  // Where nothing else is between the words, zero width spaces are; elsewhere they may be within one.
  const hasSpace = /\S\s+\S/u.test(withoutUnseen(text));
  const spaced = hasSpace ? text : text.replaceAll(ZERO_WIDTH_SPACE, " ");
  return plainText(spaced)
    .toLowerCase()
    .replaceAll("ı", "i")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "");
}

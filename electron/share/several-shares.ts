import { codesIn, hasCodeLength, hasCodePrefix } from "../contract/typed-code";
import { typedWords } from "../contract/typed-words";
import { WORD_COUNT } from "./word-numbers";

/** A code's text with all that may stand around it. What is longer, and none yet, becomes none. */
const CODE_LIMIT = 240;

/** One share's text among several, and the line (from 1) at which it begins. Nothing has judged it yet. */
export interface TextOfShare {
  readonly line: number;
  readonly text: string;
}

/**
 * The shares in a text: one a line; or one over several lines, where a line is not a whole one: a word or a few a
 * line until there are 31, or a code until that is whole. An empty line ends what stands before it.
 */
export function sharesIn(text: string): readonly TextOfShare[] {
  const shares: TextOfShare[] = [];
  let isOpen = false;
  for (const [at, content] of text.split(/\r\n|[\n\r]/u).entries()) {
    const isEmpty = content.trim() === "";
    const last = isOpen ? shares.at(-1) : undefined;
    isOpen = !isEmpty;
    if (isEmpty) continue;
    const joined = `${last?.text}\n${content}`;
    if (last !== undefined && goesOn(last.text, content, joined)) {
      shares[shares.length - 1] = { line: last.line, text: joined };
    } else {
      shares.push({ line: at + 1, text: content });
    }
  }
  return shares;
}

/** Whether the rest of a share may follow what was entered of it: some words, or the beginning of a code. */
export function mayGoOn(text: string): boolean {
  if (codesIn(text, "share").length > 0) return false;
  if (hasCodePrefix(text, "share")) return true;
  return !hasCodeLength(text) && countOf(text) < WORD_COUNT - 1;
}

/** With 30 words only the last may follow, alone in its line: another line of that length is another share. */
function goesOn(before: string, line: string, joined: string): boolean {
  if (codesIn(before, "share").length > 0 || codesIn(line, "share").length > 0) return false;
  if (hasCodePrefix(before, "share")) {
    return before.length < CODE_LIMIT && !hasCodePrefix(line, "share") && !/\s/u.test(line.trim());
  }
  if (hasCodePrefix(line, "share") || hasCodeLength(before) || hasCodeLength(line)) return false;
  return countOf(joined) <= WORD_COUNT;
}

/** How many words a text has; more than a share has where its numbers begin anew. */
function countOf(text: string): number {
  return typedWords(text)?.words.length ?? WORD_COUNT + 1;
}

import { hasCodePrefix } from "../contract/typed-code";
import { typedWords } from "../contract/typed-words";
import { mayGoOn } from "../share/several-shares";
import { WORD_COUNT } from "../share/word-numbers";
import type { Prompt, Reply } from "./prompt";

/** A share's text as it was entered, not judged yet, or why there is none. */
export type AskedShare =
  | { readonly kind: "share"; readonly text: string }
  | Exclude<Reply, { readonly kind: "line" }>;

/**
 * Asks for one share, unseen. What holds less than a share goes on in the next line, so that words may be pasted one a
 * line; an empty line, or Ctrl+D, ends what was begun. An empty line before anything is asked again: it says nothing.
 * `holds`: whether other shares are in already.
 */
export async function askShare(prompt: Prompt, question: string, holds: boolean): Promise<AskedShare> {
  let text = "";
  for (;;) {
    const begun = text !== "";
    const reply = await prompt.ask(begun ? `${soFar(text)}: ` : question, holds || begun);
    if (reply.kind === "end" && begun) return { kind: "share", text };
    if (reply.kind !== "line") return reply;
    const isEmpty = reply.text.trim() === "";
    if (isEmpty && begun) return { kind: "share", text };
    if (isEmpty) continue;
    text = begun ? joined(text, reply.text) : reply.text;
    const goesOn = begun ? mayGoOn(text) || lacksOne(text) : mayGoOn(text) && looksBegun(text);
    if (!goesOn) return { kind: "share", text };
  }
}

/** A line that is a share of its own replaces what was begun before it, of which nobody has said anything yet. */
function joined(begun: string, line: string): string {
  const both = `${begun}\n${line}`;
  const count = typedWords(both)?.words.length ?? WORD_COUNT + 1;
  return count > WORD_COUNT && !mayGoOn(line) ? line : both;
}

/** The longest word of the list. */
const LONGEST_WORD = 8;

/** Whether a line is words, or the beginning of a share's code. What a scanner read elsewhere is judged at once. */
function looksBegun(text: string): boolean {
  if (hasCodePrefix(text, "share")) return true;
  const tokens = text.split(/\s+/u).map((token) => token.match(/\p{L}/gu) ?? []);
  return tokens.every(({ length }) => length <= LONGEST_WORD);
}

/** Behind 30 words that came in several lines the last may follow; 30 in one line are a sheet that lacks one. */
function lacksOne(text: string): boolean {
  return typedWords(text)?.words.length === WORD_COUNT - 1;
}

function soFar(text: string): string {
  const count = typedWords(text)?.words.length;
  const entered =
    count !== undefined && count > 1
      ? `${count} of ${WORD_COUNT} words are in`
      : "This is not a whole share yet";
  return `${entered}. The rest (Enter if there is none), not shown`;
}

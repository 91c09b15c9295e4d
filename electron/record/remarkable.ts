import type { Remarkable } from "../contract/record-facts";

export const nothingRemarkable: Remarkable = {
  exceptions: 0,
  disagreements: 0,
  refusals: 0,
  aborts: 0,
  clockJumps: 0,
};

// By the words in the event's name: a record may come from another version, whose events are not known here.
const words: Readonly<Record<keyof Remarkable, RegExp>> = {
  exceptions: /exception/,
  disagreements: /dissent|disagree/,
  refusals: /refus/,
  aborts: /abort/,
  clockJumps: /^clock\.backward$/,
};

/** The counts with one more line, whose event this is. */
export function withRemarkable(counts: Remarkable, event: string): Remarkable {
  const count = (kind: keyof Remarkable) => counts[kind] + Number(words[kind].test(event));
  return {
    exceptions: count("exceptions"),
    disagreements: count("disagreements"),
    refusals: count("refusals"),
    aborts: count("aborts"),
    clockJumps: count("clockJumps"),
  };
}

/** How many lines tell something that a reader should look for first. */
export interface Remarkable {
  readonly exceptions: number;
  readonly disagreements: number;
  readonly refusals: number;
  readonly aborts: number;
  readonly clockJumps: number;
}

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
  const kinds = Object.keys(words) as readonly (keyof Remarkable)[];
  const counted = kinds.map((kind) => [kind, counts[kind] + Number(words[kind].test(event))] as const);
  return Object.fromEntries(counted) as unknown as Remarkable;
}

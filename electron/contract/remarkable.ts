import type { Remarkable } from "./record-facts";

// By the words in the event's name: a record may come from another version, whose events are not known here. They
// stand as well in the event as people read it: "clock.backward", "clock backward".
const words: Readonly<Record<keyof Remarkable, RegExp>> = {
  exceptions: /exception/,
  disagreements: /dissent|disagree/,
  refusals: /refus/,
  // Whoever left before the sign-off has ended the ceremony as well.
  aborts: /abort|^ceremony[. ]left$/,
  spoiled: /spoil/,
  clockJumps: /^clock[. ]backward$/,
};

/** Whether an event of a record, by its name or in words, is one of this kind to look for first. */
export function isRemarkable(event: string, kind: keyof Remarkable): boolean {
  return words[kind].test(event);
}

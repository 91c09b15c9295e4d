import type { Remarkable } from "../contract/record-facts";
import { isRemarkable } from "../contract/remarkable";

export const nothingRemarkable: Remarkable = {
  exceptions: 0,
  disagreements: 0,
  refusals: 0,
  aborts: 0,
  spoiled: 0,
  clockJumps: 0,
};

/** The counts with one more line, whose event this is. */
export function withRemarkable(counts: Remarkable, event: string): Remarkable {
  const count = (kind: keyof Remarkable) => counts[kind] + Number(isRemarkable(event, kind));
  return {
    exceptions: count("exceptions"),
    disagreements: count("disagreements"),
    refusals: count("refusals"),
    aborts: count("aborts"),
    spoiled: count("spoiled"),
    clockJumps: count("clockJumps"),
  };
}

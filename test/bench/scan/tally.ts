/** What a decoder made of one frame. */
export interface Outcome {
  readonly decoder: string;
  /** Of the picture: its class, and its frame's size as `720p`. */
  readonly class: string;
  readonly size: string;
  /** Whether it read exactly the text of the sheet. */
  readonly read: boolean;
  readonly ms: number;
}

/** How a decoder did on some frames. */
export interface Score {
  readonly frames: number;
  readonly read: number;
  /** The median time, in milliseconds, of frames that were read and of those that were not. */
  readonly ms: number;
}

/** The middle of some numbers; the mean of the two in the middle where their count is even. 0 for none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

/** How the outcomes' decoder did. */
export function score(outcomes: readonly Outcome[]): Score {
  return {
    frames: outcomes.length,
    read: outcomes.filter(({ read }) => read).length,
    ms: median(outcomes.map(({ ms }) => ms)),
  };
}

/** How a decoder stands against the rule by which one is chosen. */
export interface Verdict {
  readonly decoder: string;
  readonly overall: Score;
  /** At most this many points of a hundred behind the best, and in which class. */
  readonly behind: number;
  readonly weakest: string;
  /** The median time of a 720p frame, in milliseconds. */
  readonly ms: number;
  readonly isChosen: boolean;
}

/** What a chosen decoder keeps to: points of a hundred behind the best of each class, and milliseconds for 720p. */
const MOST_BEHIND = 5;
const SLOWEST = 33;

/**
 * Judges decoders by the rule: the one that reads most overall is chosen, if it is nowhere more than five points
 * behind the best and takes less than 33 ms for a 720p frame. The first has read most.
 */
export function judge(outcomes: readonly Outcome[]): readonly Verdict[] {
  const classes = [...new Set(outcomes.map((outcome) => outcome.class))];
  const decoders = [...new Set(outcomes.map(({ decoder }) => decoder))];
  const rate = (decoder: string, of: string) => {
    const { read, frames } = score(outcomes.filter((each) => each.decoder === decoder && each.class === of));
    return (100 * read) / frames;
  };
  const ranked = decoders
    .map((decoder) => {
      const own = outcomes.filter((outcome) => outcome.decoder === decoder);
      const gaps = classes.map((name) => ({
        name,
        gap: Math.max(...decoders.map((other) => rate(other, name))) - rate(decoder, name),
      }));
      const worst = gaps.reduce((most, each) => (each.gap > most.gap ? each : most));
      const ms = score(own.filter(({ size }) => size === "720p")).ms;
      return { decoder, overall: score(own), behind: worst.gap, weakest: worst.name, ms };
    })
    .sort((one, other) => other.overall.read - one.overall.read);
  return ranked.map((verdict, at) => ({
    ...verdict,
    isChosen: at === 0 && verdict.behind <= MOST_BEHIND && verdict.ms < SLOWEST,
  }));
}

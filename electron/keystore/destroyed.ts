import type { RetiredShareFacts, RetiredShareSet } from "./document";

/** A sheet of a retired set whose destruction was witnessed. */
export interface Destruction {
  readonly setId: string;
  /** From 1. */
  readonly index: number;
}

/**
 * The retired sets with `destroyedAt` on the named shares (FORMATS §3). One that has it keeps its time. Throws where a
 * share is named that no retired set has: a bug, for people choose from what the keystore lists.
 */
export function withDestroyed(
  sets: readonly RetiredShareSet[],
  destroyed: readonly Destruction[],
  at: string,
): readonly RetiredShareSet[] {
  const named = new Set(destroyed.map(nameOf));
  const marked = sets.map((set) => ({
    ...set,
    shares: set.shares.map((share) =>
      named.delete(nameOf({ setId: set.id, index: share.index }))
        ? { ...share, destroyedAt: share.destroyedAt ?? at }
        : share,
    ),
  }));
  if (named.size > 0) throw new Error("No retired share set has this share.");
  return marked;
}

/** A text that names a sheet among all of a vault. */
export function nameOf({ setId, index }: Destruction): string {
  return `${setId} ${index}`;
}

/** The shares of a retired set whose sheets may still exist: with as many as its threshold, an old copy opens. */
export function unaccounted(set: RetiredShareSet): readonly RetiredShareFacts[] {
  return set.shares.filter(({ destroyedAt }) => destroyedAt === undefined);
}

/** Whether replacing the Master Key is advised: of some retired set, a quorum of sheets may still exist. */
export function masterKeyReplacementAdvised(sets: readonly RetiredShareSet[]): boolean {
  return sets.some((set) => unaccounted(set).length >= set.threshold);
}

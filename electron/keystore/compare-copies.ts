import type { Keystore } from "./document";

/** What is compared of a keystore. Of a damaged one, what stands of it. */
export type CopyFacts = Pick<Keystore, "vault" | "generation" | "ceremonies">;

/**
 * How one keystore stands to another: the same generation of one history, before or after it in one history,
 * of one vault but with another history ("forked": both were changed after they parted), or another vault's.
 */
export type CopyRelation = "same" | "older" | "newer" | "forked" | "other-vault";

/**
 * How `copy` stands to `known`, by the vault and by the ceremonies that led to each: every ceremony writes one
 * generation, and its record's key is nobody else's.
 */
export function compareCopies(copy: CopyFacts, known: CopyFacts): CopyRelation {
  if (copy.vault.id !== known.vault.id) return "other-vault";
  if (copy.generation === known.generation) return leadsTo(copy, known) ? "same" : "forked";
  if (copy.generation < known.generation) return leadsTo(copy, known) ? "older" : "forked";
  return leadsTo(known, copy) ? "newer" : "forked";
}

/** Whether the later one's ceremonies begin with all of the earlier one's. */
function leadsTo(earlier: CopyFacts, later: CopyFacts): boolean {
  return earlier.ceremonies.every(({ id, recordKey }, at) => {
    const same = later.ceremonies[at];
    return same?.id === id && same.recordKey === recordKey;
  });
}

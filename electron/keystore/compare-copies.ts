import type { Keystore } from "./document";

/** What is compared of a sound keystore. */
export type CopyFacts = Pick<Keystore, "vault" | "generation" | "seal"> & {
  readonly masterKey: Pick<Keystore["masterKey"], "sealKey">;
};

/**
 * How one sound keystore stands to another: the very same document, an earlier or a later generation of its vault,
 * another document of the same generation ("forked"), one that names the same vault under another seal key
 * ("claims-vault": whoever made it could not compute the Master Key), or another vault's.
 */
export type CopyRelation = "same" | "older" | "newer" | "forked" | "claims-vault" | "other-vault";

/**
 * How `copy` stands to `known`. Whose it is, the seal key says, for only the Master Key gives it; which is the later one,
 * the generation, for every ceremony counts it up, also one that has left the former ceremonies behind.
 */
export function compareCopies(copy: CopyFacts, known: CopyFacts): CopyRelation {
  if (copy.masterKey.sealKey !== known.masterKey.sealKey) {
    return copy.vault.id === known.vault.id ? "claims-vault" : "other-vault";
  }
  if (copy.generation !== known.generation) return copy.generation < known.generation ? "older" : "newer";
  return copy.seal === known.seal ? "same" : "forked";
}

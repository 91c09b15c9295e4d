import type { ShareFailure } from "../contract/errors";
import { searchHere } from "./repair/search-here";

/**
 * What is wrong with 31 words, given as numbers, whose checksum does not hold: every place where one other word, or
 * a swap with the next, would make it hold (FORMATS §2.2, without a keystore). Nothing is corrected.
 *
 * A typing error comes first, whatever the version bits say: they stand in the first word, and a slip there
 * must not be called a newer version. Only when no single error explains the words do unknown version bits
 * mean that a newer version made them, perhaps with another checksum. Where chance offers a wrong word and a
 * swap at once (about once in 100,000 errors) neither is named.
 */
export function diagnose(numbers: Uint16Array): ShareFailure {
  const repairs = searchHere(numbers, null);
  if (!repairs.ok) return repairs.error;
  const { solutions } = repairs.value;
  for (const { payload } of solutions) payload.wipe();
  // The first position is the wrong word's, or that of the pair's first.
  const positions = solutions.flatMap(({ changes: [first] }) => first?.position ?? []);
  const kinds = new Set(solutions.map(({ kind }) => kind));
  if (kinds.size > 1) return { code: "share.checksum" };
  const code = kinds.has("swapped-words") ? "share.swapped-words" : "share.one-wrong-word";
  return { code, positions: [...new Set(positions)] };
}

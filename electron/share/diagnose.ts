import type { ShareFailure } from "../contract/errors";
import { searchHere } from "./repair/search-here";
import { unproven } from "./repair/unproven";

/**
 * What is wrong with 31 words, given as numbers, whose checksum does not hold: every place where one other
 * word, or a swap with the next, would make it hold (FORMATS §2.2, without a keystore). Nothing is corrected.
 *
 * A typing error comes first, whatever the version bits say: they stand in the first word, and a slip there
 * must not be called a newer version. Only when no single error explains the words do unknown version bits
 * mean that a newer version made them, perhaps with another checksum.
 */
export function diagnose(numbers: Uint16Array): ShareFailure {
  const repairs = searchHere(numbers, null);
  if (!repairs.ok) return repairs.error;
  for (const { payload } of repairs.value.solutions) payload.wipe();
  return unproven(repairs.value);
}

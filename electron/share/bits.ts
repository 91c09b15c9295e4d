import { ownNumbers } from "../crypto/own-memory";

/**
 * Cuts a row of `from`-bit values into `to`-bit values, most significant bit first, and fills the last with
 * zero bits (both widths at most 11). The result is the caller's to wipe when it carries a secret.
 */
export function regroup(values: Uint8Array | Uint16Array, from: number, to: number): Uint16Array {
  const groups = ownNumbers(Math.ceil((values.length * from) / to));
  let held = 0;
  let heldBits = 0;
  let at = 0;
  for (const value of values) {
    held = (held << from) | value;
    heldBits += from;
    while (heldBits >= to) {
      heldBits -= to;
      groups[at++] = held >>> heldBits;
      held &= (1 << heldBits) - 1;
    }
  }
  if (heldBits > 0) groups[at] = held << (to - heldBits);
  return groups;
}

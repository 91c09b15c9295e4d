import { NOTHING_READ, type Reading, readOn } from "../../../electron/record/reading";

const LF = 0x0a;

/**
 * The places, in bits, where a sealed record (whole lines) may be flipped and still read as a sealed one. Reads what
 * stands before a flipped line only once, so that trying every bit of a whole ceremony takes seconds.
 */
export function unnoticedFlips(record: Uint8Array): number[] {
  const unnoticed: number[] = [];
  let reading: Reading = NOTHING_READ;
  let start = 0;
  while (start < record.length) {
    const end = record.indexOf(LF, start);
    for (let bit = start * 8; bit < (end + 1) * 8; bit++) {
      if (isSealed(reading, flipped(record, bit).subarray(start))) unnoticed.push(bit);
    }
    const read = readOn(reading, record.subarray(start, end));
    if (!read.ok) throw new Error(`Not a sound record: ${read.error.code}`);
    reading = read.value.reading;
    start = end + 1;
  }
  if (!reading.sealed) throw new Error("Not a sealed record.");
  return unnoticed;
}

/** The record with one bit changed; bit 0 is the lowest of the first byte. */
export function flipped(record: Uint8Array, bit: number): Uint8Array {
  const copy = record.slice();
  copy[bit >>> 3] = (copy[bit >>> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

/** Whether the rest of a record, of which so much was read, makes it a sound and sealed one. */
function isSealed(before: Reading, rest: Uint8Array): boolean {
  let reading = before;
  let start = 0;
  while (start < rest.length) {
    const end = rest.indexOf(LF, start);
    if (end === -1) return false;
    const read = readOn(reading, rest.subarray(start, end));
    if (!read.ok) return false;
    reading = read.value.reading;
    start = end + 1;
  }
  return reading.sealed;
}

/**
 * Bytes that somebody's editor or shell has written, as text: UTF-8, or UTF-16 as Windows writes it, with its mark or
 * told by the zeros of its first letter. What is neither gives replacement characters. The bytes are left as they are.
 */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const bigEndian = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
  const littleEndian = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
  const copy = Buffer.from(bytes);
  try {
    if (!bigEndian && !littleEndian) return copy.toString("utf8");
    const whole = copy.subarray(0, copy.length - (copy.length % 2));
    return (bigEndian ? whole.swap16() : whole).toString("utf16le");
  } finally {
    copy.fill(0);
  }
}

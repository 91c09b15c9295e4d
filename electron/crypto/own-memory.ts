/**
 * `length` zeroed bytes in memory of their own. `new Uint8Array(n)` of up to 64 bytes lies inside V8's heap: the
 * garbage collector moves it, and native code copies it out, each time leaving bytes behind that no `fill(0)`
 * reaches. An ArrayBuffer made first never moves. Every secret, and every step on the way to one, lives in these.
 */
export function ownMemory(length: number): Uint8Array {
  return new Uint8Array(new ArrayBuffer(length));
}

/** A copy of `bytes` in memory of its own. */
export function ownCopy(bytes: Uint8Array): Uint8Array {
  const copy = ownMemory(bytes.length);
  copy.set(bytes);
  return copy;
}

/** `length` zeroed 16-bit numbers in memory of their own. */
export function ownNumbers(length: number): Uint16Array {
  return new Uint16Array(new ArrayBuffer(length * 2));
}

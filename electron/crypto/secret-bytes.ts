import { randomFillSync, timingSafeEqual } from "node:crypto";
import { inspect } from "node:util";
import { ownCopy, ownMemory } from "./own-memory";

const REDACTED = "[secret]";

/**
 * A secret in memory of its own: exactly as long as the secret, outside V8's heap and Node's shared pool, never
 * a string, so that `wipe()` reaches every byte of it. It prints as `[secret]` wherever it is logged or serialised.
 * Whoever makes one wipes it, in `finally`. What JavaScript cannot promise (copies that the garbage
 * collector or a native call leaves behind) is said in docs/threat-model.md.
 */
export class SecretBytes {
  readonly #bytes: Uint8Array;
  #wiped = false;

  private constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** `length` fresh bytes from the operating system's generator. */
  static random(length: number): SecretBytes {
    return new SecretBytes(randomFillSync(ownMemory(length)));
  }

  /** A copy of `bytes`; the source stays as it is and remains its owner's to wipe. */
  static copyOf(bytes: Uint8Array): SecretBytes {
    return new SecretBytes(ownCopy(bytes));
  }

  /** A copy of `bytes`, whose source is zeroed. */
  static take(bytes: Uint8Array): SecretBytes {
    const secret = SecretBytes.copyOf(bytes);
    bytes.fill(0);
    return secret;
  }

  /** In bytes; known even after the wipe. */
  get length(): number {
    return this.#bytes.length;
  }

  get wiped(): boolean {
    return this.#wiped;
  }

  /**
   * Lends the bytes themselves to `fn` and gives back what it returns. `fn` must not keep them, and is
   * synchronous. Throws once wiped: using a secret past its life is a bug.
   */
  use<T>(fn: (bytes: Uint8Array) => T): T {
    if (this.#wiped) throw new Error("This secret was wiped.");
    return fn(this.#bytes);
  }

  /** Whether both hold the same bytes, in constant time for equal lengths. Throws if either was wiped. */
  equals(other: SecretBytes): boolean {
    return this.use((mine) =>
      other.use((theirs) => mine.length === theirs.length && timingSafeEqual(mine, theirs)),
    );
  }

  /** Zeroes the bytes for good. Calling it again changes nothing. */
  wipe(): void {
    this.#bytes.fill(0);
    this.#wiped = true;
  }

  toJSON(): "[secret]" {
    return REDACTED;
  }

  toString(): string {
    return REDACTED;
  }

  [inspect.custom](): string {
    return REDACTED;
  }
}

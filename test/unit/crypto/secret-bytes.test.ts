import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";

describe("SecretBytes", () => {
  test("random bytes have their length, memory of their own, and differ", () => {
    const [one, other] = [SecretBytes.random(32), SecretBytes.random(32)];
    expect(one.length).toBe(32);
    expect(one.equals(other)).toBe(false);
    one.use((bytes) => {
      expect(bytes.constructor).toBe(Uint8Array);
      expect(bytes.buffer.byteLength).toBe(32);
    });
  });

  test("copyOf leaves its source, take zeroes it; neither shares its memory", () => {
    const source = Buffer.from([1, 2, 3]);
    const copy = SecretBytes.copyOf(source);
    expect([...source]).toEqual([1, 2, 3]);
    const taken = SecretBytes.take(source);
    expect([...source]).toEqual([0, 0, 0]);
    expect(taken.equals(copy)).toBe(true);
    taken.use((bytes) => expect(bytes.buffer.byteLength).toBe(3));
  });

  test("equals compares bytes and length", () => {
    const secret = SecretBytes.copyOf(new Uint8Array([1, 2]));
    expect(secret.equals(SecretBytes.copyOf(new Uint8Array([1, 2])))).toBe(true);
    expect(secret.equals(SecretBytes.copyOf(new Uint8Array([1, 3])))).toBe(false);
    expect(secret.equals(SecretBytes.copyOf(new Uint8Array([1, 2, 0])))).toBe(false);
  });

  test("a wipe zeroes the very memory, may be repeated, and ends every use", () => {
    const secret = SecretBytes.random(32);
    const memory = secret.use((bytes) => bytes);
    expect(memory.some((byte) => byte !== 0)).toBe(true);
    secret.wipe();
    secret.wipe();
    expect(secret.wiped).toBe(true);
    expect(memory.every((byte) => byte === 0)).toBe(true);
    expect(() => secret.use(() => null)).toThrow("wiped");
    expect(() => SecretBytes.random(32).equals(secret)).toThrow("wiped");
  });

  test("it prints as [secret] wherever it is put", () => {
    const secret = SecretBytes.copyOf(new TextEncoder().encode("hunter2"));
    expect(JSON.stringify({ secret })).toBe('{"secret":"[secret]"}');
    expect(`${secret}`).toBe("[secret]");
    expect(inspect({ secret }, { showHidden: true, depth: null })).toBe("{ secret: [secret] }");
    expect(Object.keys(secret)).toEqual([]);
  });
});

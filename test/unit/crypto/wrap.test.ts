import { describe, expect, test } from "vitest";
import { fromBase64url, toBase64url } from "../../../electron/crypto/base64url";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { type Jwe, unwrap, wrap } from "../../../electron/crypto/wrap";

const header = toBase64url(new TextEncoder().encode('{"alg":"dir"}'));

/** `text` with one bit of its bytes flipped, still canonical. */
function flipped(text: string, bit: number): string {
  const bytes = fromBase64url(text) ?? new Uint8Array();
  bytes[bit >>> 3] = (bytes[bit >>> 3] ?? 0) ^ (1 << (bit & 7));
  return toBase64url(bytes);
}

describe.each([24, 32])("under a key of %i bytes", (length) => {
  const key = SecretBytes.random(32);
  const under = SecretBytes.random(length);

  test("a key comes back, and its ciphertext is as long as it is", () => {
    const jwe = wrap(key, under, header);
    expect(jwe.protected).toBe(header);
    expect(fromBase64url(jwe.iv)).toHaveLength(12);
    expect(fromBase64url(jwe.ciphertext)).toHaveLength(32);
    expect(fromBase64url(jwe.tag)).toHaveLength(16);
    expect(unwrap(jwe, under)?.equals(key)).toBe(true);
  });

  test("the iv is fresh each time", () => {
    expect(wrap(key, under, header).iv).not.toBe(wrap(key, under, header).iv);
  });

  test("another key does not open it", () => {
    expect(unwrap(wrap(key, under, header), SecretBytes.random(length))).toBeNull();
  });

  test("one flipped bit anywhere, or a member of another length, is refused", () => {
    const jwe = wrap(key, under, header);
    const members: readonly (keyof Jwe)[] = ["protected", "iv", "ciphertext", "tag"];
    for (const member of members) {
      const bits = (fromBase64url(jwe[member])?.length ?? 0) * 8;
      for (let bit = 0; bit < bits; bit++) {
        expect(unwrap({ ...jwe, [member]: flipped(jwe[member], bit) }, under)).toBeNull();
      }
      for (const text of ["", jwe[member].slice(0, -4), `${jwe[member]}=`, `${jwe[member]}AAAA`]) {
        expect(unwrap({ ...jwe, [member]: text }, under)).toBeNull();
      }
    }
  });
});

test("a wrapping key of another length is a bug", () => {
  expect(() => wrap(SecretBytes.random(32), SecretBytes.random(16), header)).toThrow("24 or 32");
});

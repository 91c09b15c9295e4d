import { randomUUID } from "node:crypto";
import { compactDecrypt } from "jose";
import { expect, it } from "vitest";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { createKeystore, type NewKeystore } from "../../../electron/keystore/create";
import { openWithRecoveryKey, openWithWrappingKey } from "../../../electron/keystore/open";
import { parseKeystore } from "../../../electron/keystore/parse";
import { serializeKeystore } from "../../../electron/keystore/serialize";

function made(wrappingKeyBytes: 24 | 32, practice: boolean): NewKeystore {
  return {
    vault: { id: randomUUID(), name: "Payments EU" },
    practice,
    now: new Date("2026-11-23T22:00:00.000Z"),
    masterKey: SecretBytes.random(32),
    wrappingKey: SecretBytes.random(wrappingKeyBytes),
    recoveryKey: SecretBytes.random(32),
    threshold: 2,
    setId: "0a0b0c0d",
    shares: ["Ada", "Bob", "שרה"].map((custodian, at) => ({ custodian, commitment: `${at}`.repeat(64) })),
    ceremony: { id: randomUUID(), kind: "generate", recordKey: new Uint8Array(32).fill(7) },
  };
}

it.each([
  [32, false],
  [24, false],
  [32, true],
] as const)(
  "makes what a reader reads and both keys open: %i bytes, practice %s",
  async (bytes, practice) => {
    const input = made(bytes, practice);
    const keystore = createKeystore(input);
    expect(parseKeystore(serializeKeystore(keystore))).toEqual({ ok: true, value: keystore });
    for (const opened of [
      openWithWrappingKey(keystore, input.wrappingKey),
      openWithRecoveryKey(keystore, input.recoveryKey),
    ]) {
      expect(opened.ok && opened.value.equals(input.masterKey)).toBe(true);
    }
    const { protected: header, iv, ciphertext, tag } = keystore.encryptedKey;
    const plain = await input.wrappingKey.use((key) =>
      compactDecrypt(`${header}..${iv}.${ciphertext}.${tag}`, new Uint8Array(key)),
    );
    expect(input.masterKey.use((key) => Buffer.compare(key, plain.plaintext))).toBe(0);
  },
);

it("holds none of the keys", () => {
  const input = made(32, false);
  const bytes = Buffer.from(serializeKeystore(createKeystore(input)));
  for (const key of [input.masterKey, input.wrappingKey, input.recoveryKey]) {
    for (const encoding of ["hex", "base64", "base64url", "latin1"] as const) {
      const text = key.use((bytes) => Buffer.from(bytes).toString(encoding));
      expect(bytes.includes(text, 0, "latin1")).toBe(false);
    }
  }
});

it("refuses a Wrapping Key of another size, as a bug", () => {
  const input = { ...made(32, false), wrappingKey: SecretBytes.random(16) };
  expect(() => createKeystore(input)).toThrow("24 or 32");
});

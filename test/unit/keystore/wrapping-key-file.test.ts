import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { readWrappingKeyFile } from "../../../electron/keystore/wrapping-key-file";
import { wrappingKeyBytes } from "../../../electron/keystore/wrapping-key-text";
import { temporaryFolder } from "../files/temporary-folder";

it("reads a key as it was delivered, and as an editor leaves it", async () => {
  const path = join(await temporaryFolder(), "wrapping-key.txt");
  const key = SecretBytes.random(24);
  await writeFile(path, wrappingKeyBytes(key), { mode: 0o600 });
  const delivered = await readWrappingKeyFile(path, 192);
  expect(delivered.ok && delivered.value.key.equals(key) && delivered.value.mode === 0o600).toBe(true);
  await writeFile(path, `${Buffer.from(wrappingKeyBytes(key)).toString().toUpperCase()}\r\n`);
  const edited = await readWrappingKeyFile(path, null);
  expect(edited.ok && edited.value.key.equals(key)).toBe(true);
});

it.each([
  ["UTF-8 with a mark", (text: string) => Buffer.from(`\ufeff${text}`)],
  ["UTF-16 with a mark", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ["UTF-16 without one", (text: string) => Buffer.from(text, "utf16le")],
  [
    "UTF-16, the other way round, with a mark",
    (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
  ],
  ["UTF-16, the other way round", (text: string) => Buffer.from(text, "utf16le").swap16()],
  [
    "UTF-32 with a mark",
    (text: string) => Buffer.concat([...`\ufeff${text}`].map((one) => Buffer.from(`${one}\0`, "utf16le"))),
  ],
] as const)("reads a key and its code in %s", async (_, encode) => {
  const path = join(await temporaryFolder(), "wrapping-key.txt");
  const key = SecretBytes.random(32);
  const hex = Buffer.from(wrappingKeyBytes(key)).toString();
  for (const text of [hex, `${hex}\r\n`, `\u200b${hex}`, `KCW1:${hex.toUpperCase()}\r\n`]) {
    await writeFile(path, encode(text));
    const read = await readWrappingKeyFile(path, 256);
    expect(read.ok && read.value.key.equals(key)).toBe(true);
  }
});

it("refuses what is no key, is of the other size, is too large or is not there", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "wrapping-key.txt");
  await writeFile(path, "é".repeat(64));
  expect(await readWrappingKeyFile(path, null)).toEqual({
    ok: false,
    error: { code: "wrapping-key.not-hex", odd: { character: "é", place: 1 } },
  });
  await writeFile(path, "0".repeat(48));
  expect(await readWrappingKeyFile(path, 256)).toMatchObject({
    error: { code: "wrapping-key.length", length: 48 },
  });
  await writeFile(path, "0".repeat(4097));
  expect(await readWrappingKeyFile(path, null)).toMatchObject({ error: { code: "file.too-large" } });
  expect(await readWrappingKeyFile(join(folder, "none"), null)).toMatchObject({
    error: { code: "file.missing" },
  });
});

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

it("refuses what is no key, is of the other size, is too large or is not there", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "wrapping-key.txt");
  await writeFile(path, "é".repeat(64));
  expect(await readWrappingKeyFile(path, null)).toEqual({
    ok: false,
    error: { code: "wrapping-key.not-hex" },
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

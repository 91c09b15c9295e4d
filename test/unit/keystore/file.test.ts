import { createHash } from "node:crypto";
import { chmod, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keystoreFacts } from "../../../electron/keystore/facts";
import { readKeystoreFile, writeNewKeystore } from "../../../electron/keystore/file";
import { temporaryFolder } from "../files/temporary-folder";
import { textOf, vault, vaults } from "./vectors";

it.each(vaults)("writes and reads $keystore.vault.name", async (vector) => {
  const path = join(await temporaryFolder(), "keystore.json");
  expect(await writeNewKeystore(path, vector.keystore)).toEqual({ ok: true, value: null });
  expect(await readKeystoreFile(path)).toEqual({
    ok: true,
    value: {
      keystore: vector.keystore,
      sha256: createHash("sha256").update(textOf(vector)).digest("hex"),
      readableByOthers: false,
    },
  });
});

it("reads a file of any mode, and tells when others can read it", async () => {
  const path = join(await temporaryFolder(), "keystore.json");
  await writeFile(path, textOf(vault(0)));
  for (const mode of [0o644, 0o640, 0o604]) {
    await chmod(path, mode);
    expect(await readKeystoreFile(path)).toMatchObject({ ok: true, value: { readableByOthers: true } });
  }
});

it("refuses 100 MB without reading them", async () => {
  const path = join(await temporaryFolder(), "keystore.json");
  await writeFile(path, "");
  await truncate(path, 100_000_000);
  expect(await readKeystoreFile(path)).toMatchObject({ ok: false, error: { code: "keystore.too-large" } });
});

it("names a file that is not there", async () => {
  const path = join(await temporaryFolder(), "keystore.json");
  expect(await readKeystoreFile(path)).toEqual({ ok: false, error: { code: "file.missing", path } });
});

it("gives a screen the public facts", async () => {
  const { keystore } = vault(1);
  const facts = keystoreFacts("/k.json", { keystore, sha256: "", readableByOthers: true });
  expect(facts).toMatchObject({
    path: "/k.json",
    vaultName: keystore.vault.name,
    generation: 1,
    wrappingKeyBits: 192,
    threshold: 2,
    readableByOthers: true,
    retiredSets: [],
  });
  const sealKey = Buffer.from(keystore.masterKey.sealKey, "base64url");
  expect(facts.vaultFingerprint).toBe(createHash("sha256").update(sealKey).digest("hex").slice(0, 32));
  expect(facts.custodians).toHaveLength(3);
});

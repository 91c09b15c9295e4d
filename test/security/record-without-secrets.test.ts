import { readFile, writeFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SecretBytes } from "../../electron/crypto/secret-bytes";
import { run } from "../unit/cli/command";
import { type VaultFolder, vaultFolder } from "../unit/cli/vault-folder";
import { vault } from "../unit/keystore/vectors";

/** Every secret that was drawn since the test began: the new Wrapping Key and the record's private key among them. */
let drawn: Buffer[];

beforeEach(() => {
  drawn = [];
  const { random } = SecretBytes;
  vi.spyOn(SecretBytes, "random").mockImplementation((length) => {
    const secret = random.call(SecretBytes, length);
    drawn.push(secret.use((bytes) => Buffer.from(bytes)));
    return secret;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

const known = [vault(0).masterKey, vault(0).recoveryKey, vault(0).wrappingKey].map((key) =>
  Buffer.from(key, "hex"),
);

/** How bytes stand in text. */
function formsOf(secret: Buffer): readonly string[] {
  const hex = secret.toString("hex");
  return [hex, hex.toUpperCase(), hex.match(/.{4}/g)?.join(" ") ?? "", secret.toString("base64url")];
}

/** What must not stand in a record of the first vector's vault: keys in any form, QR texts, and two words of a share in a row. */
function found(text: string): readonly string[] {
  const shares = [...vault(0).shares, ...vault(1).shares];
  const pairs = shares.flatMap(({ words }) => {
    const list = words.split(" ");
    return list.slice(1).flatMap((word, at) => [`${list[at]} ${word}`, `${list[at]}","${word}`]);
  });
  const payloads = shares.flatMap(({ payload, qr }) => [payload, qr, qr.slice(4)]);
  const keys = [...known, ...drawn].flatMap(formsOf);
  return [...pairs, ...payloads, ...keys].filter((form) => text.includes(form));
}

const recover = ({ keystore, out }: VaultFolder, typed: readonly string[], interactive: boolean) =>
  run(["recover", keystore, "--wrapping-key-out", out], typed.join("\n"), interactive);
const rotate = ({ keystore, key, out }: VaultFolder) =>
  run(["rotate", keystore, "--wrapping-key-file", key, "--wrapping-key-out", out]);

it.each([true, false])(
  "no key, no share and nothing that was refused stands in a recovery's record, at a terminal: %s",
  async (interactive) => {
    const folder = await vaultFolder();
    const [first = "", second = "", third = ""] = folder.shares;
    const refused = [
      vault(1).shares[0]?.words ?? "",
      first.split(" ").slice(0, 20).join(" "),
      first.replace(/\S+$/, "zebra"),
      "swordfish",
      vault(0).wrappingKey,
    ];
    expect((await recover(folder, [...refused, first], interactive)).status).toBe(1);
    const damaged = first.replace(/\S+/, "?");
    expect((await recover(folder, [damaged, second, third], interactive)).status).toBe(0);
    const records = await folder.records();
    expect(records.map(({ events }) => events.includes("share.refused"))).toEqual([true, false]);
    for (const { text } of records) {
      expect(found(text)).toEqual([]);
      expect(text).not.toContain("swordfish");
    }
    // The search would have found them.
    const key = await readFile(folder.out, "utf8");
    expect(found(`{"key":"${key}","share":"${damaged}"}`).length).toBeGreaterThan(2);
  },
);

it("no key stands in a rotation's record, neither the old, the new, a wrong one, nor the record's own", async () => {
  const folder = await vaultFolder();
  expect((await rotate(folder)).status).toBe(0);
  const wrong = "5e".repeat(32);
  await writeFile(folder.key, wrong);
  expect((await rotate({ ...folder, out: `${folder.out}.2` })).status).toBe(1);
  const records = await folder.records();
  expect(records.map(({ facts }) => facts.sealed)).toEqual([true, true]);
  // Two records' keys and one Wrapping Key at least.
  expect(drawn.filter(({ length }) => length === 32).length).toBeGreaterThanOrEqual(3);
  for (const { text } of records) {
    expect(found(text)).toEqual([]);
    expect(text).not.toContain(wrong);
  }
});

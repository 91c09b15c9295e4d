import { chmod, chown, copyFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { asNobody } from "../files/as-nobody";
import { exfatMedium } from "../files/exfat-medium";
import { run, runJson } from "./command";
import { vaultFolder } from "./vault-folder";

const noRoot = process.getuid?.() === 0 ? null : "Only root may give a file away.";

it("refuses a name that the new key's medium cannot have before anything else happens", async ({ skip }) => {
  const medium = await exfatMedium();
  if ("reason" in medium) return skip(medium.reason);
  const { keystore, key, records, shares } = await vaultFolder();
  const path = join(medium.folder, "key 12:30.txt");
  const refused = [1, { code: "file.name-refused", path, characters: [":"] }] as const;
  const to = ["--wrapping-key-out", path];
  expect(await runJson(["recover", keystore, ...to], shares.slice(0, 3).join("\n"))).toMatchObject(refused);
  expect(await runJson(["rotate", keystore, "--wrapping-key-file", key, ...to])).toMatchObject(refused);
  expect(await records()).toEqual([]);
});

it("refuses a key's name that its medium takes for the keystore's own", async ({ skip }) => {
  const medium = await exfatMedium();
  if ("reason" in medium) return skip(medium.reason);
  const vault = await vaultFolder();
  const keystore = join(medium.folder, "keystore.json");
  await copyFile(vault.keystore, keystore);
  const path = join(medium.folder, "KEYSTORE.generation-1.JSON");
  const argv = ["rotate", keystore, "--wrapping-key-file", vault.key, "--wrapping-key-out", path];
  expect(await runJson(argv)).toMatchObject([1, { code: "plan.same-path", path }]);
});

it("refuses a keystore whose name leaves no room for its record", async () => {
  const vault = await vaultFolder();
  const keystore = join(vault.folder, `${"x".repeat(220)}.json`);
  await copyFile(vault.keystore, keystore);
  const argv = ["rotate", keystore, "--wrapping-key-file", vault.key, "--wrapping-key-out", vault.out];
  expect(await runJson(argv)).toMatchObject([1, { code: "file.name-too-long", path: keystore }]);
  expect((await vault.names()).filter((name) => name.startsWith("x"))).toHaveLength(1);
});

it("leaves the new generation to whom the old one belonged", async ({ skip }) => {
  if (noRoot !== null) return skip(noRoot);
  const { keystore, key, out } = await vaultFolder();
  await chown(keystore, 1234, 5678);
  await chmod(keystore, 0o640);
  const { status, remarked } = await run([
    "rotate",
    keystore,
    "--wrapping-key-file",
    key,
    "--wrapping-key-out",
    out,
  ]);
  expect(status).toBe(0);
  expect(remarked).not.toContain("belongs to another");
  expect(await stat(keystore)).toMatchObject({ uid: 1234, gid: 5678 });
  expect((await stat(keystore)).mode & 0o777).toBe(0o640);
  // The new key is its maker's alone.
  expect(await stat(out)).toMatchObject({ uid: 0, gid: 0 });
  expect((await stat(out)).mode & 0o777).toBe(0o600);
});

it("says before anything is written that the new generation will belong to somebody else", async ({
  skip,
}) => {
  if (noRoot !== null) return skip(noRoot);
  const { folder, keystore, key, out } = await vaultFolder();
  await chmod(folder, 0o777);
  await chown(keystore, 1234, 5678);
  await chmod(keystore, 0o644);
  await chmod(key, 0o644);
  const argv = ["rotate", keystore, "--wrapping-key-file", key, "--wrapping-key-out", out];
  const { status, remarked } = await asNobody(() => run(argv));
  expect(status).toBe(0);
  const [told, begins] = ["belongs to another user or group", "The record of this ceremony begins"];
  expect(remarked).toContain(told);
  expect(remarked).toContain("Other users of this workstation can read or change");
  expect(remarked.indexOf(told)).toBeLessThan(remarked.indexOf(begins));
  expect(await stat(keystore)).toMatchObject({ uid: 65534 });
});

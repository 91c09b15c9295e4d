import { expect, it, vi } from "vitest";
import { run, runJson } from "./command";
import { type VaultFolder, vaultFolder } from "./vault-folder";

// A FAT medium cannot be had on every machine that runs this; what it answers can.
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  return {
    ...real,
    link: () => Promise.reject(Object.assign(new Error("link"), { code: "EPERM" })),
    stat: async (...asked: Parameters<typeof real.stat>) => {
      const stats = await real.stat(...asked);
      if (String(asked[0]).endsWith(".tmp")) Object.assign(stats, { mode: Number(stats.mode) | 0o077 });
      return stats;
    },
  };
});
vi.mock("../../../electron/files/flush-folder", () => ({
  flushFolder: async () => false,
  flushFolderSync: () => false,
}));

const rotate = ({ keystore, key, out }: VaultFolder) => {
  return ["rotate", keystore, "--wrapping-key-file", key, "--wrapping-key-out", out];
};
const recover = ({ keystore, out }: VaultFolder) => ["recover", keystore, "--wrapping-key-out", out];

const before = [
  "The keystore’s medium knows no file permissions: whoever can read the medium can read the file. It is useless alone.",
  "The keystore’s medium knows no hard links. The file is copied into place instead and compared afterwards.",
  "The keystore’s medium does not confirm that a folder was written. Eject it properly before you unplug it.",
  "The Wrapping Key’s medium knows no file permissions: whoever can read the medium can read the key.",
  "The Wrapping Key’s medium does not confirm that a folder was written. Eject it properly before you unplug it.",
  "Keystore and Wrapping Key go to one medium: whoever takes it has the vault.",
].map((note) => `Before anything is written: ${note}\n`);

it.each([
  ["recover", recover, (folder: VaultFolder) => folder.shares.slice(0, 3).join("\n")],
  ["rotate", rotate, () => ""],
] as const)("%s says what the medium cannot do, before its record begins", async (_, command, typed) => {
  const folder = await vaultFolder();
  const { status, remarked } = await run(command(folder), typed(folder));
  expect(status).toBe(0);
  expect(remarked).toContain(`\n${before.join("")}The record of this ceremony begins: `);
});

it("says it in --json too, and where the ceremony is refused", async () => {
  const folder = await vaultFolder();
  const notes = [
    ...["keystore-no-modes", "keystore-no-links", "keystore-no-flush"],
    ...["key-no-modes", "key-no-flush", "same-medium"],
  ];
  expect(await runJson(recover(folder), "zoo")).toMatchObject([1, { ok: false, notes }]);
  expect(await runJson(rotate(folder))).toMatchObject([0, { ok: true, notes }]);
});

import { existsSync } from "node:fs";
import { readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { run, runJson } from "./command";
import { type VaultFolder, vaultFolder } from "./vault-folder";

/** What happens besides, before the system is asked for something; it may refuse by throwing. */
const system: { before: (call: string, path: string) => Promise<void> } = vi.hoisted(() => ({
  before: async () => undefined,
}));
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  return {
    ...real,
    open: async (...given: Parameters<typeof real.open>) => {
      await system.before("open", String(given[0]));
      return real.open(...given);
    },
    unlink: async (path: string) => {
      await system.before("unlink", path);
      return real.unlink(path);
    },
    rename: async (from: string, to: string) => {
      await system.before("rename", to);
      await real.rename(from, to);
      await system.before("renamed", to);
    },
  };
});
afterEach(() => {
  system.before = async () => undefined;
});

const failing = () => Promise.reject(Object.assign(new Error("i/o"), { code: "EIO" }));
const rotate = ({ keystore, key, out }: VaultFolder) => [
  ...["rotate", keystore, "--wrapping-key-file", key, "--wrapping-key-out", out],
];

it.each(["unlink", "open"])(
  "says yes, and which lock stayed, where that fails at the end: %s",
  async (failed) => {
    const vault = await vaultFolder();
    const lock = `${vault.keystore}.lock`;
    let written = false;
    system.before = async (call, path) => {
      if (call === "renamed" && path === vault.keystore) written = true;
      if (written && call === failed && path === lock) await failing();
    };
    const [status, answer] = await runJson(rotate(vault));
    expect([status, answer]).toMatchObject([0, { ok: true, code: "keystore.renewed", remaining: [lock] }]);
    expect(existsSync(lock)).toBe(true);
    system.before = async () => undefined;
    const { status: proven } = await run(["verify", vault.keystore, "--wrapping-key-file", vault.out]);
    expect(proven).toBe(0);
  },
);

it("says which lock stayed where the keystore is refused", async () => {
  const vault = await vaultFolder();
  await writeFile(vault.keystore, "{}");
  const lock = `${vault.keystore}.lock`;
  system.before = async (call, path) => {
    if (call === "unlink" && path === lock) await failing();
  };
  const [status, answer] = await runJson(rotate(vault));
  const because = { code: "keystore.other-format" };
  expect([status, answer]).toMatchObject([1, { code: "file.lock-left", path: lock, because }]);
  expect(answer.message).toMatch(/^This .*\. Its lock “.*” could not be removed either/);
});

it("reads the new key's file last, and puts the old keystore back where it is gone", async () => {
  const vault = await vaultFolder();
  system.before = async (call, path) => {
    if (call !== "renamed" || path !== vault.keystore) return;
    system.before = async () => undefined;
    await rename(vault.out, `${vault.out}.gone`);
  };
  expect(await runJson(rotate(vault))).toMatchObject([1, { code: "file.missing", path: vault.out }]);
  expect((await vault.current()).generation).toBe(1);
  const { status } = await run(["verify", vault.keystore, "--wrapping-key-file", vault.key]);
  expect(status).toBe(0);
});

it("reads the new key's file last, and puts the old keystore back where it holds something else", async () => {
  const vault = await vaultFolder();
  system.before = async (call, path) => {
    if (call === "renamed" && path === vault.keystore) await writeFile(vault.out, "5e".repeat(32));
  };
  const refused = { code: "wrapping-key.does-not-open", remaining: [vault.out] };
  expect(await runJson(rotate(vault))).toMatchObject([1, refused]);
  expect((await vault.current()).generation).toBe(1);
  // It is somebody's.
  expect(await vault.text("new-key.txt")).toBe("5e".repeat(32));
});

it("says yes, and where it is, to what another program wrote in the last moment", async () => {
  const vault = await vaultFolder();
  system.before = async (call, path) => {
    if (call === "rename" && path === vault.keystore) await writeFile(vault.keystore, "another program's");
  };
  const { status, printed } = await run(rotate(vault));
  expect(status).toBe(0);
  const [aside = ""] = (await readdir(vault.folder)).filter((name) => name.includes(".changed-"));
  expect(await vault.text(aside)).toBe("another program's");
  expect(printed).toContain(`Warning: In the moment in which “${vault.keystore}” was replaced`);
  expect(printed).toContain(join(vault.folder, aside));
  const [record] = await vault.records();
  expect(record?.lines.find(({ event }) => event === "keystore.written")).toMatchObject({
    data: { told: [{ what: "other-write", keptAs: join(vault.folder, aside) }] },
  });
});

it("overwrites nothing that another program puts there before the last check", async () => {
  const vault = await vaultFolder();
  let moved = 0;
  system.before = async (call, path) => {
    // The reading that opens the new keystore: the one behind the flush of its folder and its comparison.
    if (call === "renamed" && path === vault.keystore) moved = 1;
    else if (moved > 0 && call === "open" && path === vault.keystore) {
      moved += 1;
      if (moved === 3) await writeFile(vault.keystore, "another program's");
    }
  };
  const [status, answer] = await runJson(rotate(vault));
  expect([status, answer]).toMatchObject([1, { code: "file.set-aside", path: vault.keystore }]);
  system.before = async () => undefined;
  const kept = String(answer.keptAs).slice(vault.folder.length + 1);
  expect(await vault.text(kept)).toBe("another program's");
  expect((await vault.current()).generation).toBe(1);
});

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { openLocked } from "../../../electron/ceremony/renewal/open-for-renewal";
import { acquireLock } from "../../../electron/files/lock";
import { fileOf } from "../cli/command";
import { temporaryFolder } from "./temporary-folder";

const bug = vi.hoisted(() => ({ at: "" }));
vi.mock("../../../electron/files/commit-new", async (original) => {
  const real = await original<typeof import("../../../electron/files/commit-new")>();
  return {
    ...real,
    commitNew: (...given: Parameters<typeof real.commitNew>) => {
      if (bug.at === "claim") throw new Error("a bug");
      return real.commitNew(...given);
    },
  };
});
vi.mock("../../../electron/files/temporary", async (original) => {
  const real = await original<typeof import("../../../electron/files/temporary")>();
  return {
    ...real,
    removeLeftovers: (folder: string) => {
      if (bug.at === "clearing") throw new Error("a bug");
      return real.removeLeftovers(folder);
    },
  };
});

it.each(["claim", "clearing"])("is free again after a bug in the middle of taking it: %s", async (at) => {
  const folder = await temporaryFolder();
  const path = join(folder, "keystore.json");
  bug.at = at;
  await expect(acquireLock(path)).rejects.toThrow("a bug");
  bug.at = "";
  expect(await readdir(folder)).toEqual([]);
  const lock = await acquireLock(path);
  expect(lock.ok).toBe(true);
  if (lock.ok) await lock.value.release();
});

it("is free again after a bug in reading what it was taken for", async () => {
  const path = await fileOf("{}");
  const read = () => Promise.reject(new Error("a bug"));
  await expect(openLocked(path, read)).rejects.toThrow("a bug");
  const lock = await acquireLock(path);
  expect(lock.ok).toBe(true);
  if (lock.ok) await lock.value.release();
});

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { expect, it, onTestFinished } from "vitest";
import { readAppHash } from "../../../electron/preflight/app-hash";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Builds the whole app into a folder of its own, as scripts/build.mjs does into dist. */
async function builtApp(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kc-app-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const mode of ["main", "preload", "cli", "search-worker", "renderer"]) {
    const outDir = mode === "renderer" ? join(folder, "renderer") : folder;
    await build({ root, mode, logLevel: "error", build: { outDir, emptyOutDir: false } });
  }
  return folder;
}

it("is the same when the app is built again, in another folder", async () => {
  const [first, second] = [await builtApp(), await builtApp()];
  expect(first).not.toBe(second);
  const hash = await readAppHash(first);
  expect(hash?.hex).toMatch(/^[0-9a-f]{64}$/);
  expect(await readAppHash(second)).toEqual(hash);
});

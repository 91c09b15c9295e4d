import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll } from "vitest";

/**
 * Bundles the worker as the build does, into a folder of its own, before the tests of a file; gives its path
 * to them.
 */
export function builtWorker(): () => string {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kc-search-"));
    const root = fileURLToPath(new URL("../../..", import.meta.url));
    await build({ root, mode: "search-worker", logLevel: "error", build: { outDir: folder } });
  });
  afterAll(() => rm(folder, { recursive: true }));
  return () => join(folder, "search-worker.cjs");
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll } from "vitest";

/** Builds the command line once for a test file, with the worker that it starts, and gives the path of its bundle. */
export function builtProgram(): string {
  const folder = mkdtempSync(join(tmpdir(), "kc-cli-"));
  beforeAll(async () => {
    const root = fileURLToPath(new URL("../../..", import.meta.url));
    for (const mode of ["cli", "search-worker"]) {
      await build({ root, mode, logLevel: "error", build: { outDir: folder } });
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  return join(folder, "cli.cjs");
}

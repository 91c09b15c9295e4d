import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "@playwright/test";

/** Real Electron with a window of the bench's own, and a folder for what is made on the way. */
export interface Laboratory {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
}

/** Lends Electron and a folder; both are gone afterwards. */
export async function inLaboratory<T>(use: (laboratory: Laboratory) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "key-ceremony-bench-"));
  // Chromium's sandbox does not work for root.
  const asRoot = process.getuid?.() === 0;
  const app = await _electron.launch({
    args: [
      `--user-data-dir=${join(folder, "profile")}`,
      ...(asRoot ? ["--no-sandbox"] : []),
      "test/bench/scan/app",
    ],
    chromiumSandbox: !asRoot,
  });
  try {
    return await use({ app, page: await app.firstWindow(), folder });
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

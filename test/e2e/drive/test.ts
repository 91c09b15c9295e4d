import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { type Opened, openApp } from "../../../scripts/rehearsal/launch.mjs";

interface Given {
  /** An empty folder for this test's files. */
  readonly folder: string;
  /** Opens the app; it is closed when the test ends. */
  readonly open: (options?: Parameters<typeof openApp>[0]) => Promise<Opened>;
}

/** A test with a folder of its own and an app that is surely closed. */
export const test = base.extend<Given>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from this pattern
  folder: async ({}, use) => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), "key-ceremony-e2e-")));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  open: async ({}, use) => {
    const opened: Opened[] = [];
    await use(async (options) => {
      const app = await openApp(options);
      opened.push(app);
      return app;
    });
    for (const app of opened) await app.close();
  },
});

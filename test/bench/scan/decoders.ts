import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import type { Laboratory } from "./laboratory";
import type { Reading } from "./page/main";
import type { Picture } from "./pictures/picture";

/** Opens the page in which the decoders run, with every variant of their options or only the best. */
export async function openDecoders({ page, folder }: Laboratory, variants: boolean): Promise<void> {
  const outDir = join(folder, "decoders");
  await build({
    configFile: false,
    root: "test/bench/scan/page",
    base: "./",
    logLevel: "error",
    build: { outDir, target: "chrome114", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
  await page.goto(pathToFileURL(join(outDir, "index.html")).href);
  await page.waitForFunction(() => window.bench !== undefined);
  if (variants) await page.evaluate(() => window.bench.tryVariants());
}

/** What every decoder of the page makes of a frame. */
export async function readInPage({ page }: Laboratory, frame: Picture): Promise<readonly Reading[]> {
  const { width, height } = frame;
  const grey = Buffer.from(frame.grey).toString("base64");
  return page.evaluate((given) => window.bench.read(given), { width, height, grey });
}

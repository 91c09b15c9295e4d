import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { run } from "../../../scripts/set-up/run.mjs";
import type { Laboratory } from "../scan/laboratory";
import type { Reading } from "./page/main";

/** Turns a PDF into a picture of 150 dpi beside it. Gives the picture's path. */
export async function toPicture(pdf: string): Promise<string> {
  const name = pdf.replace(/\.pdf$/, "");
  await run("pdftoppm", ["-r", "150", "-gray", "-png", "-singlefile", pdf, name], { quiet: true });
  return `${name}.png`;
}

/** What zbarimg reads in a picture, and in how long: its process's start is part of it. */
export async function readWithZbar(picture: string): Promise<Reading> {
  const since = performance.now();
  const { output } = await run("zbarimg", ["--nodbus", "--quiet", "--raw", picture], { quiet: true });
  return { text: output.split("\n")[0] || null, ms: performance.now() - since };
}

/** Opens the page in which the app's own reader of pictures runs. */
export async function openReaderPage({ page, folder }: Laboratory): Promise<void> {
  const outDir = join(folder, "reader");
  await build({
    configFile: false,
    root: "test/bench/sheets/page",
    base: "./",
    logLevel: "error",
    build: { outDir, target: "chrome114", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
  await page.goto(pathToFileURL(join(outDir, "index.html")).href);
  await page.waitForFunction(() => window.readSheet !== undefined);
}

/** What the app reads in a picture, from its bytes on: the page of `openReaderPage` must be open. */
export async function readWithApp({ page }: Laboratory, picture: string): Promise<Reading> {
  return page.evaluate((png) => window.readSheet(png), await readFile(picture, "base64"));
}

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ShareSheet } from "../../../electron/contract/sheets";
import { run } from "../../../scripts/set-up/run.mjs";
import { openSheetPage } from "../sheets/sheet-page";
import type { Laboratory } from "./laboratory";
import type { PrintedSheet } from "./pictures/photograph";
import { fromPgm } from "./pictures/picture";
import { toTexture } from "./pictures/texture";

/** Printers' and scanners' resolutions that sheets are turned to pictures at. */
const resolutions = [96, 150, 200, 300] as const;

const MM_IN_INCH = 25.4;
const CSS_PIXELS_IN_INCH = 96;
const MODULES_WITH_QUIET_ZONE = 49;

/** A sheet on paper, and the text of its code. */
export interface SampleSheet extends PrintedSheet {
  readonly text: string;
}

/** Prints each sheet with the app's own sheet page to PDF, and turns it to a picture at one of the resolutions. */
export async function printSheets(
  laboratory: Laboratory,
  sheets: readonly ShareSheet[],
): Promise<readonly SampleSheet[]> {
  const { print } = await openSheetPage(laboratory);
  const printed: SampleSheet[] = [];
  for (const [at, sheet] of sheets.entries()) {
    const pdf = join(laboratory.folder, `sheet-${at}.pdf`);
    await writeFile(pdf, await print(sheet));
    const resolution = resolutions[at % resolutions.length] ?? resolutions[0];
    const picture = await toPicture(pdf, resolution);
    const scale = resolution / MM_IN_INCH;
    printed.push({ texture: toTexture(picture), scale, code: await findCode(laboratory), text: sheet.qr });
  }
  return printed;
}

async function toPicture(pdf: string, resolution: number) {
  const name = pdf.replace(/\.pdf$/, "");
  await run("pdftoppm", ["-r", String(resolution), "-gray", "-singlefile", pdf, name], { quiet: true });
  return fromPgm(await readFile(`${name}.pgm`));
}

/** The page is laid out in millimetres, so its code stands on paper where it stands in the window. */
async function findCode({ page }: Laboratory): Promise<PrintedSheet["code"]> {
  const found = await page.locator(".qr").boundingBox();
  if (found === null) throw new Error("This sheet has no code.");
  const mm = MM_IN_INCH / CSS_PIXELS_IN_INCH;
  return {
    x: (found.x + found.width / 2) * mm,
    y: (found.y + found.height / 2) * mm,
    module: (found.width / MODULES_WITH_QUIET_ZONE) * mm,
  };
}

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { textOf } from "../../../scripts/rehearsal/paper.mjs";

export { textOf, wordsOf } from "../../../scripts/rehearsal/paper.mjs";

const run = promisify(execFile);

/**
 * The text that is outside when a sheet is folded.
 * @param {string} pdf a path
 * @returns {Promise<string>}
 */
export async function upperHalfOf(pdf) {
  const [width, height] = await sizeOf(pdf);
  const half = [
    "-r",
    "72",
    "-x",
    "0",
    "-y",
    "0",
    "-W",
    `${Math.ceil(width)}`,
    "-H",
    `${Math.floor(height / 2)}`,
  ];
  const { stdout } = await run("pdftotext", ["-raw", ...half, pdf, "-"]);
  return stdout;
}

/**
 * The lines of a Wrapping Key sheet, checks included, as they are printed.
 * @param {string} pdf a path
 * @returns {Promise<string[]>}
 */
export async function keyLinesOf(pdf) {
  const text = await textOf(pdf);
  // Five groups of four and no more: the vault fingerprint has eight.
  return text.match(/(?<![0-9a-f]{4} )\b(?:[0-9a-f]{4} ){4}[0-9a-f]{4}\b(?! [0-9a-f]{4})/g) ?? [];
}

/**
 * Every code on every page of a PDF, as poppler draws it at 150 dpi and zbar reads it.
 * @param {string} pdf a path
 * @returns {Promise<string[]>}
 */
export async function codesOn(pdf) {
  const folder = await mkdtemp(join(tmpdir(), "key-ceremony-paper-"));
  try {
    await run("pdftoppm", ["-r", "150", "-png", pdf, join(folder, "page")]);
    // It ends with 4 where no picture has a code.
    const zbar = `zbarimg --nodbus --quiet --raw "$0"/*.png || [ $? = 4 ]`;
    const { stdout } = await run("sh", ["-c", zbar, folder]);
    return stdout.split("\n").filter((line) => line !== "");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} pdf a path
 * @returns {Promise<number>}
 */
export async function pagesOf(pdf) {
  const { stdout } = await run("pdfinfo", [pdf]);
  return Number(/^Pages:\s+(\d+)$/m.exec(stdout)?.[1]);
}

/**
 * The size of a PDF's page, width and height in points.
 * @param {string} pdf a path
 * @returns {Promise<[number, number]>}
 */
export async function sizeOf(pdf) {
  const { stdout } = await run("pdfinfo", [pdf]);
  const [, width, height] = /^Page size:\s+([\d.]+) x ([\d.]+) pts/m.exec(stdout) ?? [];
  return [Number(width), Number(height)];
}

/**
 * How far from the edges of a PDF's only page the first ink stands, in millimetres.
 * @param {string} pdf a path
 * @returns {Promise<number>}
 */
export async function whiteMarginOf(pdf) {
  const dpi = 100;
  const options = { encoding: /** @type {const} */ ("buffer"), maxBuffer: 16e6 };
  const { stdout } = await run("pdftoppm", ["-r", String(dpi), "-gray", pdf], options);
  // A binary PGM: its head ends with the third line, and every pixel is a byte.
  const [, size = ""] = stdout.subarray(0, 32).toString("latin1").split("\n");
  const [width = 0, height = 0] = size.split(" ").map(Number);
  const pixels = stdout.subarray(-width * height);
  let margin = Math.min(width, height) / 2;
  pixels.forEach((shade, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    if (shade < 255) margin = Math.min(margin, x, y, width - 1 - x, height - 1 - y);
  });
  return (margin / dpi) * 25.4;
}

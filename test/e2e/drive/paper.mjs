import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * The text of a PDF, as poppler's pdftotext reads it.
 * @param {string} pdf a path
 * @returns {Promise<string>}
 */
export async function textOf(pdf) {
  const { stdout } = await run("pdftotext", ["-raw", pdf, "-"]);
  return stdout;
}

/**
 * The 31 words of a share sheet, by their printed numbers.
 * @param {string} pdf a path
 * @returns {Promise<string[]>}
 */
export async function wordsOf(pdf) {
  const found = [...(await textOf(pdf)).matchAll(/^(\d{1,2}) ([a-z]{3,8})$/gm)];
  const words = new Map(found.map(([, number, word]) => [Number(number), String(word)]));
  return Array.from({ length: 31 }, (_, at) => words.get(at + 1) ?? "");
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
    const { stdout } = await run("sh", ["-c", `zbarimg --quiet --raw "$0"/*.png`, folder]);
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

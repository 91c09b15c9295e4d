import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * The text of a PDF, or of one page of it, as poppler's pdftotext reads it.
 * @param {string} pdf a path
 * @param {number} [page] from 1
 * @returns {Promise<string>}
 */
export async function textOf(pdf, page) {
  const only = page === undefined ? [] : ["-f", `${page}`, "-l", `${page}`];
  const { stdout } = await run("pdftotext", ["-raw", ...only, pdf, "-"]);
  return stdout;
}

/**
 * The words of a share sheet, or of a proof page, which has eight, by their printed numbers.
 * @param {string} pdf a path
 * @param {number} [count]
 * @returns {Promise<string[]>}
 */
export async function wordsOf(pdf, count = 31) {
  const found = [...(await textOf(pdf)).matchAll(/^(\d{1,2}) ([a-z]{3,8})$/gm)];
  const words = new Map(found.map(([, number, word]) => [Number(number), String(word)]));
  return Array.from({ length: count }, (_, at) => words.get(at + 1) ?? "");
}

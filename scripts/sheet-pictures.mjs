import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { crc32, deflateSync } from "node:zlib";
import { GenerationAtTheKeyboard } from "../test/e2e/drive/generation.mjs";
import { samplePlan } from "./rehearsal/generation.mjs";
import { openApp } from "./rehearsal/launch.mjs";

const run = promisify(execFile);

/**
 * Holds a rehearsal whose Wrapping Key leaves on paper, and writes two of its sheets to `folder` as pictures.
 * @param {string} folder
 */
export async function takeSheets(folder) {
  const files = await mkdtemp(join(tmpdir(), "key-ceremony-sheets-"));
  const { page, close } = await openApp();
  const sheet = (/** @type {string} */ name) => join(files, "sheets", `${name}.pdf`);
  try {
    const rehearsal = new GenerationAtTheKeyboard(page);
    await rehearsal.plans({ ...samplePlan(files), wrappingKey: null }, true);
    await rehearsal.begins(false);
    await rehearsal.distributes([1, 2, 3, 4, 5], "PDF files beside the keystore", (index) =>
      sheet(`share-${index}`),
    );
    await rehearsal.presses("Print the Wrapping Key");
    await rehearsal.sees("Did the Wrapping Key sheet come out?");
    await writePicture(sheet("share-2"), join(folder, "share-sheet.png"));
    await writePicture(sheet("wrapping-key"), join(folder, "wrapping-key-sheet.png"));
  } finally {
    await close();
    await rm(files, { recursive: true, force: true });
  }
}

/**
 * A PDF's page as a PNG of 100 dpi in 16 greys: a third of the size of one in 256.
 * @param {string} pdf
 * @param {string} png
 */
async function writePicture(pdf, png) {
  const options = { encoding: /** @type {const} */ ("buffer"), maxBuffer: 16e6 };
  const { stdout } = await run("pdftoppm", ["-r", "100", "-gray", pdf], options);
  // A binary PGM: its size is the second line of three, and every pixel is a byte.
  const [, size = ""] = stdout.subarray(0, 32).toString("latin1").split("\n");
  const [width = 0, height = 0] = size.split(" ").map(Number);
  await writeFile(png, toPng(width, height, stdout.subarray(-width * height)));
}

/**
 * A grey PNG of 4 bits (ISO/IEC 15948).
 * @param {number} width
 * @param {number} height
 * @param {Uint8Array} pixels a byte each
 */
function toPng(width, height, pixels) {
  const grey = (/** @type {number} */ at) => Math.round((pixels[at] ?? 255) / 17);
  // Every row begins with its filter, none, and holds two pixels a byte.
  const row = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * row + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | (grey(y * width + x) << (x % 2 === 0 ? 4 : 0));
    }
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/**
 * @param {string} type
 * @param {Uint8Array} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

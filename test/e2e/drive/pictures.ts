import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { deflateSync } from "node:zlib";
import { encodeQR } from "qr";
import { blank, type Picture } from "../../bench/scan/pictures/picture";

const run = promisify(execFile);

/** Side of one cell of the page that codes are put on, and of one module. */
const CELL = 240;
const MODULE = 4;

/** A white page of 1280×720 with these codes on it, at most ten, in two rows. */
export function pageOfCodes(texts: readonly string[]): Picture {
  const page = blank(1280, 720, 255);
  for (const [at, text] of texts.entries()) {
    const left = 30 + (at % 5) * (CELL + 10);
    const top = 60 + Math.floor(at / 5) * (CELL + 80);
    for (const [y, row] of encodeQR(text, "raw", { border: 1 }).entries()) {
      for (const [x, dark] of row.entries()) {
        if (dark) paint(page, left + x * MODULE, top + y * MODULE);
      }
    }
  }
  return page;
}

function paint({ grey, width }: Picture, left: number, top: number): void {
  for (let y = top; y < top + MODULE; y += 1) grey.fill(0, y * width + left, y * width + left + MODULE);
}

/** A grey picture as a PNG file (ISO/IEC 15948): one header, one block of data, rows without a filter. */
export function toPng({ width, height, grey }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1)
    rows.set(grey.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 1 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "ascii"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The table of CRC-32's remainders of single bytes. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  return remainder;
});

function crc32(bytes: Uint8Array): number {
  let remainder = 0xffffffff;
  for (const byte of bytes) remainder = (remainder >>> 8) ^ (remainders[(remainder ^ byte) & 0xff] ?? 0);
  return ~remainder >>> 0;
}

/** A GIF of two pictures of one pixel, shown in turn. */
export function movingGif(): Buffer {
  const picture = "21f90400640000002c000000000100010000020244010";
  return Buffer.from(`4749463839610100010080000000000000ffffff${picture}0${picture}03b`, "hex");
}

/** A PNG that says it has several pictures, which are shown in turn. */
export function movingPng(png: Buffer): Buffer {
  const behindHeader = 33;
  const control = chunk("acTL", Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]));
  return Buffer.concat([png.subarray(0, behindHeader), control, png.subarray(behindHeader)]);
}

/**
 * A JPEG before whose first segment a marker without a length stands. Who reads one all the same lands in a segment that
 * shows the frame header of a picture of one pixel; a decoder skips that segment and unpacks the whole.
 */
export function withFalseSize(jpeg: Buffer): Buffer {
  const start = Buffer.from([0xff, 0xd8, 0xff, 0x01]);
  const segments = [Buffer.alloc(65_535), Buffer.alloc(4_000)];
  for (const one of segments) one.writeUInt16BE(0xffe1, 0);
  for (const one of segments) one.writeUInt16BE(one.length - 2, 2);
  // The marker's "length" is the next marker, 0xFFE1.
  const landing = 2 + 2 + 0xffe1 - start.length;
  const file = Buffer.concat([start, ...segments, jpeg.subarray(2)]);
  file.set([0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0], start.length + landing);
  return file;
}

/** The first page of a PDF, scanned to a JPEG of this many dots an inch beside it. Gives its path. */
export async function pageAsJpeg(pdf: string, resolution: number): Promise<string> {
  const name = pdf.replace(/\.pdf$/, `-${resolution}`);
  await run("pdftoppm", ["-r", String(resolution), "-jpeg", "-singlefile", pdf, name]);
  return `${name}.jpg`;
}

import { fail, ok, type Result } from "../../electron/contract/result";
import type { PictureProblem } from "./scan-sentences";

/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Enough for an A4 page at 600 dpi. A larger one is refused before it is unpacked: it could fill the memory. */
const MOST_MEGAPIXELS = 40;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const GIF = [...new TextEncoder().encode("GIF8")];
const PDF = [...new TextEncoder().encode("%PDF-")];

/**
 * The size of a PNG or JPEG, as its own header gives it, or why the file is not opened. Other kinds are refused by
 * their first bytes: each kind that is opened is a decoder of Chromium's that a hostile file can reach.
 */
export function sizeOfPicture(file: Uint8Array): Result<Size, PictureProblem> {
  if (file.length === 0) return fail({ code: "scan.empty-file" });
  if (begins(file, PDF)) return fail({ code: "scan.pdf" });
  if (begins(file, GIF)) return fail({ code: "scan.gif" });
  if (begins(file, PNG)) return checked(sizeOfPng(file));
  if (begins(file, JPEG)) return checked(sizeOfJpeg(file));
  return fail({ code: "scan.no-picture" });
}

/** The same shape with at most `most` pixels. */
export function fitted({ width, height }: Size, most: number): Size {
  const scale = Math.min(1, Math.sqrt(most / (width * height)));
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}

function checked(size: Size | null): Result<Size, PictureProblem> {
  if (size === null || size.width === 0 || size.height === 0) return fail({ code: "scan.damaged-picture" });
  const megapixels = (size.width * size.height) / 1e6;
  if (megapixels <= MOST_MEGAPIXELS) return ok(size);
  return fail({ code: "scan.many-pixels", megapixels: Math.ceil(megapixels), most: MOST_MEGAPIXELS });
}

/** A PNG's first chunk is its header (ISO/IEC 15948, 5.6). */
function sizeOfPng(file: Uint8Array): Size | null {
  const length = PNG.length + 16;
  if (file.length < length) return null;
  const header = viewOf(file);
  return { width: header.getUint32(16), height: header.getUint32(20) };
}

/** A JPEG's size stands in its frame header, behind segments of any length (ITU T.81, B.1 and B.2). */
function sizeOfJpeg(file: Uint8Array): Size | null {
  const view = viewOf(file);
  let at = 2;
  while (at + 9 <= file.length) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1] ?? 0;
    if (isFrameHeader(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // A marker may be preceded by any number of fill bytes.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** SOF0 to SOF15: all from C0 to CF but the tables C4 and CC, and C8, which is reserved. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function begins(file: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => file[at] === byte);
}

function viewOf(file: Uint8Array): DataView {
  return new DataView(file.buffer, file.byteOffset, file.byteLength);
}

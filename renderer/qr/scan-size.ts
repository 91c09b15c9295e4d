import { fail, ok, type Result } from "../../electron/contract/result";
import { sizeOfJpeg } from "./jpeg-size";
import { isMovingPng, sizeOfPng } from "./png-size";
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
 * their first bytes: each kind that is opened is a decoder of Chromium's that a hostile file can reach. A file whose parts
 * are not exactly as its kind has them is damaged: a decoder could read another size in it than is read here.
 */
export function sizeOfPicture(file: Uint8Array): Result<Size, PictureProblem> {
  if (file.length === 0) return fail({ code: "scan.empty-file" });
  if (begins(file, PDF)) return fail({ code: "scan.pdf" });
  if (begins(file, GIF)) return fail({ code: "scan.gif" });
  if (begins(file, PNG)) return isMovingPng(file) ? fail({ code: "scan.moving" }) : checked(sizeOfPng(file));
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

function begins(file: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => file[at] === byte);
}

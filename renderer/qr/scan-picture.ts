import { fail, ok, type Result } from "../../electron/contract/result";
import { pixels } from "./scan-pixels";
import { openReader } from "./scan-reader";
import type { PictureProblem, ScanProblem } from "./scan-sentences";
import { fitted, type Size, sizeOfPicture } from "./scan-size";
import { type CodeAmong, shareAmong } from "./scan-text";

const MOST_MEGABYTES = 64;

/** A module of a sheet's code is several pixels at this size, and it is searched in well under a second. */
const MOST_PIXELS = 12e6;

/** The text of the code in the one picture that was opened or dropped. Nothing of the picture is kept. */
export async function readPicture(
  files: readonly File[],
  among: CodeAmong = shareAmong,
): Promise<Result<string, ScanProblem>> {
  const [file, ...more] = files;
  if (file === undefined) return fail({ code: "scan.no-picture" });
  if (more.length > 0) return fail({ code: "scan.several-files" });
  const bytes = await bytesOf(file);
  if (!bytes.ok) return bytes;
  const size = sizeOfPicture(bytes.value);
  if (!size.ok) return size;
  const image = await imageIn(bytes.value, size.value);
  bytes.value.fill(0);
  return image.ok ? codeIn(image.value, among) : image;
}

async function bytesOf(file: File): Promise<Result<Uint8Array<ArrayBuffer>, PictureProblem>> {
  if (file.size > MOST_MEGABYTES * 1e6) return fail({ code: "scan.large-file", megabytes: MOST_MEGABYTES });
  try {
    return ok(new Uint8Array(await file.arrayBuffer()));
  } catch {
    // A folder, or a medium that was taken out.
    return fail({ code: "scan.unreadable-file" });
  }
}

async function imageIn(
  file: Uint8Array<ArrayBuffer>,
  size: Size,
): Promise<Result<ImageData, PictureProblem>> {
  try {
    const whole = await createImageBitmap(new Blob([file]));
    // Unpacked, it is what its header said, upright or turned: or it was another file to Chromium than to us.
    if (!isOfSize(whole, size)) {
      whole.close();
      return fail({ code: "scan.damaged-picture" });
    }
    const { width: resizeWidth, height: resizeHeight } = fitted(whole, MOST_PIXELS);
    const bitmap = await createImageBitmap(whole, { resizeWidth, resizeHeight, resizeQuality: "high" });
    whole.close();
    const canvas = pixels();
    const image = canvas.of(bitmap, bitmap);
    canvas.clear();
    bitmap.close();
    return ok(image);
  } catch {
    return fail({ code: "scan.damaged-picture" });
  }
}

function isOfSize({ width, height }: Size, size: Size): boolean {
  return (width === size.width && height === size.height) || (width === size.height && height === size.width);
}

async function codeIn(image: ImageData, among: CodeAmong): Promise<Result<string, ScanProblem>> {
  const reader = await openReader(among);
  if (!reader.ok) {
    image.data.fill(0);
    return reader;
  }
  try {
    return await reader.value.read(image);
  } finally {
    reader.value.close();
  }
}

import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { classes, lenses } from "../../bench/scan/classes";
import { type PrintedSheet, photograph } from "../../bench/scan/pictures/photograph";
import { blank, fromPgm, type Picture } from "../../bench/scan/pictures/picture";
import { Random } from "../../bench/scan/pictures/random";
import { toTexture } from "../../bench/scan/pictures/texture";

const run = promisify(execFile);

const RESOLUTION = 200;
const MM_IN_INCH = 25.4;
const MODULES = 41;

/** Chromium's switches for a camera that shows the film at `path`, over and over. It opens the file with the camera. */
export function cameraShowing(path: string): readonly string[] {
  return ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${path}`];
}

/** Frames of a sheet's PDF as a camera at a table sees it: a little turned, tilted, creased, in shadow, soft and noisy. */
export async function photographs(pdf: string): Promise<readonly Picture[]> {
  const sheet = await printedSheet(pdf);
  const lens = lenses["720p"];
  if (lens === undefined) throw new Error("There is no camera of 720p.");
  const scenes = classes.filter(({ name }) =>
    ["held well", "perspective", "shadow", "creased"].includes(name),
  );
  return scenes.map(({ name, scene }) => {
    const random = new Random(name);
    return photograph(sheet, scene(lens, sheet.code.module, random), lens, random);
  });
}

/** A desk with nothing on it, as long as four frames. */
export function emptyDesk(): readonly Picture[] {
  return Array.from({ length: 4 }, () => blank(1280, 720, 105));
}

/** Writes pictures of 1280×720 as an uncompressed film of ten frames a second (YUV4MPEG2). */
export async function writeFilm(path: string, frames: readonly Picture[]): Promise<void> {
  const grey = Buffer.alloc((1280 * 720) / 2, 128);
  const parts = frames.flatMap((frame) => [Buffer.from("FRAME\n"), Buffer.from(frame.grey), grey]);
  await writeFile(
    path,
    Buffer.concat([Buffer.from("YUV4MPEG2 W1280 H720 F10:1 Ip A1:1 C420jpeg\n"), ...parts]),
  );
}

/** The first page of a PDF as a grey picture. */
export async function pictureOf(pdf: string, resolution = RESOLUTION): Promise<Picture> {
  const name = pdf.replace(/\.pdf$/, "-page");
  await run("pdftoppm", ["-r", String(resolution), "-gray", "-singlefile", pdf, name]);
  const picture = fromPgm(await readFile(`${name}.pgm`));
  await rm(`${name}.pgm`);
  return picture;
}

/** How long the shortest side of the code on a PDF's first page is, in millimetres, its quiet zone left out. */
export async function sideOfCode(pdf: string): Promise<number> {
  const { topLeft, topRight, bottomRight } = await placeOfCode(await pictureOf(pdf));
  const sides = [topLeft, bottomRight].map(({ x, y }) => Math.hypot(topRight.x - x, topRight.y - y));
  return (Math.min(...sides) / RESOLUTION) * MM_IN_INCH;
}

/** The sheet as the made-up camera needs it: with the place of its code, which is found by reading it. */
async function printedSheet(pdf: string): Promise<PrintedSheet> {
  const picture = await pictureOf(pdf);
  const { topLeft, topRight, bottomRight } = await placeOfCode(picture);
  const scale = RESOLUTION / MM_IN_INCH;
  const code = {
    x: (topLeft.x + bottomRight.x) / 2 / scale,
    y: (topLeft.y + bottomRight.y) / 2 / scale,
    module: Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y) / MODULES / scale,
  };
  return { texture: toTexture(picture), scale, code };
}

async function placeOfCode({ width, height, grey }: Picture) {
  const wasm = new URL("../../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm", import.meta.url);
  const wasmBinary = new Uint8Array(await readFile(wasm)).buffer;
  prepareZXingModule({ overrides: { wasmBinary } });
  const data = Uint8ClampedArray.from({ length: 4 * width * height }, (_, at) => grey[at >> 2] ?? 0);
  const [found] = await readBarcodes({ width, height, data, colorSpace: "srgb" }, { formats: ["QRCode"] });
  if (found === undefined) throw new Error("This sheet has no code.");
  return found.position;
}

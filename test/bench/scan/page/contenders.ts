import jsqr from "jsqr";
import { decodeQR } from "qr/decode.js";
import { prepareZXingModule, type ReaderOptions, readBarcodes } from "zxing-wasm/reader";
import wasmUrl from "zxing-wasm/reader/zxing_reader.wasm?url";

/** Reads the code in a picture; null where it finds none. */
export type Decoder = (image: ImageData) => Promise<string | null>;

/**
 * What was best for zxing-wasm. A code's finder patterns tell how it is turned, and sheets are black on white, so neither
 * is tried again; two codes are looked for because one that is not alone must not be taken.
 */
const best: ReaderOptions = {
  formats: ["QRCode"],
  tryHarder: true,
  tryDownscale: true,
  tryDenoise: true,
  tryRotate: false,
  tryInvert: false,
  maxNumberOfSymbols: 2,
};

/** Every decoder that runs in a page, with the options under which it did best, by its name in the table. */
export const contenders: Readonly<Record<string, Decoder>> = {
  "zxing-wasm": zxing(best),
  "qr/decode": qr({}),
  jsQR: async ({ data, width, height }) =>
    jsqr(data, width, height, { inversionAttempts: "dontInvert" })?.data ?? null,
};

/** What else was tried, for `--variants`. */
export const variants: Readonly<Record<string, Decoder>> = {
  "zxing, its defaults": zxing({ formats: ["QRCode"] }),
  "zxing, no denoise": zxing({ ...best, tryDenoise: false }),
  "zxing, no harder": zxing({ ...best, tryHarder: false }),
  "zxing, no downscale": zxing({ ...best, tryDownscale: false }),
  "zxing, one code": zxing({ ...best, maxNumberOfSymbols: 1 }),
  "qr, more effort": qr({ effort: 3, timeLimit: 100 }),
};

function zxing(options: ReaderOptions): Decoder {
  return async (image) => {
    const [first] = await readBarcodes(image, options);
    return first?.text ?? null;
  };
}

function qr(options: NonNullable<Parameters<typeof decodeQR>[1]>): Decoder {
  return async (image) => {
    try {
      return decodeQR(image, options);
    } catch {
      return null;
    }
  };
}

/** Loads zxing-wasm's module from beside this page: by itself it would ask a CDN. */
export async function prepare(): Promise<void> {
  const wasmBinary = await (await fetch(wasmUrl)).arrayBuffer();
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

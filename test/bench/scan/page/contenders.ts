import jsqr from "jsqr";
import { decodeQR } from "qr/decode.js";
import { prepareZXingModule, type ReaderOptions, readBarcodes } from "zxing-wasm/reader";
import wasmUrl from "zxing-wasm/reader/zxing_reader.wasm?url";

/** Reads the code in a picture; null where it finds none. */
export type Decoder = (image: ImageData) => Promise<string | null>;

/** Every decoder that runs in a page, with the options under which it did best, by the name in the table. */
export const contenders: Readonly<Record<string, Decoder>> = {
  "zxing-wasm": zxing({}),
  "qr/decode": qr({}),
  jsQR: async ({ data, width, height }) =>
    jsqr(data, width, height, { inversionAttempts: "dontInvert" })?.data ?? null,
};

/** Other options that were tried, for `--options`. */
export const variants: Readonly<Record<string, Decoder>> = {
  "zxing, no harder": zxing({ tryHarder: false }),
  "zxing, no rotate": zxing({ tryRotate: false }),
  "zxing, no invert": zxing({ tryInvert: false }),
  "zxing, no downscale": zxing({ tryDownscale: false }),
  "zxing, denoise": zxing({ tryDenoise: true }),
  "zxing, one code": zxing({ maxNumberOfSymbols: 1 }),
  "zxing, one, lean": zxing({ maxNumberOfSymbols: 1, tryRotate: false, tryInvert: false }),
  "qr, effort 1": qr({ effort: 1 }),
  "qr, 33 ms": qr({ timeLimit: 33 }),
  "qr, 100 ms": qr({ timeLimit: 100 }),
};

function zxing(options: ReaderOptions): Decoder {
  const all: ReaderOptions = { formats: ["QRCode"], ...options };
  return async (image) => {
    const [first] = await readBarcodes(image, all);
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

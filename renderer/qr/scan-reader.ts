import { prepareZXingModule, purgeZXingModule, type ReaderOptions, readBarcodes } from "zxing-wasm/reader";
import wasmUrl from "zxing-wasm/reader/zxing_reader.wasm?url";
import { fail, ok, type Result } from "../../electron/contract/result";
import type { CodeProblem } from "./scan-sentences";
import type { CodeAmong } from "./scan-text";

/** Finds the one code that is looked for in a picture. Close it when the scan is over. */
export interface CodeReader {
  /** Zeroes the picture when it was searched. */
  readonly read: (image: ImageData) => Promise<Result<string, CodeProblem>>;
  /** Lets go of the module, whose memory holds what it saw until the garbage collector takes it. */
  readonly close: () => void;
}

/** Chosen by measurement: docs/scanning.md. Two codes are looked for, because one that is not alone is refused. */
const options: ReaderOptions = {
  formats: ["QRCode"],
  tryHarder: true,
  tryDownscale: true,
  tryDenoise: true,
  tryRotate: false,
  tryInvert: false,
  maxNumberOfSymbols: 2,
};

/** Loads zxing-wasm from beside this page. Fails where it does not load or does not compile. */
export async function openReader(among: CodeAmong): Promise<Result<CodeReader, CodeProblem>> {
  try {
    const wasmBinary = await (await fetch(wasmUrl)).arrayBuffer();
    const overrides = { wasmBinary };
    await prepareZXingModule({ overrides, fireImmediately: true });
    return ok({ read: (image) => read(image, among, overrides), close: purgeZXingModule });
  } catch {
    return fail({ code: "scan.reader" });
  }
}

async function read(
  image: ImageData,
  among: CodeAmong,
  overrides: { readonly wasmBinary: ArrayBuffer },
): Promise<Result<string, CodeProblem>> {
  try {
    // Said again each time: after another scan closed the module, the library would ask its CDN for one.
    prepareZXingModule({ overrides });
    const found = await readBarcodes(image, options);
    return among(found.map(({ text }) => text));
  } catch {
    // It runs out of memory on a picture, at worst.
    return fail({ code: "scan.reader" });
  } finally {
    image.data.fill(0);
  }
}

import { contenders, type Decoder, prepare, variants } from "./contenders";

/** What one decoder made of one frame. */
export interface Reading {
  readonly decoder: string;
  readonly text: string | null;
  readonly ms: number;
}

/** What the bench asks of this page. */
export interface BenchPage {
  /** Every decoder's reading of a frame; `grey` is its bytes in base64. */
  readonly read: (frame: { width: number; height: number; grey: string }) => Promise<readonly Reading[]>;
  /** From now on the other options are tried as well. */
  readonly tryVariants: () => void;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}

let decoders: readonly (readonly [string, Decoder])[] = Object.entries(contenders);

await prepare();
window.bench = {
  read: async ({ width, height, grey }) => {
    const image = throughCanvas(width, height, grey);
    const readings: Reading[] = [];
    for (const [decoder, decode] of decoders) {
      const since = performance.now();
      const text = await decode(image);
      readings.push({ decoder, text, ms: performance.now() - since });
    }
    return readings;
  },
  tryVariants: () => {
    decoders = Object.entries({ ...contenders, ...variants });
  },
};

/** The frame as the app has one: pixels read back from a canvas. */
function throughCanvas(width: number, height: number, grey: string): ImageData {
  const canvas = document.querySelector("canvas");
  const context = canvas?.getContext("2d", { willReadFrequently: true });
  if (!canvas || !context) throw new Error("No canvas to draw on.");
  canvas.width = width;
  canvas.height = height;
  const bytes = atob(grey);
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let at = 0; at < bytes.length; at += 1) {
    // Alpha, blue, green, red: the words of a little-endian machine.
    pixels[at] = 0xff000000 | (bytes.charCodeAt(at) * 0x010101);
  }
  context.putImageData(image, 0, 0);
  return context.getImageData(0, 0, width, height);
}

import type { Size } from "./scan-size";

/** Draws pictures, one after the other, and gives the pixels of each. No picture outlives the next, or `clear`. */
export interface Pixels {
  readonly of: (picture: CanvasImageSource, size: Size) => ImageData;
  readonly clear: () => void;
}

/** A canvas of its own, not on the page. */
export function pixels(): Pixels {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext("2d", { willReadFrequently: true, alpha: false });
  if (context === null) throw new Error("This page has no canvas to draw on.");
  return {
    of: (picture, { width, height }) => {
      canvas.width = width;
      canvas.height = height;
      // What is transparent is paper.
      context.fillStyle = "white";
      context.fillRect(0, 0, width, height);
      context.drawImage(picture, 0, 0, width, height);
      return context.getImageData(0, 0, width, height);
    },
    clear: () => {
      canvas.width = 1;
      canvas.height = 1;
    },
  };
}

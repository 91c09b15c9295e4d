import { readPicture } from "../../../../renderer/qr/scan-picture";

/** What the app made of a picture. */
export interface Reading {
  readonly text: string | null;
  readonly ms: number;
}

declare global {
  interface Window {
    /** Reads a PNG, given in base64, as the app reads a picture that was opened or dropped. */
    readSheet: (png: string) => Promise<Reading>;
  }
}

window.readSheet = async (png) => {
  const file = new File([Uint8Array.from(atob(png), (character) => character.charCodeAt(0))], "sheet.png");
  const since = performance.now();
  const read = await readPicture([file]);
  return { text: read.ok ? read.value : null, ms: performance.now() - since };
};

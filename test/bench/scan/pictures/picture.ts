/** A grey picture: one byte a pixel, row by row from the top left, 0 black, 255 white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8ClampedArray;
}

/** A picture of one shade. */
export function blank(width: number, height: number, shade = 0): Picture {
  return { width, height, grey: new Uint8ClampedArray(width * height).fill(shade) };
}

/** The picture as a binary PGM file of 8 bits. */
export function toPgm({ width, height, grey }: Picture): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, "latin1"), Buffer.from(grey)]);
}

/** Reads a binary PGM file of 8 bits without comments, as `pdftoppm -gray` and `toPgm` write it. Throws on another. */
export function fromPgm(file: Uint8Array): Picture {
  const head = Buffer.from(file.subarray(0, 64)).toString("latin1");
  const found = /^P5\s(\d+)\s(\d+)\s255\s/.exec(head);
  const width = Number(found?.[1]);
  const height = Number(found?.[2]);
  const start = found?.[0].length ?? 0;
  if (found === null || file.length !== start + width * height) throw new Error("Not a PGM file of 8 bits.");
  return { width, height, grey: new Uint8ClampedArray(file.subarray(start)) };
}

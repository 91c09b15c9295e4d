/** The bytes of a text. */
export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A chunk of a PNG. Nobody here looks at its checksum. */
export function chunk(type: string, data: Uint8Array): Uint8Array {
  const made = new Uint8Array(12 + data.length);
  new DataView(made.buffer).setUint32(0, data.length);
  made.set(bytes(type), 4);
  made.set(data, 8);
  return made;
}

/** The header of a PNG. */
export function pngHeader(width: number, height: number): Uint8Array {
  const data = new Uint8Array(13);
  const view = new DataView(data.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  return chunk("IHDR", data);
}

/** A PNG of these chunks. */
export function pngOf(...chunks: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from([0x89, ...bytes("PNG\r\n"), 0x1a, 0x0a, ...chunks.flatMap((one) => [...one])]);
}

/** A whole PNG without a picture in it. */
export function png(width: number, height: number, ...between: readonly Uint8Array[]): Uint8Array {
  return pngOf(
    pngHeader(width, height),
    ...between,
    chunk("IDAT", bytes("data")),
    chunk("IEND", new Uint8Array()),
  );
}

/** A segment of a JPEG, behind `fill` more bytes of 0xFF than it needs. */
export function segment(marker: number, body: Uint8Array, fill = 0): Uint8Array {
  return Uint8Array.from([
    ...new Uint8Array(fill + 1).fill(0xff),
    marker,
    ...sixteen(body.length + 2),
    ...body,
  ]);
}

/** The frame header of a grey JPEG: progressive, unless something else is said. */
export function frame(width: number, height: number, marker = 0xc2): Uint8Array {
  return segment(marker, Uint8Array.from([8, ...sixteen(height), ...sixteen(width), 1, 1, 0x11, 0]));
}

/** A scan with a restart and a stuffed 0xFF in its data. */
export const scan = Uint8Array.from([
  ...segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)),
  ...[1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4],
]);

export const endOfImage = Uint8Array.of(0xff, 0xd9);

/** A JPEG of these parts, behind its first marker. */
export function jpegOf(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from([0xff, 0xd8, ...parts.flatMap((part) => [...part])]);
}

/** A whole JPEG without a picture in it, its frame header behind these segments. */
export function jpeg(width: number, height: number, ...before: readonly Uint8Array[]): Uint8Array {
  return jpegOf(...before, frame(width, height), scan, endOfImage);
}

function sixteen(number: number): [number, number] {
  return [number >> 8, number & 0xff];
}

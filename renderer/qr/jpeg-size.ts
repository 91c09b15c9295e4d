import type { Size } from "./scan-size";

/** Of a progressive picture each scan goes over the whole of it, and may take next to no bytes. Encoders make 10 to 25. */
const MOST_SCANS = 50;

const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/** Tables, restart intervals, what applications add, and comments. */
const OTHER_SEGMENTS: ReadonlySet<number> = new Set([
  0xc4,
  0xdb,
  0xdd,
  0xfe,
  ...Array.from({ length: 16 }, (_, at) => 0xe0 + at),
]);

/**
 * The size in a JPEG's frame header (ITU T.81, B.1 and B.2); null where the file is not a whole one of the kinds that are opened:
 * Huffman coded, baseline or progressive, 8 bits, one frame. Every marker up to the end of the image is looked at, and one
 * that does not belong where it stands makes the file none: decoders differ in what they skip.
 */
export function sizeOfJpeg(file: Uint8Array): Size | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let size: Size | null = null;
  let scans = 0;
  for (let at = 2; ; ) {
    if (file[at] !== 0xff) return null;
    // A marker may be preceded by any number of fill bytes.
    while (file[at] === 0xff) at += 1;
    const marker = file[at];
    if (marker === END_OF_IMAGE) return scans > 0 ? size : null;
    // Length and what follows; a marker that has neither stands within a scan or at an end.
    if (marker === undefined || at + 3 > file.length) return null;
    const length = view.getUint16(at + 1);
    const next = at + 1 + length;
    if (length < 2 || next > file.length) return null;
    if (isFrame(marker)) {
      if (size !== null) return null;
      size = sizeInFrame(file.subarray(at + 3, next));
      if (size === null) return null;
      at = next;
    } else if (marker === START_OF_SCAN) {
      scans += 1;
      if (size === null || scans > MOST_SCANS) return null;
      at = endOfScan(file, next);
    } else if (OTHER_SEGMENTS.has(marker)) {
      at = next;
    } else {
      return null;
    }
  }
}

/** SOF0, SOF1 and SOF2. Chromium's decoder has no others. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xc2;
}

/** Precision, height, width, and three bytes for each component. */
function sizeInFrame(frame: Uint8Array): Size | null {
  const [precision, top = 0, bottom = 0, left = 0, right = 0, components = 0] = frame;
  if (precision !== 8 || ![1, 3, 4].includes(components) || frame.length !== 6 + 3 * components) return null;
  return { width: left * 256 + right, height: top * 256 + bottom };
}

/** Where the next marker behind a scan's data stands: a 0xFF in them is followed by zero, or begins a restart marker. */
function endOfScan(file: Uint8Array, start: number): number {
  for (let at = file.indexOf(0xff, start); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const after = file[at + 1] ?? 0;
    const isData = after === 0 || (after >= 0xd0 && after <= 0xd7);
    if (!isData) return at;
  }
  return file.length;
}

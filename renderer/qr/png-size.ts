import type { Size } from "./scan-size";

const SIGNATURE = 8;

/** Length, type and checksum, which every chunk has around its data. */
const AROUND = 12;

const HEADER_LENGTH = 13;

/** A part of a PNG: four letters, and where its data begins. */
interface Chunk {
  readonly type: string;
  readonly data: number;
  readonly length: number;
}

/**
 * The size in a PNG's header; null where the file is not a whole one with one header, which is the first of its chunks
 * (ISO/IEC 15948, 5.3 and 5.6).
 */
export function sizeOfPng(file: Uint8Array): Size | null {
  const found = [...chunks(file)];
  const [header] = found;
  const headers = found.filter(({ type }) => type === "IHDR");
  if (header?.type !== "IHDR" || header.length !== HEADER_LENGTH || headers.length !== 1) return null;
  if (found.at(-1)?.type !== "IEND") return null;
  const view = viewOf(file);
  return { width: view.getUint32(header.data), height: view.getUint32(header.data + 4) };
}

/** Whether it says that it has several pictures, which are shown in turn. */
export function isMovingPng(file: Uint8Array): boolean {
  return chunks(file).some(({ type }) => type === "acTL");
}

/** The chunks up to the one that ends the picture, or the first that is not whole. */
function chunks(file: Uint8Array): readonly Chunk[] {
  const view = viewOf(file);
  const found: Chunk[] = [];
  for (let at = SIGNATURE; at + AROUND <= file.length; ) {
    const length = view.getUint32(at);
    if (at + AROUND + length > file.length) return found;
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    found.push({ type, data: at + 8, length });
    if (type === "IEND") return found;
    at += AROUND + length;
  }
  return found;
}

function viewOf(file: Uint8Array): DataView {
  return new DataView(file.buffer, file.byteOffset, file.byteLength);
}

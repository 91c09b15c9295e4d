import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitted, sizeOfPicture } from "../../../../renderer/qr/scan-size";
import {
  bytes,
  chunk,
  endOfImage,
  frame,
  jpeg,
  jpegOf,
  png,
  pngHeader,
  pngOf,
  scan,
  segment,
} from "./made-pictures";

const side = fc.integer({ min: 1, max: 6000 });
const damaged = { ok: false, error: { code: "scan.damaged-picture" } };

describe("the size of a picture", () => {
  it("stands in a PNG's header", () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        expect(sizeOfPicture(png(width, height))).toEqual({ ok: true, value: { width, height } });
      }),
    );
  });

  it("stands in a JPEG's frame header, behind whatever segments", () => {
    const segments = fc.record({
      marker: fc.constantFrom(0xe0, 0xe1, 0xe2, 0xef, 0xdb, 0xc4, 0xdd, 0xfe),
      // Bytes within a segment that look like a frame header are passed over.
      body: fc.constantFrom(bytes("Exif"), frame(1, 1), new Uint8Array(5000)),
      fill: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(side, side, fc.array(segments, { maxLength: 6 }), (width, height, before) => {
        const file = jpeg(
          width,
          height,
          ...before.map(({ marker, body, fill }) => segment(marker, body, fill)),
        );
        expect(sizeOfPicture(file)).toEqual({ ok: true, value: { width, height } });
      }),
    );
  });

  it("is at most 40 megapixels", () => {
    expect(sizeOfPicture(png(8000, 5000)).ok).toBe(true);
    const error = { code: "scan.many-pixels", megapixels: 41, most: 40 };
    expect(sizeOfPicture(png(8000, 5001))).toEqual({ ok: false, error });
    expect(sizeOfPicture(jpeg(10_000, 6_000))).toEqual({ ok: false, error: { ...error, megapixels: 60 } });
  });

  it.each([
    ["scan.empty-file", new Uint8Array()],
    ["scan.pdf", bytes("%PDF-1.7\n")],
    ["scan.gif", bytes("GIF89a")],
    ["scan.gif", bytes("GIF87a")],
    ["scan.moving", png(10, 10, chunk("acTL", new Uint8Array(8)))],
    ["scan.no-picture", bytes("Dear vault,")],
    ["scan.no-picture", bytes("RIFF....WEBPVP8 ")],
    ["scan.no-picture", bytes("\0\0\0 ftypavif")],
    ["scan.no-picture", bytes("\0\0\0 ftypheic")],
    ["scan.no-picture", bytes("BM......")],
    ["scan.no-picture", bytes("II*\0....")],
    ["scan.no-picture", bytes("\0\0\u0001\0....")],
    ["scan.no-picture", bytes("<svg xmlns='http://www.w3.org/2000/svg'/>")],
    ["scan.damaged-picture", png(1, 1).subarray(0, 20)],
    ["scan.damaged-picture", png(1, 1).subarray(0, -1)],
    ["scan.damaged-picture", png(0, 100)],
    ["scan.damaged-picture", jpeg(100, 0)],
    ["scan.damaged-picture", jpeg(100, 100).subarray(0, 8)],
    ["scan.damaged-picture", jpeg(100, 100).subarray(0, -2)],
  ])("is not looked for further: %s", (code, file) => {
    expect(sizeOfPicture(file)).toEqual({ ok: false, error: { code } });
  });

  it("is given or refused, whatever the bytes are, and without a loop", () => {
    const start = fc.constantFrom([], [0xff, 0xd8, 0xff], [...png(1, 1).subarray(0, 8)]);
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 300 }), (begin, rest) => {
        const size = sizeOfPicture(Uint8Array.from([...begin, ...rest]));
        expect(size.ok ? size.value.width * size.value.height : size.error.code).toBeTruthy();
      }),
    );
  });
});

describe("a picture that is one to us and another to a decoder", () => {
  const small = frame(10, 10);
  const large = frame(30_000, 30_000);
  const scanOf = (times: number) => Array.from({ length: times }, () => scan);

  it.each([
    ...[0x01, 0xd0, 0xd3, 0xd7, 0xd8, 0x00].map((marker): [string, Uint8Array] => [
      `a marker without parameters, 0x${marker.toString(16)}, whose length is the next marker`,
      // Read with a length, it hides the large frame header and shows the small one.
      jpegOf(Uint8Array.of(0xff, marker), large, small, scan, endOfImage),
    ]),
    [
      "bytes between segments",
      jpegOf(segment(0xe0, bytes("JFIF")), Uint8Array.of(1, 2, 3), small, scan, endOfImage),
    ],
    ["a frame header behind another", jpegOf(small, large, scan, endOfImage)],
    ["a frame header behind a scan", jpegOf(small, scan, large, scan, endOfImage)],
    ["an image that ends before it began", jpegOf(small, endOfImage, large, scan, endOfImage)],
    ["a second image within the first", jpegOf(small, scan, jpeg(30_000, 30_000), endOfImage)],
    ["a scan before its frame header", jpegOf(scan, small, scan, endOfImage)],
    [
      "the number of lines behind the first scan",
      jpegOf(small, scan, segment(0xdc, Uint8Array.of(255, 255)), endOfImage),
    ],
    ["a hierarchical frame", jpegOf(segment(0xde, new Uint8Array(9)), small, scan, endOfImage)],
    ["an arithmetic frame", jpegOf(frame(10, 10, 0xc9), scan, endOfImage)],
    ["a lossless frame", jpegOf(frame(10, 10, 0xc3), scan, endOfImage)],
    ["a reserved marker", jpegOf(segment(0xc8, bytes("?")), small, scan, endOfImage)],
    [
      "a length that is too short for itself",
      jpegOf(Uint8Array.of(0xff, 0xe0, 0, 1), small, scan, endOfImage),
    ],
    ["a length beyond the file", jpegOf(small, Uint8Array.of(0xff, 0xe0, 255, 255), scan, endOfImage)],
    [
      "a frame header that is longer than it says",
      jpegOf(segment(0xc0, Uint8Array.of(8, 0, 1, 0, 1, 1, 1, 1, 1, 1)), scan, endOfImage),
    ],
    [
      "samples of 12 bits",
      jpegOf(segment(0xc1, Uint8Array.of(12, 0, 1, 0, 1, 1, 1, 1, 1)), scan, endOfImage),
    ],
    [
      "two components",
      jpegOf(segment(0xc0, Uint8Array.of(8, 0, 1, 0, 1, 2, 1, 1, 1, 2, 1, 1)), scan, endOfImage),
    ],
    ["more scans than anybody makes", jpegOf(small, ...scanOf(51), endOfImage)],
    [
      "a PNG with two headers",
      pngOf(pngHeader(10, 10), pngHeader(30_000, 30_000), chunk("IEND", new Uint8Array())),
    ],
    [
      "a PNG whose header is not first",
      pngOf(chunk("tEXt", bytes("0123456789abc")), pngHeader(10, 10), chunk("IEND", new Uint8Array())),
    ],
    [
      "a PNG whose header is too long",
      pngOf(chunk("IHDR", new Uint8Array(14).fill(1)), chunk("IEND", new Uint8Array())),
    ],
  ] as [string, Uint8Array][])("is damaged: %s", (_what, file) => {
    expect(sizeOfPicture(file)).toEqual(damaged);
  });

  it("may have thumbnails, 50 scans, and anything behind its end", () => {
    const thumbnail = segment(0xe1, Uint8Array.from([...bytes("Exif\0\0"), ...jpeg(160, 120)]));
    const file = jpegOf(thumbnail, small, ...scanOf(50), endOfImage, jpeg(30_000, 30_000));
    expect(sizeOfPicture(file)).toEqual({ ok: true, value: { width: 10, height: 10 } });
    const more = Uint8Array.from([...png(10, 10), ...png(30_000, 30_000)]);
    expect(sizeOfPicture(more)).toEqual({ ok: true, value: { width: 10, height: 10 } });
  });

  it("is never taken where a decoder that skips what it does not know would read another size", () => {
    const part = fc.oneof(
      fc.constantFrom(small, large, scan, endOfImage, jpeg(30_000, 30_000), segment(0xe1, bytes("Exif"))),
      fc.integer({ min: 0, max: 255 }).map((marker) => Uint8Array.of(0xff, marker)),
      fc.uint8Array({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.boolean(), (parts, whole) => {
        const file = whole ? jpegOf(...parts, scan, endOfImage) : jpegOf(...parts);
        const size = sizeOfPicture(file);
        if (!size.ok) return;
        // The decoder's rule (libjpeg, jdmarker.c): skip to the next 0xFF, pass fill bytes and stuffed zeros.
        expect(sizesSkippingAll(file)).toEqual([size.value]);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("a fitted size", () => {
  it("has no more pixels than it may, and nearly the same shape", () => {
    fc.assert(
      fc.property(side, side, fc.integer({ min: 10_000, max: 1e7 }), (width, height, most) => {
        const fit = fitted({ width, height }, most);
        expect(fit.width * fit.height).toBeLessThanOrEqual(Math.max(most, width, height));
        expect(fit.width).toBeLessThanOrEqual(width);
        expect(Math.abs(fit.width * height - fit.height * width)).toBeLessThanOrEqual(width + height);
      }),
    );
  });

  it("leaves what fits as it is", () => {
    expect(fitted({ width: 1280, height: 720 }, 1280 * 720)).toEqual({ width: 1280, height: 720 });
  });
});

/** Every size that a decoder meets in a JPEG up to its end, which takes whatever it can for a marker. */
function sizesSkippingAll(file: Uint8Array): readonly { width: number; height: number }[] {
  const sizes: { width: number; height: number }[] = [];
  for (let at = 2; at < file.length; ) {
    at = file.indexOf(0xff, at);
    if (at === -1) break;
    while (file[at] === 0xff) at += 1;
    const marker = file[at] ?? 0;
    at += 1;
    if (marker === 0xd9) break;
    if (marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) continue;
    const view = new DataView(file.buffer, file.byteOffset);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker) && at + 7 <= file.length)
      sizes.push({ width: view.getUint16(at + 5), height: view.getUint16(at + 3) });
    at += at + 2 <= file.length ? view.getUint16(at) : 2;
  }
  return sizes;
}

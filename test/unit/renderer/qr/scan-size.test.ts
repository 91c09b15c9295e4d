import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitted, sizeOfPicture } from "../../../../renderer/qr/scan-size";

const side = fc.integer({ min: 1, max: 6000 });

describe("the size of a picture", () => {
  it("stands in a PNG's header", () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        expect(sizeOfPicture(png(width, height))).toEqual({ ok: true, value: { width, height } });
      }),
    );
  });

  it("stands in a JPEG's frame header, behind whatever segments", () => {
    const segment = fc.record({
      marker: fc.constantFrom(0xe0, 0xe1, 0xe2, 0xdb, 0xc4, 0xcc, 0xc8, 0xfe),
      // Bytes within a segment that look like a frame header are passed over.
      body: fc.constantFrom(
        bytes("Exif"),
        Uint8Array.of(0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1),
        new Uint8Array(5000),
      ),
      fill: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(side, side, fc.array(segment, { maxLength: 6 }), (width, height, segments) => {
        expect(sizeOfPicture(jpeg(width, height, segments))).toEqual({ ok: true, value: { width, height } });
      }),
    );
  });

  it("is at most 40 megapixels", () => {
    expect(sizeOfPicture(png(8000, 5000)).ok).toBe(true);
    const error = { code: "scan.many-pixels", megapixels: 41, most: 40 };
    expect(sizeOfPicture(png(8000, 5001))).toEqual({ ok: false, error });
    expect(sizeOfPicture(jpeg(10_000, 6_000, []))).toEqual({
      ok: false,
      error: { ...error, megapixels: 60 },
    });
  });

  it.each([
    ["scan.empty-file", new Uint8Array()],
    ["scan.pdf", bytes("%PDF-1.7\n")],
    ["scan.gif", bytes("GIF89a")],
    ["scan.gif", bytes("GIF87a")],
    ["scan.no-picture", bytes("Dear vault,")],
    ["scan.no-picture", bytes("RIFF....WEBPVP8 ")],
    ["scan.no-picture", bytes("<svg xmlns='http://www.w3.org/2000/svg'/>")],
    ["scan.damaged-picture", png(1, 1).subarray(0, 20)],
    ["scan.damaged-picture", png(0, 100)],
    ["scan.damaged-picture", jpeg(100, 0, [])],
    ["scan.damaged-picture", jpeg(100, 100, []).subarray(0, 8)],
    ["scan.damaged-picture", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)],
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

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The beginning of a PNG. */
function png(width: number, height: number): Uint8Array {
  const file = new Uint8Array(33);
  file.set([0x89, ...bytes("PNG\r\n"), 0x1a, 0x0a, 0, 0, 0, 13, ...bytes("IHDR")]);
  const view = new DataView(file.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return file;
}

/** The beginning of a JPEG: segments, and then the frame header of a progressive picture. */
function jpeg(
  width: number,
  height: number,
  segments: readonly { readonly marker: number; readonly body: Uint8Array; readonly fill: number }[],
): Uint8Array {
  const before = segments.flatMap(({ marker, body, fill }) => [
    ...new Uint8Array(fill).fill(0xff),
    ...[0xff, marker, ...sixteen(body.length + 2), ...body],
  ]);
  const frame = [0xff, 0xc2, ...sixteen(11), 8, ...sixteen(height), ...sixteen(width), 1, 1, 0x11, 0];
  return Uint8Array.from([0xff, 0xd8, ...before, ...frame]);
}

function sixteen(number: number): [number, number] {
  return [number >> 8, number & 0xff];
}

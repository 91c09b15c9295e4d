import { blank, type Picture } from "./picture";

/** A picture in halving sizes, so that it can be looked at from afar without moiré. */
export type Texture = readonly [Picture, ...Picture[]];

/** The picture and four smaller ones, each half as large as the one before. */
export function toTexture(picture: Picture): Texture {
  let last = picture;
  const smaller = Array.from({ length: 4 }, () => {
    last = halve(last);
    return last;
  });
  return [picture, ...smaller];
}

function halve({ width, height, grey }: Picture): Picture {
  const half = blank(width >> 1, height >> 1);
  for (let y = 0; y < half.height; y += 1) {
    for (let x = 0; x < half.width; x += 1) {
      const at = 2 * (y * width + x);
      const sum =
        (grey[at] ?? 0) + (grey[at + 1] ?? 0) + (grey[at + width] ?? 0) + (grey[at + width + 1] ?? 0);
      half.grey[y * half.width + x] = sum / 4;
    }
  }
  return half;
}

/** The size whose pixels are nearest to those of a frame that shows `scale` pixels of the largest in one of its own. */
export function seenAt(texture: Texture, scale: number): Picture {
  const level = Math.round(Math.log2(Math.max(1, scale)));
  return texture[Math.min(level, texture.length - 1)] ?? texture[0];
}

/** The shade between four pixels; -1 outside the picture. */
export function shadeAt({ width, height, grey }: Picture, x: number, y: number): number {
  const left = Math.floor(x - 0.5);
  const top = Math.floor(y - 0.5);
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return -1;
  const [right, down] = [x - 0.5 - left, y - 0.5 - top];
  const at = top * width + left;
  const above = (grey[at] ?? 0) * (1 - right) + (grey[at + 1] ?? 0) * right;
  const below = (grey[at + width] ?? 0) * (1 - right) + (grey[at + width + 1] ?? 0) * right;
  return above * (1 - down) + below * down;
}

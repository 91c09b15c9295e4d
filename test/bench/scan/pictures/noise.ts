import { blank, type Picture } from "./picture";
import type { Random } from "./random";

const PREPARED = 1 << 14;

/** The noise of a sensor: every pixel is off by a normal distribution with this deviation, in shades. */
export function withNoise({ width, height, grey }: Picture, deviation: number, random: Random): Picture {
  // Drawn once and taken from any place: a million logarithms a frame would take longer than all else.
  const prepared = Float32Array.from({ length: PREPARED }, () => deviation * random.normal());
  const noisy = blank(width, height);
  for (let y = 0; y < height; y += 1) {
    const start = Math.floor(random.next() * PREPARED);
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      noisy.grey[at] = (grey[at] ?? 0) + (prepared[(start + x) % PREPARED] ?? 0);
    }
  }
  return noisy;
}

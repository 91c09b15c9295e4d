import { blank, type Picture } from "./picture";

/** One place that light of a pixel falls on, and its part of that light. */
export interface Tap {
  readonly x: number;
  readonly y: number;
  readonly part: number;
}

/** Out of focus: an even disc. The radius is in pixels; pixels at its rim count by how much of them it covers. */
export function disc(radius: number): readonly Tap[] {
  const reach = Math.ceil(radius);
  const taps: Tap[] = [];
  for (let y = -reach; y <= reach; y += 1) {
    for (let x = -reach; x <= reach; x += 1) {
      const part = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(x, y)));
      if (part > 0) taps.push({ x, y, part });
    }
  }
  return evened(taps);
}

/** Moved while the shutter was open: a line. Length in pixels, direction in radians. */
export function line(length: number, direction: number): readonly Tap[] {
  const steps = Math.max(1, Math.ceil(length * 2));
  const taps = new Map<string, Tap>();
  for (let step = 0; step <= steps; step += 1) {
    const along = (step / steps - 0.5) * length;
    const x = Math.round(along * Math.cos(direction));
    const y = Math.round(along * Math.sin(direction));
    const key = `${x} ${y}`;
    taps.set(key, { x, y, part: (taps.get(key)?.part ?? 0) + 1 });
  }
  return evened([...taps.values()]);
}

function evened(taps: readonly Tap[]): readonly Tap[] {
  const sum = taps.reduce((total, { part }) => total + part, 0);
  return taps.map((tap) => ({ ...tap, part: tap.part / sum }));
}

/** Spreads the light of every pixel over the taps. The rim of the picture repeats its outermost pixels. */
export function blur({ width, height, grey }: Picture, taps: readonly Tap[]): Picture {
  const sums = new Float32Array(width * height);
  for (const { x: dx, y: dy, part } of taps) {
    for (let y = 0; y < height; y += 1) {
      const row = Math.min(height - 1, Math.max(0, y + dy)) * width;
      const out = y * width;
      for (let x = 0; x < width; x += 1) {
        const from = x + dx;
        const inside = from < 0 ? 0 : from >= width ? width - 1 : from;
        sums[out + x] = (sums[out + x] ?? 0) + part * (grey[row + inside] ?? 0);
      }
    }
  }
  const blurred = blank(width, height);
  blurred.grey.set(sums);
  return blurred;
}

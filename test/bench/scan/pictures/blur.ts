import { blank, type Picture } from "./picture";

/** The picture out of focus: the light of every pixel falls evenly on a disc of this radius, in pixels. */
export function defocus(picture: Picture, radius: number): Picture {
  const { width, height } = picture;
  const reach = Math.floor(radius);
  const margin = reach + 2;
  const sums = runningSums(picture, margin);
  const stride = width + 2 * margin + 1;
  // Each row of the disc is a run of pixels, and what a run adds up to is the difference of two running sums.
  const halves = Array.from(
    { length: 2 * reach + 1 },
    (_, at) => Math.sqrt(radius ** 2 - (at - reach) ** 2) + 0.5,
  );
  const area = 2 * halves.reduce((total, half) => total + half, 0);
  const light = new Float64Array(width);
  const blurred = blank(width, height);
  for (let y = 0; y < height; y += 1) {
    light.fill(0);
    for (const [at, half] of halves.entries()) {
      const row = Math.min(height - 1, Math.max(0, y + at - reach)) * stride;
      const whole = Math.floor(half + 0.5);
      const rest = half + 0.5 - whole;
      for (let x = 0; x < width; x += 1) {
        const right = row + margin + x + whole;
        const left = row + margin + x + 1 - whole;
        const upTo = (sums[right] ?? 0) * (1 - rest) + (sums[right + 1] ?? 0) * rest;
        const before = (sums[left] ?? 0) * (1 - rest) + (sums[left - 1] ?? 0) * rest;
        light[x] = (light[x] ?? 0) + upTo - before;
      }
    }
    for (let x = 0; x < width; x += 1) blurred.grey[y * width + x] = (light[x] ?? 0) / area;
  }
  return blurred;
}

/** Each row's sums from its start, one more than pixels; before and after it, its outermost pixels go on. */
function runningSums({ width, height, grey }: Picture, margin: number): Float64Array {
  const long = width + 2 * margin;
  const sums = new Float64Array(height * (long + 1));
  for (let y = 0; y < height; y += 1) {
    let sum = 0;
    for (let x = 0; x < long; x += 1) {
      sum += grey[y * width + Math.min(width - 1, Math.max(0, x - margin))] ?? 0;
      sums[y * (long + 1) + x + 1] = sum;
    }
  }
  return sums;
}

/** The picture moved while the shutter was open, in a line: its length in pixels, its direction in radians. */
export function move({ width, height, grey }: Picture, length: number, direction: number): Picture {
  const steps = Math.max(1, Math.round(length));
  const light = new Float64Array(width * height);
  for (let step = 0; step <= steps; step += 1) {
    const along = (step / steps - 0.5) * length;
    const right = Math.round(along * Math.cos(direction));
    const down = Math.round(along * Math.sin(direction));
    for (let y = 0; y < height; y += 1) {
      const row = Math.min(height - 1, Math.max(0, y + down)) * width;
      for (let x = 0; x < width; x += 1) {
        const from = x + right;
        const inside = from < 0 ? 0 : from >= width ? width - 1 : from;
        light[y * width + x] = (light[y * width + x] ?? 0) + (grey[row + inside] ?? 0);
      }
    }
  }
  const moved = blank(width, height);
  for (const [at, sum] of light.entries()) moved.grey[at] = sum / (steps + 1);
  return moved;
}

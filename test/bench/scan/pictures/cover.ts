import type { Place } from "./paper";
import type { Random } from "./random";

/** Something that hides a part of the code. Lengths in millimetres from the code's middle. */
export interface Cover extends Place {
  readonly kind: "finger" | "glare" | "tear";
  readonly wide: number;
  readonly high: number;
  /** Makes a tear's edge its own. */
  readonly edge: number;
}

/** Modules of a version 6 code, and of a finder pattern with its white margin. */
const MODULES = 41;
const FINDER = 8;

/**
 * A cover over this part of the code's area (0 to 1), anywhere but on a finder pattern: the error correction does not
 * mend those. Level H mends 14 of the 43 code words in each block, so one patch of a fifth still reads.
 */
export function coverOf(part: number, module: number, random: Random): Cover {
  const kind = random.oneOf<Cover["kind"]>(["finger", "glare", "tear"]);
  const area = part * MODULES ** 2;
  const long = random.between(1, 1.4);
  const wide = Math.sqrt((area * long) / Math.PI);
  const high = wide / long;
  const edge = random.between(0, 2 * Math.PI);
  for (let tries = 0; tries < 1000; tries += 1) {
    const x = random.between(wide * 0.7, MODULES - high * 0.7);
    const y = random.between(high * 0.7, MODULES - high * 0.7);
    if (finders.some((finder) => near(finder, x, y) < wide)) continue;
    const middle = MODULES / 2;
    return {
      kind,
      x: (x - middle) * module,
      y: (y - middle) * module,
      wide: wide * module,
      high: high * module,
      edge,
    };
  }
  throw new Error("No room for so large a cover beside the finder patterns.");
}

const finders: readonly Place[] = [
  { x: 0, y: 0 },
  { x: MODULES - FINDER, y: 0 },
  { x: 0, y: MODULES - FINDER },
];

/** From a finder pattern to a place, in modules. */
function near({ x: left, y: top }: Place, x: number, y: number): number {
  return Math.hypot(Math.max(left - x, 0, x - left - FINDER), Math.max(top - y, 0, y - top - FINDER));
}

const shades = { finger: 135, glare: 255, tear: 95 } as const;

/** The shade at a place that would show `shade` without the cover. */
export function covered(
  { kind, x: cx, y: cy, wide, high, edge }: Cover,
  { x, y }: Place,
  shade: number,
): number {
  const [across, down] = [(x - cx) / wide, (y - cy) / high];
  let off = Math.hypot(across, down);
  if (kind === "tear") off += 0.08 * Math.sin(9 * Math.atan2(down, across) + edge);
  if (kind !== "glare") return off < 1 ? shades[kind] : shade;
  // A reflection has no edge: it fades out around what it hides.
  const strength = off < 0.8 ? 1 : Math.max(0, (1.3 - off) / 0.5);
  return shade + (shades.glare - shade) * strength;
}

/** Places on a sheet are in millimetres from the middle of its code, x to the right and y down. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What a place on the sheet shows: a place in the picture of it as printed, and how much of its light comes back. */
export interface Seen extends Place {
  /** 0 to 1. */
  readonly light: number;
  /** Whether toner has come off here. */
  readonly worn: boolean;
}

/** Paper bent about an axis. */
export interface Curl {
  readonly radius: number;
  /** Direction across the axis, in radians. */
  readonly direction: number;
  /** How far from the code's middle the paper touches the plane it bends away from. */
  readonly crest: number;
  /** How far a place moves, for each millimetre that it bends away: how much it is looked at from the side. */
  readonly slant: Place;
}

/** A sharp fold that was smoothed out again: a line through a place. */
export interface Crease extends Place {
  readonly direction: number;
  /** Millimetres by which the two sides have come together. */
  readonly depth: number;
  /** How much darker the side turned away from the light is, 0 to 1. */
  readonly shade: number;
}

/** What the paper shows at a place of the plane it lies in; null where it is bent out of sight. */
export function curled({ x, y }: Place, { radius, direction, crest, slant }: Curl): Seen | null {
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
  const across = x * cos + y * sin - crest;
  if (Math.abs(across) > 0.95 * radius) return null;
  const angle = Math.asin(across / radius);
  const away = radius * (1 - Math.cos(angle));
  const more = radius * angle - across;
  return {
    x: x + more * cos + away * slant.x,
    y: y + more * sin + away * slant.y,
    light: 0.55 + 0.45 * Math.cos(angle - 0.35),
    worn: false,
  };
}

/** What a creased sheet shows at a place. Along the fold itself toner has come off. */
export function creased({ x, y }: Place, { x: cx, y: cy, direction, depth, shade }: Crease): Seen {
  const [nx, ny] = [-Math.sin(direction), Math.cos(direction)];
  const off = (x - cx) * nx + (y - cy) * ny;
  const pull = depth * Math.sign(off) * Math.exp(-Math.abs(off) / 4);
  const side = off > 0 ? 1 - shade * Math.exp(-off / 12) : 1;
  return { x: x + pull * nx, y: y + pull * ny, light: side, worn: Math.abs(off) < 0.25 };
}

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

/** A way to look at paper: what it shows at a place of the plane that it lies in, or null where it is out of sight. */
export type Look = (x: number, y: number) => Seen | null;

/** Looks at bent paper. */
export function curled({ radius, direction, crest, slant }: Curl): Look {
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
  return (x, y) => {
    const across = x * cos + y * sin - crest;
    if (Math.abs(across) > 0.95 * radius) return null;
    const angle = Math.asin(across / radius);
    const away = radius * (1 - Math.cos(angle));
    const more = radius * angle - across;
    const light = 0.55 + 0.45 * Math.cos(angle - 0.35);
    return { x: x + more * cos + away * slant.x, y: y + more * sin + away * slant.y, light, worn: false };
  };
}

/** Looks at creased paper. Along the fold itself toner has come off. */
export function creased({ x: cx, y: cy, direction, depth, shade }: Crease): Look {
  const [across, down] = [-Math.sin(direction), Math.cos(direction)];
  return (x, y) => {
    const off = (x - cx) * across + (y - cy) * down;
    const pull = depth * Math.sign(off) * Math.exp(-Math.abs(off) / 4);
    const light = off > 0 ? 1 - shade * Math.exp(-off / 12) : 1;
    return { x: x + pull * across, y: y + pull * down, light, worn: Math.abs(off) < 0.25 };
  };
}

/** Looks at paper with all of these at once, the first outermost. */
export function together(looks: readonly Look[]): Look {
  return (x, y) => {
    let seen: Seen = { x, y, light: 1, worn: false };
    for (const look of looks) {
      const next = look(seen.x, seen.y);
      if (next === null) return null;
      seen = { x: next.x, y: next.y, light: seen.light * next.light, worn: seen.worn || next.worn };
    }
    return seen;
  };
}

/** How a scene is lit. Places are parts of the frame's width and height, directions in radians. */
export interface Light {
  /** Shades of white paper and of toner in full light. */
  readonly paper: number;
  readonly toner: number;
  /** How much of the light is lost across the frame, 0 to 1, and in which direction. */
  readonly fall: number;
  readonly direction: number;
  /** A shadow with an edge: on the far side of a line, this much of the light is missing. */
  readonly shadow: { readonly part: number; readonly at: number; readonly direction: number } | null;
}

/** How much of the light falls on a place of the frame (0 to 1 each way). */
export function lighting({ fall, direction, shadow }: Light): (x: number, y: number) => number {
  const even = along(direction);
  if (shadow === null) return (x, y) => 1 - fall * (0.5 + even(x, y));
  const { part, at } = shadow;
  const into = along(shadow.direction);
  return (x, y) => {
    // The edge of a shadow is a little soft.
    const dark = Math.min(1, Math.max(0, 0.5 + (into(x, y) - at) / 0.02));
    return (1 - fall * (0.5 + even(x, y))) * (1 - part * dark);
  };
}

/** How far a place is from the middle of the frame in a direction. */
function along(direction: number): (x: number, y: number) => number {
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
  return (x, y) => (x - 0.5) * cos + (y - 0.5) * sin;
}

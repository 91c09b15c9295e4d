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
export function lightAt({ fall, direction, shadow }: Light, x: number, y: number): number {
  const along = (x - 0.5) * Math.cos(direction) + (y - 0.5) * Math.sin(direction);
  const even = 1 - fall * (0.5 + along);
  if (shadow === null) return even;
  const inside = (x - 0.5) * Math.cos(shadow.direction) + (y - 0.5) * Math.sin(shadow.direction) - shadow.at;
  // The edge of a shadow is a little soft.
  return even * (1 - shadow.part * Math.min(1, Math.max(0, 0.5 + inside / 0.02)));
}

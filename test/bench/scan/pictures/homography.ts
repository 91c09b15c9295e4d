/** A plane seen in perspective: a 3×3 matrix, row by row. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

/** How a sheet is held before a camera. Lengths in millimetres, angles in radians. */
export interface Pose {
  /** Turn in the picture's own plane. */
  readonly roll: number;
  /** Tilt about the horizontal axis. */
  readonly pitch: number;
  /** Tilt about the vertical axis. */
  readonly yaw: number;
  readonly distance: number;
  /** Where the middle of the code stands beside the middle of the frame. */
  readonly aside: number;
  readonly below: number;
}

/** A frame and its focal length, all in pixels. */
export interface Lens {
  readonly width: number;
  readonly height: number;
  readonly focal: number;
}

/** Takes millimetres on the sheet, from the code's middle, to pixels of the frame. */
export function project(pose: Pose, { width, height, focal }: Lens): Homography {
  const [sr, cr] = [Math.sin(pose.roll), Math.cos(pose.roll)];
  const [sp, cp] = [Math.sin(pose.pitch), Math.cos(pose.pitch)];
  const [sy, cy] = [Math.sin(pose.yaw), Math.cos(pose.yaw)];
  // The first two columns of roll · pitch · yaw, and the translation.
  const x = [cr * cy - sr * sp * sy, -sr * cp, pose.aside] as const;
  const y = [sr * cy + cr * sp * sy, cr * cp, pose.below] as const;
  const z = [-cp * sy, sp, pose.distance] as const;
  const [left, top] = [width / 2, height / 2];
  return [
    focal * x[0] + left * z[0],
    focal * x[1] + left * z[1],
    focal * x[2] + left * z[2],
    focal * y[0] + top * z[0],
    focal * y[1] + top * z[1],
    focal * y[2] + top * z[2],
    ...z,
  ];
}

/** The way back. Throws where the plane is seen edge on. */
export function invert([a, b, c, d, e, f, g, h, i]: Homography): Homography {
  const [u, v, w] = [e * i - f * h, f * g - d * i, d * h - e * g];
  const determinant = a * u + b * v + c * w;
  if (determinant === 0) throw new Error("This plane is seen edge on.");
  const k = 1 / determinant;
  return [
    k * u,
    k * (c * h - b * i),
    k * (b * f - c * e),
    k * v,
    k * (a * i - c * g),
    k * (c * d - a * f),
    k * w,
    k * (b * g - a * h),
    k * (a * e - b * d),
  ];
}

/** Where a point comes to lie. */
export function apply(by: Homography, x: number, y: number): readonly [x: number, y: number] {
  const depth = by[6] * x + by[7] * y + by[8];
  return [(by[0] * x + by[1] * y + by[2]) / depth, (by[3] * x + by[4] * y + by[5]) / depth];
}

import { blur, disc, line } from "./blur";
import { type Cover, covered } from "./cover";
import { apply, type Homography, invert, type Lens, type Pose, project } from "./homography";
import { type Light, lightAt } from "./light";
import { withNoise } from "./noise";
import { type Crease, type Curl, creased, curled, type Place } from "./paper";
import { blank, type Picture } from "./picture";
import type { Random } from "./random";
import { seenAt, shadeAt, type Texture } from "./texture";

/** A share sheet as it was printed, and where its code is. */
export interface PrintedSheet {
  readonly texture: Texture;
  /** Pixels of the picture for each millimetre of paper. */
  readonly scale: number;
  /** The middle of the code and the side of one of its modules, in millimetres from the sheet's top left. */
  readonly code: Place & { readonly module: number };
}

/** All that happens between a sheet and a frame of it. Blurs are in pixels, noise in shades. */
export interface Scene {
  readonly pose: Pose;
  readonly light: Light;
  readonly curl: Curl | null;
  readonly creases: readonly Crease[];
  readonly cover: Cover | null;
  readonly defocus: number;
  readonly motion: { readonly length: number; readonly direction: number } | null;
  readonly noise: number;
}

/** The shade of the desk that the sheet is held over. */
const DESK = 105;

/** The darkest that a place is where toner has come off. */
const WORN = 150;

/** One frame of a sheet. The same sheet, scene and seed give the same frame. */
export function photograph(sheet: PrintedSheet, scene: Scene, lens: Lens, random: Random): Picture {
  let frame = expose(sheet, scene, lens);
  if (scene.defocus > 0) frame = blur(frame, disc(scene.defocus));
  if (scene.motion !== null) frame = blur(frame, line(scene.motion.length, scene.motion.direction));
  return withNoise(frame, scene.noise, random);
}

function expose(sheet: PrintedSheet, scene: Scene, lens: Lens): Picture {
  const { width, height } = lens;
  const back = invert(project(scene.pose, lens));
  const seen = seenAt(sheet.texture, (sheet.scale * scene.pose.distance) / lens.focal);
  const scale = (sheet.scale * seen.width) / sheet.texture[0].width;
  const frame = blank(width, height);
  const { paper, toner } = scene.light;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const reflected = reflection(sheet, scene, seen, scale, back, x + 0.5, y + 0.5);
      const shade = toner + ((paper - toner) * reflected) / 255;
      frame.grey[y * width + x] = shade * lightAt(scene.light, x / width, y / height);
    }
  }
  return frame;
}

/** How light the paper or the desk is at a pixel, whatever the light: 0 toner, 255 paper. */
function reflection(
  { code }: PrintedSheet,
  { curl, creases, cover }: Scene,
  seen: Picture,
  scale: number,
  back: Homography,
  px: number,
  py: number,
): number {
  let [x, y] = apply(back, px, py);
  let light = 1;
  let worn = false;
  if (curl !== null) {
    const bent = curled({ x, y }, curl);
    if (bent === null) return DESK;
    ({ x, y, light } = bent);
  }
  for (const crease of creases) {
    const folded = creased({ x, y }, crease);
    ({ x, y } = folded);
    light *= folded.light;
    worn ||= folded.worn;
  }
  const shade = shadeAt(seen, (x + code.x) * scale, (y + code.y) * scale);
  const lit = shade < 0 ? DESK : light * (worn ? Math.max(shade, WORN) : shade);
  return cover === null ? lit : covered(cover, { x, y }, lit);
}

import { defocus, move } from "./blur";
import { type Cover, covered } from "./cover";
import { apply, invert, type Lens, type Pose, project } from "./homography";
import { type Light, lighting } from "./light";
import { withNoise } from "./noise";
import { type Crease, type Curl, creased, curled, type Place, together } from "./paper";
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
  if (scene.defocus > 0) frame = defocus(frame, scene.defocus);
  if (scene.motion !== null) frame = move(frame, scene.motion.length, scene.motion.direction);
  return withNoise(frame, scene.noise, random);
}

function expose(sheet: PrintedSheet, scene: Scene, lens: Lens): Picture {
  const { width, height } = lens;
  const { paper, toner } = scene.light;
  const back = invert(project(scene.pose, lens));
  const light = lighting(scene.light);
  const reflected = reflection(sheet, scene, (sheet.scale * scene.pose.distance) / lens.focal);
  const frame = blank(width, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [onSheet, down] = apply(back, x + 0.5, y + 0.5);
      const shade = toner + ((paper - toner) * reflected(onSheet, down)) / 255;
      frame.grey[y * width + x] = shade * light(x / width, y / height);
    }
  }
  return frame;
}

/**
 * How light the paper or the desk is at a place of the sheet's plane, whatever the light: 0 toner, 255 paper.
 * `pixels` of the sheet's picture come into one of the frame.
 */
function reflection(
  { texture, scale, code }: PrintedSheet,
  { curl, creases, cover }: Scene,
  pixels: number,
): (x: number, y: number) => number {
  const picture = seenAt(texture, pixels);
  const perMm = (scale * picture.width) / texture[0].width;
  const look = together([...(curl === null ? [] : [curled(curl)]), ...creases.map(creased)]);
  return (x, y) => {
    const seen = look(x, y);
    if (seen === null) return DESK;
    const printed = shadeAt(picture, (seen.x + code.x) * perMm, (seen.y + code.y) * perMm);
    const lit = printed < 0 ? DESK : seen.light * (seen.worn ? Math.max(printed, WORN) : printed);
    return cover === null ? lit : covered(cover, seen, lit);
  };
}

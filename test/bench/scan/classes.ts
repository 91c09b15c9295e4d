import { coverOf } from "./pictures/cover";
import { apply, type Lens, type Pose, project } from "./pictures/homography";
import type { Light } from "./pictures/light";
import type { Crease, Curl } from "./pictures/paper";
import type { Scene } from "./pictures/photograph";
import type { Random } from "./pictures/random";

/** What is hard about a picture. Everything else in it is as in `held well`. */
export interface PictureClass {
  readonly name: string;
  /** What is done to the picture, for the reader of the table. */
  readonly what: string;
  readonly scene: (lens: Lens, module: number, random: Random) => Scene;
}

const CODE = 41;
const QUIET = 4;
const degrees = Math.PI / 180;

/** The frames that cameras give. Focal length as of a webcam that sees 60° across at 16:9. */
export const lenses: Readonly<Record<string, Lens>> = {
  "480p": { width: 640, height: 480, focal: 640 },
  "720p": { width: 1280, height: 720, focal: 1110 },
  "1080p": { width: 1920, height: 1080, focal: 1660 },
};

export const classes: readonly PictureClass[] = [
  { name: "held well", what: "turned and tilted up to 10°, slightly soft, light noise", scene: heldWell },
  {
    name: "small",
    what: "a module is 1.8 to 2.8 pixels",
    scene: (lens, module, random) => ({
      ...heldWell(lens, module, random),
      pose: pose(lens, module, random, { pixels: random.between(1.8, 2.8) }),
      defocus: 0.3,
    }),
  },
  {
    name: "turned",
    what: "by any angle",
    scene: (lens, module, random) => ({
      ...heldWell(lens, module, random),
      pose: pose(lens, module, random, { roll: random.between(0, 2 * Math.PI) }),
    }),
  },
  {
    name: "perspective",
    what: "tilted by 30° to 50° about one axis, up to 20° about the other",
    scene: (lens, module, random) => {
      const [steep, mild] = [random.eitherSide(30, 50) * degrees, random.eitherSide(0, 20) * degrees];
      const [pitch, yaw] = random.oneOf([
        [steep, mild],
        [mild, steep],
      ]);
      return { ...heldWell(lens, module, random), pose: pose(lens, module, random, { pitch, yaw }) };
    },
  },
  {
    name: "curled",
    what: "bent to a radius of 60 to 150 mm",
    scene: (lens, module, random) => ({
      ...heldWell(lens, module, random),
      curl: curl(random, random.between(60, 150)),
    }),
  },
  {
    name: "out of focus",
    what: "a disc of radius 0.4 to 1 module",
    scene: (lens, module, random) => blurred(lens, module, random, random.between(0.4, 1), 0),
  },
  {
    name: "moved",
    what: "a line of 0.7 to 1.8 modules",
    scene: (lens, module, random) => blurred(lens, module, random, 0, random.between(0.7, 1.8)),
  },
  {
    name: "noisy",
    what: "deviation of 15 to 35 shades, at half the contrast",
    scene: (lens, module, random) => ({
      ...heldWell(lens, module, random),
      light: { ...evenLight(random), paper: random.between(120, 160), toner: random.between(30, 50) },
      noise: random.between(15, 35),
    }),
  },
  {
    name: "shadow",
    what: "an edge of shadow over the code (50 to 80 % darker), light falling off by half",
    scene: (lens, module, random) => ({
      ...heldWell(lens, module, random),
      light: shadowed(random, 0.5, 0.8),
    }),
  },
  {
    name: "creased",
    what: "two to four sharp folds through the code, smoothed out",
    scene: (lens, module, random) => ({
      ...heldWell(lens, module, random),
      creases: Array.from({ length: random.oneOf([2, 3, 4]) }, () => crease(module, random)),
    }),
  },
  {
    name: "covered",
    what: "a finger, a reflection or a tear over 6 to 18 % of the code, off the finder patterns",
    scene: (lens, module, random) => ({
      ...heldWell(lens, module, random),
      cover: coverOf(random.between(0.06, 0.18), module, random),
    }),
  },
  {
    name: "all at once",
    what: "turned, tilted up to 25°, curled, creased, shadowed, soft and noisy, each mildly",
    scene: (lens, module, random) => {
      const held = pose(lens, module, random, {
        roll: random.between(0, 2 * Math.PI),
        pitch: random.eitherSide(5, 25) * degrees,
        yaw: random.eitherSide(5, 25) * degrees,
      });
      return {
        ...heldWell(lens, module, random),
        pose: held,
        curl: curl(random, random.between(90, 160)),
        creases: [crease(module, random)],
        light: shadowed(random, 0.2, 0.5),
        defocus: random.between(0.3, 0.6) * pixelsOf(held, lens, module),
        noise: random.between(6, 12),
      };
    },
  },
];

function heldWell(lens: Lens, module: number, random: Random): Scene {
  const held = pose(lens, module, random, {});
  const defocus = 0.25 * pixelsOf(held, lens, module);
  return {
    pose: held,
    light: evenLight(random),
    curl: null,
    creases: [],
    cover: null,
    defocus,
    motion: null,
    noise: 4,
  };
}

/** Holds the code somewhere near the middle of the frame, wholly in it. `pixels` are those of one module. */
function pose(
  lens: Lens,
  module: number,
  random: Random,
  wanted: Partial<Pick<Pose, "roll" | "pitch" | "yaw">> & { readonly pixels?: number },
): Pose {
  const part = random.between(0.4, 0.75);
  const pixels = wanted.pixels ?? (part * lens.height) / CODE;
  const distance = (lens.focal * module) / pixels;
  const reach = (distance / lens.focal) * lens.height * 0.15;
  let held: Pose = {
    roll: wanted.roll ?? random.between(-10, 10) * degrees,
    pitch: wanted.pitch ?? random.between(-10, 10) * degrees,
    yaw: wanted.yaw ?? random.between(-10, 10) * degrees,
    distance,
    aside: random.between(-reach, reach),
    below: random.between(-reach, reach),
  };
  while (!isWhollyIn(held, lens, module)) {
    held = { ...held, distance: held.distance * 1.05, aside: held.aside * 0.9, below: held.below * 0.9 };
  }
  return held;
}

function isWhollyIn(held: Pose, lens: Lens, module: number): boolean {
  const onFrame = project(held, lens);
  const reach = (CODE / 2 + QUIET) * module;
  return [-reach, reach].every((x) =>
    [-reach, reach].every((y) => {
      const [px, py] = apply(onFrame, x, y);
      return px >= 0 && py >= 0 && px <= lens.width && py <= lens.height;
    }),
  );
}

function pixelsOf({ distance }: Pose, { focal }: Lens, module: number): number {
  return (focal * module) / distance;
}

function evenLight(random: Random): Light {
  return {
    paper: random.between(200, 235),
    toner: random.between(25, 50),
    fall: random.between(0, 0.15),
    direction: random.between(0, 2 * Math.PI),
    shadow: null,
  };
}

function shadowed(random: Random, from: number, to: number): Light {
  const at = random.between(-0.15, 0.15);
  const shadow = { part: random.between(from, to), at, direction: random.between(0, 2 * Math.PI) };
  return { ...evenLight(random), fall: random.between(0.3, 0.5), shadow };
}

function blurred(lens: Lens, module: number, random: Random, disc: number, length: number): Scene {
  const held = heldWell(lens, module, random);
  const pixels = pixelsOf(held.pose, lens, module);
  const direction = random.between(0, Math.PI);
  const motion = length > 0 ? { length: length * pixels, direction } : null;
  return { ...held, defocus: disc > 0 ? disc * pixels : held.defocus, motion };
}

function curl(random: Random, radius: number): Curl {
  return {
    radius,
    direction: random.between(0, Math.PI),
    crest: random.between(-15, 15),
    slant: { x: random.between(-0.4, 0.4), y: random.between(-0.4, 0.4) },
  };
}

function crease(module: number, random: Random): Crease {
  const reach = (CODE / 3) * module;
  return {
    x: random.between(-reach, reach),
    y: random.between(-reach, reach),
    direction: random.between(0, Math.PI),
    depth: random.between(0.1, 0.5),
    shade: random.between(0.1, 0.4),
  };
}

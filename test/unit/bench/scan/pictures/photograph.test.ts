import { encodeQR } from "qr";
import { decodeQR } from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { classes } from "../../../../bench/scan/classes";
import { photograph } from "../../../../bench/scan/pictures/photograph";
import { blank } from "../../../../bench/scan/pictures/picture";
import { Random } from "../../../../bench/scan/pictures/random";
import { toTexture } from "../../../../bench/scan/pictures/texture";

const lens = { width: 320, height: 240, focal: 320 };
const text = `KC1:${"A2".repeat(34)}B`;

/** A code alone on paper of 100 by 100 mm, 8 pixels a module of 1 mm. */
function sheet() {
  const modules = encodeQR(text, "raw", { ecc: "high", encoding: "alphanumeric", version: 6, border: 4 });
  const picture = blank(800, 800, 255);
  for (const at of picture.grey.keys()) {
    const [column, row] = [Math.floor((at % 800) / 8) - 25, Math.floor(at / 6400) - 25];
    if (modules[row]?.[column]) picture.grey[at] = 0;
  }
  return { texture: toTexture(picture), scale: 8, code: { x: 49.5, y: 49.5, module: 1 } };
}

function frameOf(name: string, seed: string) {
  const found = classes.find((each) => each.name === name);
  if (found === undefined) throw new Error(`No class ${name}`);
  const random = new Random(seed);
  return photograph(sheet(), found.scene(lens, 1, random), lens, random);
}

describe("a photograph", () => {
  it.each(classes.map(({ name }) => name))("of the class %s is the same for the same seed only", (name) => {
    expect(frameOf(name, "one")).toEqual(frameOf(name, "one"));
    expect(frameOf(name, "one")).not.toEqual(frameOf(name, "two"));
  });

  it("of a sheet held well can be read", () => {
    const { width, height, grey } = frameOf("held well", "one");
    const data = Uint8Array.from({ length: 4 * grey.length }, (_, at) =>
      at % 4 === 3 ? 255 : (grey[at >> 2] ?? 0),
    );
    expect(decodeQR({ width, height, data }, { timeLimit: 10_000 })).toBe(text);
  });
});

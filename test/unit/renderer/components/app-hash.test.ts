import { expect, it } from "vitest";
import { judgeAppHash } from "../../../../electron/preflight/app-hash";
import { toldHash } from "../../../../renderer/components/app-hash";

const hash = {
  hex: "3f9a02c177de41b0".repeat(4),
  words: ["dinosaur", "recipe", "abandon", "zebra", "window", "purchase", "exhibit", "act"],
};

it("takes words and characters out of what the preflight says", () => {
  expect(toldHash(judgeAppHash(hash).found)).toEqual(hash);
});

it("takes nothing out of a text that holds no whole hash", () => {
  expect(toldHash(judgeAppHash(null).found)).toBeNull();
  expect(toldHash(judgeAppHash({ ...hash, hex: hash.hex.slice(0, 60) }).found)).toBeNull();
});

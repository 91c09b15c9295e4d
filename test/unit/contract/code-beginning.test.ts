import { expect, test } from "vitest";
import { codeBeginning } from "../../../electron/contract/code-beginning";

test("a hash that is copied from paper in one piece is no code, with O and l for 0 and 1 too", () => {
  const hash = "7f09e1".repeat(10);
  expect(codeBeginning(hash, true)).toBeNull();
  expect(codeBeginning(hash.toUpperCase().replaceAll("0", "O").replaceAll("1", "l"), true)).toBeNull();
});

test("as long a piece with other letters may be a code in a layout that is not known", () => {
  expect(codeBeginning("7f09ez".repeat(10), true)).toEqual({ kind: null, length: 60 });
});

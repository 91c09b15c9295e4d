import fc from "fast-check";
import { expect, test } from "vitest";
import { regroup } from "../../../electron/share/bits";

/** The same, slowly and plainly, through a text of zeros and ones. */
function plainly(values: Uint8Array, from: number, to: number): number[] {
  const bits = Array.from(values, (value) => value.toString(2).padStart(from, "0")).join("");
  const groups = bits.match(new RegExp(`.{1,${to}}`, "g")) ?? [];
  return groups.map((group) => Number.parseInt(group.padEnd(to, "0"), 2));
}

test("values of any width are cut as the row of their bits would be", () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.integer({ min: 1, max: 11 }), (values, to) => {
      expect([...regroup(values, 8, to)]).toEqual(plainly(values, 8, to));
    }),
  );
});

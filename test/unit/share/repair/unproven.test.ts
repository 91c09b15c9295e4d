import { describe, expect, test } from "vitest";
import type { Repair } from "../../../../electron/share/repair/repair";
import { unproven } from "../../../../electron/share/repair/unproven";
import { samplePayload } from "../sample";

function solution(kind: Repair["kind"], positions: number[], proof: Repair["proof"] = "checksum"): Repair {
  const changes = positions.map((position) => ({ position, word: "zoo" }));
  return { kind, changes, payload: samplePayload(), proof };
}

describe("what is said of solutions that nothing proves", () => {
  test.each([
    [[solution("missing-words", [9])], { code: "share.solved", positions: [9], solutions: 1 }],
    [
      [solution("missing-words", [4, 9], "probable"), solution("missing-words", [4, 9], "probable")],
      { code: "share.probable", positions: [4, 9], solutions: 2 },
    ],
    [
      [solution("missing-place", [9]), solution("missing-place", [4])],
      { code: "share.missing-place", positions: [4, 9] },
    ],
    [
      [solution("wrong-words", [9]), solution("wrong-words", [9]), solution("wrong-words", [4])],
      { code: "share.one-wrong-word", positions: [4, 9] },
    ],
    [[solution("swapped-words", [9, 10])], { code: "share.swapped-words", positions: [9] }],
    [[solution("swapped-words", [9, 10]), solution("wrong-words", [4])], { code: "share.checksum" }],
  ])("case %#", (solutions, failure) => {
    expect(unproven({ solutions })).toEqual(failure);
    expect(JSON.stringify(failure)).not.toContain("zoo");
  });
});

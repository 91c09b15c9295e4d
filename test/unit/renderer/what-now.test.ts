import { describe, expect, it } from "vitest";
import { type Advice, adviceWords, type Situation, whatNow } from "../../../renderer/what-now";

describe("what to do now", () => {
  it.each<[boolean, boolean, Situation["custodians"], Advice]>([
    [true, true, "enough", "in-order"],
    [true, false, "enough", "in-order"],
    [false, true, "enough", "recover"],
    [false, false, "enough", "recover"],
    [true, true, "unknown", "check-while-open"],
    [true, false, "unknown", "check-while-open"],
    [false, true, "unknown", "check"],
    [false, false, "unknown", "check"],
    [true, true, "too-few", "move-while-open"],
    [true, false, "too-few", "move-while-open"],
    [false, true, "too-few", "move-while-running"],
    [false, false, "too-few", "lost"],
  ])("key at hand %s, running %s, custodians %s: %s", (keyAtHand, running, custodians, advice) => {
    expect(whatNow({ keyAtHand, running, custodians })).toBe(advice);
  });

  it("says plainly when the data cannot be recovered, and to destroy nothing", () => {
    expect(adviceWords.lost.heading).toContain("cannot be recovered");
    expect(adviceWords.lost.says.join(" ")).toContain("Destroy nothing.");
  });
});

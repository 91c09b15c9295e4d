import { describe, expect, it } from "vitest";
import { addCounts, countLine, playwrightCounts, vitestCounts } from "../../../../scripts/checks/counts.mjs";

describe("the line that CI reads", () => {
  it("adds up what both runners report", () => {
    const unit = vitestCounts({ numPassedTests: 40, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 });
    const endToEnd = playwrightCounts({ stats: { expected: 7, unexpected: 0, flaky: 0, skipped: 1 } });
    expect(countLine(addCounts(unit, endToEnd))).toBe("47 passed, 0 failed, 2 skipped");
  });

  it("leaves out skipped tests where there are none", () => {
    expect(countLine({ passed: 5, failed: 0, skipped: 0 })).toBe("5 passed, 0 failed");
  });

  it("counts a test that passed only when repeated as failed", () => {
    const counts = playwrightCounts({ stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 } });
    expect(countLine(counts)).toBe("1 passed, 2 failed");
  });
});

import { describe, expect, it } from "vitest";
import { sandboxWorks } from "../../../../scripts/set-up/sandbox.mjs";

describe("sandboxWorks", () => {
  it("is never so for root", async () => {
    expect(await sandboxWorks("linux", 0)).toBe(false);
  });

  it("asks no other system than Linux", async () => {
    expect(await sandboxWorks("darwin", 501)).toBe(true);
    expect(await sandboxWorks("win32", 1000)).toBe(true);
  });
});

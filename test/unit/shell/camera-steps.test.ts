import { describe, expect, it } from "vitest";
import type { AppView } from "../../../electron/contract/views";
import { scansSheet } from "../../../electron/shell/camera-steps";

/** A view of a step. Only where it is matters here. */
function at(page: { at: string; step?: string }): AppView {
  return { page } as unknown as AppView;
}

describe("scansSheet", () => {
  it.each(["read-back", "proof-read", "enter-share", "current-key", "key-read-back"])(
    "gives the camera to the step %s, where a page is scanned",
    (step) => {
      expect(scansSheet(at({ at: "ceremony", step }))).toBe(true);
    },
  );

  it.each([
    "vault",
    "proof",
    "hand-over",
    "sheet",
    "printed",
    "copy",
    "key-printed",
    "verified",
    "done",
    "aborted",
  ])("and not to the step %s", (step) => {
    expect(scansSheet(at({ at: "ceremony", step }))).toBe(false);
  });

  it("nor to another page, but to the entry of a check", () => {
    expect(scansSheet(at({ at: "home" }))).toBe(false);
    expect(scansSheet(at({ at: "keystore" }))).toBe(false);
    expect(scansSheet(at({ at: "check", step: "round" }))).toBe(false);
    expect(scansSheet(at({ at: "check", step: "enter-share" }))).toBe(true);
  });
});

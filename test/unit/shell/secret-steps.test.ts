import { describe, expect, it } from "vitest";
import type { AppView } from "../../../electron/contract/views";
import { showsSecret } from "../../../electron/shell/secret-steps";

/** A view of a step. Only where it is matters here. */
function at(page: { at: string; step?: string }): AppView {
  return { page } as unknown as AppView;
}

describe("showsSecret", () => {
  it.each(["copy", "read-back", "key-read-back"])("protects the step %s from capture", (step) => {
    expect(showsSecret(at({ at: "ceremony", step }))).toBe(true);
  });

  it.each(["vault", "distribute", "hand-over", "sheet", "printed", "deliver", "done", "aborted"])(
    "leaves the step %s, which shows no secret, to be captured",
    (step) => {
      expect(showsSecret(at({ at: "ceremony", step }))).toBe(false);
    },
  );

  it("leaves the other pages alone", () => {
    expect(showsSecret(at({ at: "home" }))).toBe(false);
    expect(showsSecret(at({ at: "keystore" }))).toBe(false);
  });
});

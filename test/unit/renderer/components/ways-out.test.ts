import { describe, expect, it } from "vitest";
import type { CeremonyView } from "../../../../electron/contract/ceremony-views";
import type { CheckView } from "../../../../electron/contract/check-views";
import { offersAbort, offersException } from "../../../../renderer/components/ways-out";

/** Only the step is looked at, and of a halted ceremony whether its keystore is written. */
function ceremonyAt(step: CeremonyView["step"], committed = false): CeremonyView {
  return { at: "ceremony", step, committed } as unknown as CeremonyView;
}

function checkAt(step: CheckView["step"]): CheckView {
  return { at: "check", step, committed: false } as unknown as CheckView;
}

describe("an exception", () => {
  it.each([
    "opened",
    "preflight",
    "gather",
    "verified",
    "writing",
    "old-keystore",
    "old-sheets",
    "sign-off",
  ] as const)("is offered at %s, where the record is open", (step) =>
    expect(offersException(ceremonyAt(step))).toBe(true),
  );

  it.each([
    "copy",
    "read-back",
    "enter-share",
    "repairs",
    "searching",
    "current-key",
    "key-read-back",
  ] as const)("is not offered at %s, where somebody is alone with a secret", (step) => {
    expect(offersException(ceremonyAt(step))).toBe(false);
  });

  it.each([
    "review",
    "script",
    "script-printing",
    "halted",
    "sealed",
    "record-page",
    "done",
    "aborted",
  ] as const)("is not offered at %s, where no record can be written", (step) =>
    expect(offersException(ceremonyAt(step))).toBe(false),
  );

  it("is offered in a round of checks between the sheets", () => {
    expect(offersException(checkAt("people"))).toBe(false);
    expect(offersException(checkAt("round"))).toBe(true);
    expect(offersException(checkAt("enter-share"))).toBe(false);
    expect(offersException(checkAt("custody"))).toBe(true);
  });
});

describe("the way out", () => {
  it("is there until the keystore is written, also where a secret is shown", () => {
    for (const step of ["reason", "script", "opened", "copy", "key-bag", "not-written"] as const) {
      expect(offersAbort(ceremonyAt(step))).toBe(true);
    }
    for (const step of [
      "second-copy",
      "old-keystore",
      "old-sheets",
      "sign-off",
      "signing",
      "sealed",
      "done",
    ] as const) {
      expect(offersAbort(ceremonyAt(step))).toBe(false);
    }
  });

  it("is there in a check until its record is sealed", () => {
    for (const step of ["opened", "round", "enter-share", "custody", "sign-off", "signing"] as const) {
      expect(offersAbort(checkAt(step))).toBe(true);
    }
    // Before its record is open a round is only left.
    expect(offersAbort(checkAt("people"))).toBe(false);
    expect(offersAbort(checkAt("script"))).toBe(false);
    expect(offersAbort(checkAt("sealed"))).toBe(false);
  });

  it("is there where the record cannot be written, unless the keystore is written", () => {
    expect(offersAbort(ceremonyAt("halted"))).toBe(true);
    expect(offersAbort(ceremonyAt("halted", true))).toBe(false);
    expect(offersAbort(checkAt("halted"))).toBe(true);
  });
});

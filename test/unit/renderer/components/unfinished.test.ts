import { describe, expect, it } from "vitest";
import type { UnfinishedView } from "../../../../electron/contract/views";
import { whatWasLeft } from "../../../../renderer/components/unfinished";

const nothing = { shares: false, key: false };
const renewals = ["not-renewed", "renewed"] as const;

function said(kind: UnfinishedView["kind"], left: Partial<UnfinishedView>): string {
  const places = { keystorePath: "/v/k.json", wrappingKeyPath: null, recordPath: "/v/r.jsonl" };
  return whatWasLeft({ kind, ...places, startedAt: "2026-11-23T22:00:00.000Z", paper: nothing, ...left });
}

describe("what a ceremony that was not finished has left", () => {
  it.each(["not-renewed", "unclear"] as const)("is nothing before a key was made: %s", (kind) => {
    expect(said(kind, {})).not.toMatch(/destroy|remove/i);
    expect(said(kind, {})).toMatch(/no key and no (new )?sheet/i);
  });

  it("is in a recovery a key file, and no new share sheet", () => {
    const file = said("not-renewed", { wrappingKeyPath: "/k/new.txt" });
    expect(file).toContain("Its Wrapping Key file opens nothing: remove it.");
    expect(file).not.toContain("destroy");
    const sheet = said("not-renewed", { paper: { shares: false, key: true } });
    expect(sheet).toContain("If a Wrapping Key sheet came out in it");
    expect(sheet).not.toMatch(/share sheets|file/);
    expect(said("renewed", {})).toContain(
      "The new Wrapping Key counts; the custodians’ sheets are as they were.",
    );
  });

  it("is in a reshare new share sheets, and no key", () => {
    const paper = { shares: true, key: false };
    expect(said("not-renewed", { paper })).toContain("If new share sheets came out in it");
    expect(said("not-renewed", { paper })).not.toContain("Wrapping Key");
    expect(said("renewed", { paper })).toContain("the Wrapping Key is as it was");
  });

  it("is said of everything where the note does not say", () => {
    for (const kind of renewals) {
      expect(said(kind, { paper: null })).toMatch(/Wrapping Key.*sheets/);
    }
    expect(said("unclear", { paper: null })).toContain("share sheets of that ceremony open nothing");
  });
});

import { expect, it } from "vitest";
import type { Finding } from "../../../electron/contract/preflight";
import { compared } from "../../../electron/preflight/compared";

const finding = (id: Finding["id"], verdict: Finding["verdict"]): Finding => ({
  id,
  what: id,
  found: "Found.",
  verdict,
});

it.each(["clock", "app-hash"] as const)("is good once people have compared it: %s", (id) => {
  expect(compared([finding(id, "not-known"), finding("swap", "good")], id, "a radio clock")).toEqual([
    { id, what: id, verdict: "good", found: "Found. People compared it with: a radio clock." },
    finding("swap", "good"),
  ]);
});

it.each([finding("clock", "red"), finding("swap", "not-known"), finding("network", "red")])(
  "changes nothing that people cannot tell, or that is red: %j",
  (one) => {
    expect(compared([one], one.id, "a radio clock")).toEqual([one]);
  },
);

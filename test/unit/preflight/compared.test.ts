import { expect, it } from "vitest";
import type { Finding } from "../../../electron/contract/preflight";
import { compared } from "../../../electron/preflight/compared";

const finding = (id: Finding["id"], verdict: Finding["verdict"], found = "Found."): Finding => ({
  id,
  what: id,
  found,
  verdict,
});
const others = [finding("swap", "not-known"), finding("network", "red")];

it.each(["clock", "app-hash"] as const)("is good or red once people have compared it: %s", (id) => {
  const findings = [...others, finding(id, "not-known")];
  expect(compared(findings, id, { source: "a radio clock", same: true })).toEqual([
    ...others,
    finding(id, "good", "Found. People compared it with a radio clock: the same."),
  ]);
  expect(compared(findings, id, { source: "a radio clock", same: false })).toEqual([
    ...others,
    finding(id, "red", "Found. People compared it with a radio clock: not the same."),
  ]);
});

it("does not turn what is red already into good", () => {
  const findings = [finding("clock", "red")];
  expect(compared(findings, "clock", { source: "a radio clock", same: true })).toEqual(findings);
});

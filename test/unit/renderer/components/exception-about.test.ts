import { expect, it } from "vitest";
import type { Finding } from "../../../../electron/contract/preflight";
import { type Departed, happenedOf, peopleOf } from "../../../../renderer/components/exception-about";

const swap: Finding = { id: "swap", what: "Swap", found: "𝕊".repeat(600), verdict: "red" };

/** Of a view only the people and the findings are looked at. */
function atPreflight(custodians: readonly string[]): Departed {
  const people = { administrator: "Amara", witnesses: ["Ruth", "Jonas"], custodians };
  const plan = { ...people, sharedRoles: ["Ruth"], renews: null };
  return { at: "ceremony", step: "preflight", plan, findings: [swap] } as unknown as Departed;
}

it("knows everybody once, and the witnesses", () => {
  expect(peopleOf(atPreflight(["Carla", "Ruth"]))).toEqual({
    everybody: ["Amara", "Ruth", "Jonas", "Carla"],
    witnesses: ["Ruth", "Jonas"],
  });
});

it("knows in a reshare who holds a share now, and who will", () => {
  const view = atPreflight(["Dora"]);
  const keystore = { custodians: [{ index: 1, name: "Chen" }] };
  const plan = { ...view.plan, renews: { kind: "reshare", keystore } };
  expect(peopleOf({ ...view, plan } as unknown as Departed).everybody.slice(3)).toEqual(["Dora", "Chen"]);
});

it("takes a check's custodians from its keystore", () => {
  const plan = { administrator: "Amara", witnesses: ["Ruth"], sharedRoles: [] };
  const keystore = { custodians: [{ index: 1, name: "Chen" }] };
  const view = { at: "check", step: "round", plan, keystore } as unknown as Departed;
  expect(peopleOf(view).everybody).toEqual(["Amara", "Ruth", "Chen"]);
});

it("tells what was found in at most 500 whole characters, and nothing of what it did not see", () => {
  const view = atPreflight([]);
  expect(happenedOf(view, "swap")).toBe("𝕊".repeat(500));
  expect(happenedOf(view, "roles")).toBe("“Ruth” has two parts in this ceremony.");
  expect(happenedOf(view, "network")).toBe("");
  expect(happenedOf(view, null)).toBe("");
});

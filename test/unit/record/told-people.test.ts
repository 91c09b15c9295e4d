import { expect, it } from "vitest";
import { toldPeople } from "../../../electron/record/told-people";

const line = {
  seq: 0,
  time: "2026-11-23T22:00:00.000Z",
  event: "ceremony.opened",
  actor: "app",
  prev: "0".repeat(64),
};

it("names each person once, with every part that the parameters give them", () => {
  const parameters = {
    vaultName: "Payments EU",
    administrator: "Ada",
    witnesses: ["Wim"],
    custodians: ["Chen", "Ada"],
  };
  expect(toldPeople({ ...line, data: { parameters } })).toEqual({
    vaultName: "Payments EU",
    people: [
      { name: "Ada", role: "administrator and custodian" },
      { name: "Wim", role: "witness" },
      { name: "Chen", role: "custodian" },
    ],
  });
});

it.each([undefined, null, "none", [], { witnesses: "Wim", custodians: [1], administrator: 3 }])(
  "takes nothing from parameters of another shape: %j",
  (parameters) => {
    expect(toldPeople({ ...line, data: { parameters } })).toEqual({ vaultName: null, people: [] });
    expect(toldPeople(null)).toEqual({ vaultName: null, people: [] });
  },
);

import { describe, expect, it } from "vitest";
import { printsSheets, scriptOf, scriptOfCheck } from "../../../../electron/ceremony/proceedings/script";
import type { PlanView } from "../../../../electron/contract/plan";
import type { ScriptStep } from "../../../../electron/contract/sheets";
import { keystoreFacts } from "../facts";
import { everyPlan, generation, renewals } from "./plans";

const many = Array.from({ length: 255 }, (_, at) => `Custodian ${at + 1}`);
const actors = (steps: readonly ScriptStep[]) => steps.map(({ who }) => who);

/** Where each of these stands in the script, which must hold them in this order. */
function places(steps: readonly ScriptStep[], ...parts: readonly RegExp[]): readonly number[] {
  const found = parts.map((part) => steps.findIndex(({ text }) => part.test(text)));
  expect(found).not.toContain(-1);
  expect([...found].sort((one, other) => one - other)).toEqual(found);
  return found;
}

function expectSound(steps: readonly ScriptStep[]): void {
  expect(steps.map(({ number }) => number)).toEqual(steps.map((_, at) => at + 1));
  for (const { who, text, lookAway } of steps) {
    expect(who).not.toBe("");
    expect(text).toMatch(/^\S.*[.]$/su);
    if (lookAway !== null) expect(lookAway).not.toBe("");
    // Nobody acts and looks away at once.
    expect(lookAway).not.toBe(who);
  }
}

describe.each(everyPlan)("the script of %s", (kind, plan) => {
  const steps = scriptOf(plan);

  it("is numbered, begins with the parameters, and ends with the record on paper", () => {
    expectSound(steps);
    places(
      steps,
      /parameters aloud/,
      /first line/,
      /clock/,
      /app’s hash/,
      /finds of the workstation/,
      /second copy/,
      /Counts the bags/,
      /says by name/,
      /Seals the record/,
      /record’s head/,
      /media and bags leave/,
    );
  });

  it("proves a printer only where something secret is printed", () => {
    const proves = steps.some(({ text }) => text.includes("proof page"));
    expect(proves).toBe(printsSheets(plan));
    expect(proves).toBe(["generate", "reshare"].includes(kind));
    const onPaper: PlanView = { ...plan, delivery: { way: "sheet" } };
    expect(scriptOf(onPaper).some(({ text }) => text.includes("proof page"))).toBe(true);
  });

  it("lets everybody look away wherever a secret stands open, and nobody where keys are made", () => {
    for (const { text, lookAway } of steps) {
      const isSecret = /enters? the share|prints the share|Enters the Wrapping Key|types it back whole/.test(
        text,
      );
      expect(lookAway !== null).toBe(isSecret);
    }
  });

  it("names the delivery where a Wrapping Key is made, and the old keystore where one is replaced", () => {
    const told = steps.some(({ text }) => text.includes("/k/key.txt"));
    expect(told).toBe(kind !== "reshare");
    expect(steps.some(({ text }) => text.includes("old keystore"))).toBe(kind !== "generate");
  });

  it("asks for old sheets where a set is retired, before the record is signed", () => {
    expect(steps.some(({ text }) => text.includes("old sheets"))).toBe(kind === "reshare");
    if (kind === "reshare") places(steps, /old keystore/, /old sheets/, /Counts the bags/, /says by name/);
  });
});

describe("the script of a ceremony", () => {
  it("gives every custodian who gets a new sheet a step, and its bag another, in their order", () => {
    for (const plan of [generation, renewals.reshare]) {
      const steps = scriptOf({ ...plan, custodians: many });
      expectSound(steps);
      expect(actors(steps).filter((who) => who.startsWith("Custodian "))).toEqual(many);
      const bags = steps.filter(
        ({ text }) => text.startsWith("The sheet of ") && text.includes("sealed in its bag"),
      );
      expect(bags.map(({ text }) => text.slice("The sheet of ".length, text.indexOf(" is sealed")))).toEqual(
        many,
      );
      expect(new Set(bags.map(({ who }) => who))).toEqual(new Set([plan.administrator]));
    }
  });

  it("says how many custodians open a keystore, by the keystore and not by what will come after", () => {
    const wide = scriptOf({ ...renewals.reshare, threshold: 3 });
    expect(wide.find(({ who }) => who === "The custodians")?.text).toContain("until 2 shares are in");
    // Of a damaged keystore nobody knows it before the first share says it.
    expect(
      scriptOf(renewals["recover-damaged"]).find(({ who }) => who === "The custodians")?.text,
    ).not.toContain("until");
  });

  it("calls for the operator alone where the Wrapping Key opens the keystore", () => {
    expect(actors(scriptOf(renewals.rotate))).not.toContain("The custodians");
    expect(scriptOf(renewals.rotate).find(({ who }) => who === "The operator")).toMatchObject({
      lookAway: "Everybody else",
    });
    expect(actors(scriptOf(renewals["rotate-by-quorum"]))).toContain("The custodians");
  });

  it("leaves room for each custodian who may come, where their sheets stay as they are", () => {
    const steps = scriptOf({ ...renewals.recover, custodians: many });
    expectSound(steps);
    expect(actors(steps).filter((who) => who.startsWith("Custodian "))).toEqual(many);
  });

  it("puts the Wrapping Key’s sheet into a bag where it goes on paper", () => {
    const steps = scriptOf({ ...generation, delivery: { way: "sheet" } });
    expect(steps.find(({ who }) => who === "The operator")).toMatchObject({
      lookAway: "Everybody else",
      text: expect.stringContaining("bag"),
    });
  });
});

describe("the script of a renewal", () => {
  it.each(Object.entries(renewals))("says the generation and its date aloud: %s", (kind, plan) => {
    const said = scriptOf(plan).find(({ text }) => text.startsWith("Reads aloud the generation"));
    expect(said?.who).toBe(plan.administrator);
    expect(said?.text).toContain(
      kind === "recover-damaged"
        ? "Unreadable, last changed at an unreadable time, as the damaged file says: nothing proves it."
        : "3, last changed 2026-11-25 09:30 UTC.",
    );
  });
});

describe("the script of a round of checks", () => {
  it("calls every custodian once, who enter their shares alone", () => {
    const steps = scriptOfCheck("Ada", many, keystoreFacts);
    expect(steps.find(({ text }) => text.includes("generation"))?.text).toContain(
      "the ceremony checks: 3, last changed 2026-11-25 09:30 UTC. Whoever was at a later ceremony",
    );
    expectSound(steps);
    const called = steps.filter(({ who }) => who.startsWith("Custodian "));
    expect(actors(called)).toEqual(many);
    expect(new Set(called.map(({ lookAway }) => lookAway))).toEqual(new Set(["Everybody else"]));
    places(
      steps,
      /parameters aloud/,
      /first line/,
      /fingerprint/,
      /custody report/,
      /says by name/,
      /Seals/,
      /head/,
    );
  });
});

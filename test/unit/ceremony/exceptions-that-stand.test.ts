import { expect, it } from "vitest";
import type { Finding, PreflightItem } from "../../../electron/contract/preflight";
import type { ExceptionAbout } from "../../../electron/contract/proceedings";
import { comeToPreflight, soundWorkstation } from "./held-frame";
import { type HeldRoom, holdRoom, people, plan } from "./held-room";

/** A production ceremony at its preflight; `found` says what is red, and can be changed for the next look. */
async function atPreflight(found: Partial<Record<PreflightItem, string>>): Promise<HeldRoom> {
  const preflight = async (): Promise<readonly Finding[]> =>
    soundWorkstation.map((finding) => {
      const text = found[finding.id];
      return text === undefined ? finding : { ...finding, found: text, verdict: "red" };
    });
  const held = await holdRoom({ preflight });
  await plan(held);
  await held.must("acceptPlan", { runtimeAccepted: false, rehearsalHeld: true });
  await comeToPreflight(held);
  return held;
}

async function except(held: HeldRoom, about: ExceptionAbout): Promise<void> {
  await held.must("askException", { about });
  await held.must("recordException", {
    ...{ about, expected: "E", happened: "H", decided: "D" },
    ...{ decidedBy: people.administrator, witnessedBy: people.witnesses[0] ?? "" },
  });
}

async function lookAgain(held: HeldRoom, same = true): Promise<void> {
  await held.must("lookAgain", null);
  await held.must("compareClock", { source: "Ruth’s wristwatch", same });
  await held.must("compareAppHash", { source: "the page in the safe", same });
}

const stopped = { step: "preflight", problem: { code: "preflight.red", open: 1 } };

it("an exception counts as long as the same is found, and not for what is found in its place", async () => {
  const found: Partial<Record<PreflightItem, string>> = { network: "One interface is up." };
  const held = await atPreflight(found);
  await except(held, "network");
  await lookAgain(held);
  expect(held.at("preflight").excepted).toEqual(["network"]);
  found.network = "Three interfaces are up.";
  await lookAgain(held);
  expect(held.at("preflight").excepted).toEqual([]);
  await held.must("passPreflight", null);
  expect(held.view().page).toMatchObject(stopped);
  await except(held, "network");
  await held.must("passPreflight", null);
  held.at("proof");
});

it("one that was recorded before anything was red counts for nothing that becomes so", async () => {
  const found: Partial<Record<PreflightItem, string>> = {};
  const held = await atPreflight(found);
  await except(held, "swap");
  found.swap = "Swap is on.";
  await lookAgain(held);
  await held.must("passPreflight", null);
  expect(held.view().page).toMatchObject(stopped);
});

it("one about a comparison counts for that comparison alone", async () => {
  const held = await atPreflight({});
  await lookAgain(held, false);
  await except(held, "clock");
  await except(held, "app-hash");
  await lookAgain(held, false);
  await held.must("passPreflight", null);
  expect(held.view().page).toMatchObject({ step: "preflight", problem: { code: "preflight.red", open: 2 } });
});

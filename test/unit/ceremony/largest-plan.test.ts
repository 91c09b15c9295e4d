import { join } from "node:path";
import { expect, it } from "vitest";
import type { ScriptSheet } from "../../../electron/contract/sheets";
import { comeToPreflight, withRed } from "./held-frame";
import { recordIn } from "./held-record";
import { holdRoom, ordered } from "./held-room";

/** As long as a name may be, of characters that take four bytes each, and no two alike. */
const longest = (kind: string, count: number) =>
  Array.from({ length: count }, (_, at) => {
    const end = `${kind}${at}`;
    return `${"𝄞".repeat(120 - end.length)}${end}`;
  });

it("the largest plan that people can make has a record, a script and a sign-off", async () => {
  const held = await holdRoom({ preflight: async () => withRed("network") });
  await held.must("startGenerate", { practice: true });
  await held.must("planVault", { vaultName: longest("v", 1)[0] ?? "" });
  const [custodians, witnesses] = [longest("c", 255), longest("w", 255)];
  const [administrator = ""] = longest("a", 1);
  await held.must("planPeople", { administrator, witnesses, custodians, sharedRolesAccepted: false });
  await held.must("planQuorum", { threshold: 255, allNeededAccepted: true });
  await held.must("planKey", { bits: 256 });
  await held.must("planPlaces", {
    keystorePath: join(held.folder, "keystore.json"),
    delivery: { way: "sheet" },
    sharedMediumAccepted: false,
  });
  await held.must("acceptPlan", { runtimeAccepted: false, rehearsalHeld: null });
  await held.must("choosePage", null);
  await held.must("printPage", ordered("paper"));
  expect((held.printed.at(-1) as ScriptSheet).steps.length).toBeGreaterThan(510);
  await comeToPreflight(held);
  await held.must("askException", { about: "network" });
  const [decidedBy = "", witnessedBy = ""] = [custodians[254], witnesses[254]];
  const text = "𝄞".repeat(500);
  const told = { expected: text, happened: text, decided: text, decidedBy, witnessedBy };
  await held.must("recordException", { about: "network", ...told });
  await held.must("passPreflight", null);
  const { verified } = await recordIn(held.folder);
  expect(verified.parametersHash).toBe(held.at("proof").plan.parametersHash);
});

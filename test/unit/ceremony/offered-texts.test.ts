import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Finding, PreflightItem } from "../../../electron/contract/preflight";
import { fail, ok } from "../../../electron/contract/result";
import { looksSecret } from "../../../electron/record/looks-secret";
import { vault } from "../keystore/vectors";
import { soundWorkstation } from "./held-frame";
import { recordIn } from "./held-record";
import { type HeldRoom, holdRoom, ordered, people, plan } from "./held-room";

const key = vault(0).wrappingKey;
const hash = "5e7f".repeat(16);
const addresses =
  "Up: eth0 (192.168.178.23, 2003:e4:bf0f:2a00:5054:ff:feb1:9d2a, fd00:aaaa:bbbb:cccc:dddd:eeee:ffff:0123, " +
  "fe80::5054:ff:feb1:9d2a). Unplug the cable, and switch the radio off.";

/** What the app finds of a workstation, and says in texts that could be read as keys or words. */
const found: readonly (readonly [PreflightItem, string])[] = [
  ["network", addresses],
  ["app-hash", `This app is ${hash}, and ${[...hash].reverse().join("")} was published.`],
  ["storage", `Mounted: /media/kc/${"0123-4567-89ab-cdef-".repeat(4)}`],
  ["disk-encryption", `The volume luks-${"deadbeef-".repeat(8)} is open.`],
  ["printers", "zoo zone abandon ability able about above absent absorb abstract"],
];

/** A ceremony at its preflight, where one item is red. */
async function atPreflight(id: PreflightItem, said: string): Promise<HeldRoom> {
  const finding: Finding = { id, what: id, found: said, verdict: "red" };
  const findings = soundWorkstation.map((one) => (one.id === id ? finding : one));
  const held = await holdRoom({ preflight: async () => findings });
  await plan(held);
  await held.must("acceptPlan", { runtimeAccepted: false, rehearsalHeld: true });
  await held.must("startCeremony", null);
  await held.must("firstHashWritten", null);
  await held.must("compareClock", { source: "Ruth’s wristwatch", same: true });
  await held.must("compareAppHash", null);
  await held.must("askException", { about: id });
  return held;
}

function exception(about: PreflightItem, happened: string) {
  const who = { decidedBy: people.administrator, witnessedBy: people.witnesses[0] ?? "" };
  return { about, expected: "Nothing red", happened, decided: "Go on", ...who };
}

describe.each(found)("what the app found of %s", (id, said) => {
  it("could be taken for a secret", () => {
    expect(looksSecret(said)).toBe(true);
  });

  it("goes into the record as it was found, and lets the ceremony go on", async () => {
    const held = await atPreflight(id, said);
    await held.must("recordException", exception(id, said));
    await held.must("passPreflight", null);
    expect((await recordIn(held.folder)).text).toContain(JSON.stringify(said));
  });

  it("may be cut short, continued and begun otherwise", async () => {
    for (const edited of [said.slice(0, -5), `${said} It was unplugged.`, `Seen by all: ${said}`]) {
      const held = await atPreflight(id, said);
      await held.must("recordException", exception(id, edited));
    }
  });

  it("hides no secret that was put into it, and the field is named", async () => {
    const held = await atPreflight(id, said);
    const middle = Math.floor(said.length / 2);
    const texts = [
      `${said} ${key}`,
      `${key} ${said}`,
      `${said.slice(0, middle)} ${key} ${said.slice(middle)}`,
    ];
    for (const happened of [...texts, key]) {
      const refused = await held.send("recordException", exception(id, happened));
      expect(refused).toEqual(fail({ code: "text.secret", member: "happened" }));
    }
    expect((await recordIn(held.folder)).text).not.toContain(key);
  });
});

it("lets a path pass that was chosen in the system's dialog, and no such one that was typed", async () => {
  const chosen: string[] = [];
  const held = await holdRoom({ pickPath: async () => chosen.at(-1) ?? null });
  await plan(held);
  await held.must("back", null);
  chosen.push(join(held.folder, `vault-${hash}.json`));
  const delivery = { way: "sheet" } as const;
  const places = { keystorePath: chosen[0] ?? "", delivery, sharedMediumAccepted: true };
  const refused = fail({ code: "text.secret", member: "keystorePath" });
  expect(await held.send("planPlaces", places)).toEqual(refused);
  expect(await held.must("pickPath", { what: "new-keystore" })).toBe(chosen[0]);
  await held.must("planPlaces", places);
  held.at("review");
});

it("lets a printer be chosen by whatever name it has", async () => {
  const id = `ipp-${hash}`;
  const list = async () => ({
    found: [{ id, name: id, kind: "queue", reach: "local" } as const],
    silent: false,
  });
  const print = async () => ok({ job: "gone", files: "not-kept" } as const);
  const held = await holdRoom({ printing: { list, print, toPdf: async () => ok(Buffer.from("%PDF-")) } });
  await plan(held);
  await held.must("acceptPlan", { runtimeAccepted: false, rehearsalHeld: true });
  await held.must("choosePage", null);
  await held.must("printPage", ordered(id));
  expect(held.view().page).toMatchObject({ step: "script", printed: true });
});

it("names the row of a list that a secret has strayed into", async () => {
  const held = await holdRoom();
  await held.must("startGenerate", { practice: false });
  await held.must("planVault", { vaultName: "Payments EU" });
  const refused = await held.send("planPeople", { ...people, custodians: ["Carla", "Chen", key] });
  expect(refused).toEqual(fail({ code: "text.secret", member: "custodians.2" }));
});

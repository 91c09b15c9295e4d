import { join } from "node:path";
import { expect, it } from "vitest";
import type { CommandName, Input } from "../../../electron/contract/commands";
import { carryOut, generate, generation, place } from "./held-generation";
import { recordIn } from "./held-record";
import { type HeldRoom, holdRoom, people } from "./held-room";

/** Every command that a page could send at any time, with an input that fits somewhere. */
function anything({ folder, view }: HeldRoom): readonly (readonly [CommandName, unknown])[] {
  const { page } = view();
  const plan = "plan" in page ? (page.plan as { administrator: string; witnesses: readonly string[] }) : null;
  return [
    ...(["passPreflight", "skipProof", "begin", "sealRecord", "headWritten", "toRecord"] as const).map(
      (name) => [name, null] as const,
    ),
    ["back", null],
    ["acceptPlan", { runtimeAccepted: true, rehearsalHeld: true }],
    ["planPeople", { ...people, witnesses: ["Somebody else"] }],
    ["planKey", { bits: 192 }],
    [
      "planPlaces",
      { keystorePath: join(folder, "x.json"), delivery: { way: "sheet" }, sharedMediumAccepted: true },
    ],
    ["deliver", { delivery: { way: "file", path: join(folder, "stolen.txt") }, order: null }],
    ["writeKeystore", { path: join(folder, "stolen.json") }],
    ["signOff", { disagreement: null }],
    ["chooseSigner", { name: plan?.administrator ?? "" }],
    ["endWithoutRecord", null],
    ["retryRecord", null],
    ["goHome", null],
    ["startGenerate", { practice: true }],
    ["confirmNames", { vaultName: "V", custodians: ["A"] }],
    ["removeOldKeystore", null],
    ["planCheck", { ...people, runtimeAccepted: true, rehearsalHeld: true }],
  ];
}

/** What none of these may bring about where it does not belong: another place than the one that the deed leads to. */
const belongs: Readonly<Partial<Record<CommandName, readonly string[]>>> = {
  passPreflight: ["preflight"],
  skipProof: ["proof"],
  begin: ["proven"],
  sealRecord: ["sign-off"],
  headWritten: ["sealed"],
  signOff: ["signing"],
  chooseSigner: ["sign-off"],
  back: ["script", "spoiled", "key-read-back"],
};

it("a page that sends anything at any step reaches nothing that does not belong there", async () => {
  const held = await holdRoom();
  await generate(held, place("choosePage"));
  let refused = 0;
  for (const deed of generation.slice(place("choosePage"))) {
    const { page } = held.view();
    const step = "step" in page ? page.step : page.at;
    for (const [name, input] of anything(held)) {
      if (belongs[name]?.includes(step)) continue;
      const before = held.view();
      expect([name, step, await held.send(name, input as Input<typeof name>)]).toMatchObject([
        name,
        step,
        { ok: false, error: { code: "ceremony.not-now" } },
      ]);
      expect(held.view()).toBe(before);
      refused += 1;
    }
    // A command twice on one stamp: the second one is stale, or has no place.
    const { ceremonyId, revision } = held.view();
    const stamp = { ceremonyId, revision };
    await carryOut(held, deed);
    const again = await held.room.answer(deed.name, stamp, deed.input(held) as never);
    if (!["enterWords"].includes(deed.name))
      expect(again).toEqual({ ok: false, error: { code: "ceremony.stale" } });
  }
  expect(refused).toBeGreaterThan(500);
  const { events, verified } = await recordIn(held.folder);
  expect(verified.sealed).toBe(true);
  const signed = events.filter((event) => event.startsWith("sign-off."));
  expect(signed).toEqual([
    "sign-off.confirmed",
    "sign-off.confirmed",
    "sign-off.disagreed",
    "sign-off.absent",
  ]);
});

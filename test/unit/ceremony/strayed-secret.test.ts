import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CommandName, Input } from "../../../electron/contract/commands";
import { fail } from "../../../electron/contract/result";
import { vault, vaults } from "../keystore/vectors";
import { page, startRound, whoChecks } from "./held-check";
import { closeRecord } from "./held-frame";
import { recordIn } from "./held-record";
import { type HeldRoom, handOver, holdRoom, people, plan } from "./held-room";

const [share] = vault(0).shares;
const secrets: readonly (readonly [string, string])[] = [
  ["eight words of a share", share?.words.split(" ").slice(0, 8).join(" ") ?? ""],
  ["a share's code", share?.qr ?? ""],
  ["a Wrapping Key", vault(0).wrappingKey],
  ["a Wrapping Key in groups with dashes", vault(0).wrappingKey.replace(/.{4}/g, "$&-")],
];
const strayed = { ok: false, error: { code: "text.secret", member: expect.any(String) } };

/** Everything that the room has shown, and all that stands in its folder. */
async function saidBy(held: HeldRoom): Promise<string> {
  const files = await readdir(held.folder, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map(async (file) => readFile(join(file.parentPath, file.name), "utf8"));
  const names = files.map(({ name }) => name);
  return [
    JSON.stringify(held.views),
    JSON.stringify(held.printed),
    ...names,
    ...(await Promise.all(texts)),
  ].join();
}

async function refuses<N extends CommandName>(held: HeldRoom, name: N, input: Input<N>): Promise<void> {
  const before = held.view();
  expect(await held.send(name, input)).toEqual(strayed);
  expect(held.view()).toBe(before);
}

describe.each(secrets)("%s that strays into what many people read", (_, secret) => {
  it("is refused in a plan, and nothing of it is kept", async () => {
    const held = await holdRoom();
    await held.must("startGenerate", { practice: false });
    await refuses(held, "planVault", { vaultName: secret });
    await held.must("planVault", { vaultName: "Payments EU" });
    const { custodians } = people;
    await refuses(held, "planPeople", { ...people, administrator: secret });
    await refuses(held, "planPeople", { ...people, witnesses: ["Wim Witness", secret] });
    await refuses(held, "planPeople", { ...people, custodians: [...custodians, secret] });
    await held.must("planPeople", people);
    await held.must("planQuorum", { threshold: 3, allNeededAccepted: false });
    await held.must("planKey", { bits: 256 });
    const keystorePath = join(held.folder, "keystore.json");
    const delivery = { way: "file", path: join(held.folder, secret) } as const;
    await refuses(held, "planPlaces", { keystorePath, delivery, sharedMediumAccepted: true });
    const swapped = { keystorePath: delivery.path, delivery: { way: "sheet" } as const };
    await refuses(held, "planPlaces", { ...swapped, sharedMediumAccepted: true });
    expect(await saidBy(held)).not.toContain(secret);
  });

  it("is refused while the record is written, as a number, a name or a path", async () => {
    const held = await holdRoom();
    await plan(held);
    await held.must("acceptPlan", { runtimeAccepted: false, rehearsalHeld: true });
    await held.must("startCeremony", null);
    await held.must("firstHashWritten", null);
    await refuses(held, "compareClock", { source: secret, same: true });
    await held.must("compareClock", { source: "Ruth’s wristwatch", same: true });
    await refuses(held, "compareAppHash", { source: secret, same: true });
    await held.must("compareAppHash", null);
    await held.must("askException", { about: null });
    const exception = { about: null, expected: "E", happened: "H", decided: "D" };
    const who = { decidedBy: people.administrator, witnessedBy: people.witnesses[0] ?? "" };
    for (const member of ["expected", "happened", "decided", "decidedBy", "witnessedBy"]) {
      const typed = { ...exception, ...who, [member]: secret };
      expect(await held.send("recordException", typed)).toEqual(fail({ code: "text.secret", member }));
    }
    await held.must("keepGoing", null);
    await held.must("passPreflight", null);
    await held.must("skipProof", null);
    for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
    const delivery = { way: "file", path: join(held.folder, secret) } as const;
    await refuses(held, "deliver", { delivery, order: null });
    await writeFile(join(held.folder, "keystore.json"), "somebody else's");
    const planned = { way: "file", path: join(held.folder, "wrapping-key.txt") } as const;
    await held.must("deliver", { delivery: planned, order: null });
    await refuses(held, "writeKeystore", { path: delivery.path });
    await held.must("writeKeystore", { path: join(held.folder, "other.json") });
    await refuses(held, "copyKeystore", { path: delivery.path });
    await held.must("skipSecondCopy", null);
    await held.must("chooseSigner", { name: people.administrator });
    await refuses(held, "signOff", { disagreement: secret });
    await held.must("leaveSigning", null);
    await closeRecord(held);
    expect((await recordIn(held.folder)).text).not.toContain(secret);
    expect(JSON.stringify(held.views)).not.toContain(secret);
  });

  it("is refused in a round of checks, down to the name of its report", async () => {
    const [held, { sheets }] = await startRound();
    await refuses(held, "planCheck", { ...whoChecks, administrator: secret });
    await held.must("planCheck", whoChecks);
    await held.must("startCeremony", null);
    await held.must("firstHashWritten", null);
    await held.must("compareClock", { source: "Ruth’s wristwatch", same: true });
    await held.must("compareAppHash", null);
    await held.must("passPreflight", null);
    await held.must("checkSheet", { index: 1 });
    await held.must("enterWords", { position: 1, text: sheets[0]?.words.join(" ") ?? "" });
    const sealed = { number: secret, again: secret };
    await refuses(held, "sheetChecked", { opened: null, sealed });
    await refuses(held, "sheetChecked", { opened: secret, sealed: null });
    await held.must("sheetChecked", { opened: null, sealed: null });
    await held.must("endRound", null);
    await refuses(held, "saveCustody", { path: join(held.folder, secret) });
    expect(page(held, "custody").savedTo).toBe(null);
    expect(await saidBy(held)).not.toContain(secret);
  });

  it("is refused where a damaged vault's fingerprint is asked for", async () => {
    const held = await holdRoom();
    const path = join(held.folder, "keystore.json");
    await writeFile(path, JSON.stringify({ ...vaults[0]?.keystore, createdAt: "yesterday" }));
    await held.must("openKeystore", { path });
    await refuses(held, "startRecoverDamaged", { fingerprint: secret });
    await held.must("startRecoverDamaged", { fingerprint: "" });
    await held.must("planReason", {
      ...{ reason: "The medium failed", authorisation: "The board", opener: "quorum" as const },
      ...{ destroyed: [], idleMinutes: 15 },
    });
    await refuses(held, "planFingerprint", { fingerprint: secret });
  });
});

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isAnchoredIn } from "../../../electron/record/authentic";
import { parametersHash } from "../../../electron/record/parameters-hash";
import { run } from "../cli/command";
import { vaultFolder } from "../cli/vault-folder";
import type { FoundRecord } from "../record/found-records";
import { comeToNames, deliverAndEnd, flippedSeal, keystoreAt, openDamaged } from "./held-damaged";
import { bagged, closeRecord, openRecord, signAndSeal } from "./held-frame";
import { custodians, generate } from "./held-generation";
import { type HeldRecord, recordIn } from "./held-record";
import { acceptAndOpen, begin, type HeldRoom, handOver, holdRoom, people } from "./held-room";
import { giveShare, type HeldVault, makeVaultFile } from "./held-vault";

const looked = new Array<string>(14).fill("preflight.found");
const framed = [
  "ceremony.opened",
  "first-hash.written-down",
  ...looked,
  "clock.compared",
  "app-hash.compared",
  "preflight.passed",
];
const signed = (count: number) => new Array<string>(count).fill("sign-off.confirmed");
const end = ["ceremony.ended", "record.sealed"];

/** Everything that showed the parameters' hash shows the one of line 0's parameters. */
function expectOneHash({ verified, lines }: HeldRecord, { views, printed }: HeldRoom): void {
  const hash = parametersHash(lines[0]?.data.parameters);
  expect(verified.parametersHash).toBe(hash);
  const shown = JSON.stringify([views, printed]).match(/"parametersHash":"[^"]*"/g) ?? [];
  expect(shown.length).toBeGreaterThan(5);
  expect(new Set(shown)).toEqual(new Set([`"parametersHash":"${hash}"`]));
}

/** The head that the sealed record's page shows is the file's, and so is the first line's hash. */
function expectHeads({ verified }: HeldRecord, { views }: HeldRoom): void {
  const shown = JSON.stringify(views);
  expect(shown).toContain(`"firstHash":"${verified.firstHash}","head":"${verified.head}"`);
  expect(verified.sealed).toBe(true);
}

async function startRenewal(kind: "recover" | "rotate" | "reshare"): Promise<[HeldRoom, HeldVault]> {
  const held = await holdRoom();
  const vault = await makeVaultFile(held.folder);
  await held.must("openKeystore", { path: vault.path });
  await held.must("startRenewal", { kind });
  await held.must("planReason", {
    reason: "It is due",
    authorisation: "The board",
    opener: kind === "rotate" ? "wrapping-key" : "quorum",
    destroyed: [],
    idleMinutes: 15,
  });
  await held.must("planPeople", kind === "reshare" ? people : { ...people, custodians: [] });
  if (kind === "reshare") await held.must("planQuorum", { threshold: 3, allNeededAccepted: false });
  else {
    await held.must("planKey", { bits: 256 });
    const delivery = { way: "file", path: join(held.folder, "new-key.txt") } as const;
    await held.must("planPlaces", { keystorePath: "", delivery, sharedMediumAccepted: true });
  }
  return [held, vault];
}

/** The members of each event's data, wherever it is told. */
function membersOf(lines: HeldRecord["lines"]): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map<string, Set<string>>();
  for (const { event, data } of lines) {
    const known = members.get(event) ?? new Set();
    members.set(event, known.add(Object.keys(data).sort().join(" ")));
  }
  return members;
}

/** Both tell these events, and under the same name the same members. */
function expectSameMembers(app: HeldRecord, cli: FoundRecord | undefined, common: readonly string[]): void {
  const [inApp, onLine] = [membersOf(app.lines), membersOf(cli?.lines ?? [])];
  const both = [...inApp.keys()].filter((event) => onLine.has(event));
  expect(both).toEqual(expect.arrayContaining([...common]));
  for (const event of both) expect([event, onLine.get(event)]).toEqual([event, inApp.get(event)]);
}

async function deliverAndClose(held: HeldRoom): Promise<void> {
  const delivery = { way: "file", path: join(held.folder, "new-key.txt") } as const;
  await held.must("deliver", { delivery, order: null });
  await held.must("skipSecondCopy", null);
  await held.must("keepOldKeystore", null);
  await closeRecord(held);
  held.at("done");
}

/** Its record is the one that the keystore's last ceremony names. */
async function expectAnchored({ verified }: HeldRecord, path: string): Promise<void> {
  const keystore = await keystoreAt(path);
  expect(isAnchoredIn(verified, keystore)).toEqual({ ok: true, value: null });
  expect(keystore.ceremonies.at(-1)).toMatchObject({
    id: verified.ceremonyId,
    kind: verified.kind,
    recordKey: verified.recordKey,
  });
}

describe("the record that a ceremony leaves beside its keystore", () => {
  it("tells a generation in order, from the script on paper to who had left", async () => {
    const held = await holdRoom();
    await generate(held);
    held.at("done");
    const record = await recordIn(held.folder);
    expect(record.events).toEqual([
      "ceremony.opened",
      "script.printed",
      ...framed.slice(1),
      "proof.printed",
      "proof.passed",
      "ceremony.begun",
      "keys.made",
      ...custodians.flatMap(() => [
        "share.handed-over",
        "share.sent",
        "share.printed",
        "share.verified",
        "bag.sealed",
      ]),
      "wrapping-key.sent",
      "wrapping-key.delivered",
      "wrapping-key.read-back",
      "bag.sealed",
      "keystore.written",
      "keystore.copied",
      "sign-off.confirmed",
      "sign-off.confirmed",
      "sign-off.disagreed",
      "sign-off.absent",
      ...end,
    ]);
    expectOneHash(record, held);
    expectHeads(record, held);
    await expectAnchored(record, join(held.folder, "keystore.json"));
    expect(record.verified.remarkable).toMatchObject({ disagreements: 1, exceptions: 0, aborts: 0 });
    const told = (event: string) =>
      record.lines.filter((line) => line.event === event).map(({ data }) => data);
    expect(told("sign-off.absent")).toEqual([{ names: ["Carla", "Cosima"] }]);
    expect(told("sign-off.disagreed")).toEqual([
      { roles: ["custodian"], reason: "I was on the telephone during the second share." },
    ]);
    expect(told("bag.sealed")).toEqual([
      { index: 1, number: "N-1" },
      { index: 2, number: "N-2" },
      { index: 3, number: "N-3" },
      { number: "K-1" },
    ]);
    expect(told("preflight.passed")).toEqual([{ red: 0, notKnown: 0 }]);
    expect(record.lines[0]?.data).toMatchObject({
      practice: false,
      parameters: { ceremony: "generate", custodians, threshold: 2, rehearsalHeld: true },
    });
  });

  it("tells a rehearsal as one, of whose rehearsal nothing is said", async () => {
    const held = await holdRoom();
    await generate(held, undefined, true);
    const record = await recordIn(held.folder);
    expect(record.verified).toMatchObject({ practice: true, sealed: true });
    expect(record.lines[0]?.data.parameters).toMatchObject({ rehearsalHeld: null });
    await expectAnchored(record, join(held.folder, "keystore.json"));
  });

  it("tells a recovery: who came with which bag, and in which the sheet went away", async () => {
    const [held, vault] = await startRenewal("recover");
    await acceptAndOpen(held);
    await giveShare(held, vault, 2, { opened: "O-3", sealed: bagged("N-3") });
    await giveShare(held, vault, 0, { opened: null, sealed: null });
    await deliverAndClose(held);
    const record = await recordIn(held.folder);
    expect(record.events).toEqual([
      ...framed,
      "share.entered",
      "bag.opened",
      "bag.sealed",
      "share.entered",
      "bag.none",
      "keystore.opened",
      "keys.made",
      "wrapping-key.sent",
      "wrapping-key.delivered",
      "keystore.written",
      "second-copy.skipped",
      "old-keystore.kept",
      ...signed(4),
      ...end,
    ]);
    const bags = record.lines.filter(({ event }) => event.startsWith("bag."));
    expect(bags.map(({ actor, data }) => [actor, data])).toEqual([
      ["Cosima", { index: 3, number: "O-3" }],
      ["Cosima", { index: 3, number: "N-3" }],
      ["Carla", { index: 1 }],
    ]);
    expectOneHash(record, held);
    expectHeads(record, held);
    await expectAnchored(record, vault.path);
  });

  it("tells a rotation by the key that is replaced", async () => {
    const [held, vault] = await startRenewal("rotate");
    await acceptAndOpen(held);
    await held.must("enterCurrentKey", { way: "typed", text: "00".repeat(32) });
    await held.must("enterCurrentKey", { way: "typed", text: vault.wrappingKey });
    await deliverAndClose(held);
    const record = await recordIn(held.folder);
    expect(record.events).toEqual([
      ...framed,
      "key.refused",
      "key.entered",
      "keystore.opened",
      "keys.made",
      "wrapping-key.sent",
      "wrapping-key.delivered",
      "keystore.written",
      "second-copy.skipped",
      "old-keystore.kept",
      ...signed(2),
      ...end,
    ]);
    expectOneHash(record, held);
    expectHeads(record, held);
    await expectAnchored(record, vault.path);
  });

  it("tells a reshare, and asks who came with an old share and with a new one to sign once", async () => {
    const [held, vault] = await startRenewal("reshare");
    await begin(held);
    await giveShare(held, vault, 0, { opened: "O-1", sealed: bagged("D-1") });
    await giveShare(held, vault, 1, { opened: "O-2", sealed: bagged("D-2") });
    for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
    await held.must("skipSecondCopy", null);
    await held.must("keepOldKeystore", null);
    await held.must("noteOldSheets", { destroyed: [3, 1] });
    expect(held.at("sign-off").signers.map(({ name }) => name)).toEqual([
      people.administrator,
      ...people.witnesses,
      ...people.custodians,
    ]);
    await closeRecord(held);
    const record = await recordIn(held.folder);
    const came = ["share.entered", "bag.opened", "bag.sealed"];
    expect(record.events).toEqual([
      ...framed,
      "proof.skipped",
      ...came,
      ...came,
      "keystore.opened",
      "keys.made",
      ...people.custodians.flatMap(() => [
        "share.handed-over",
        "share.sent",
        "share.printed",
        "share.verified",
        "bag.sealed",
      ]),
      "keystore.written",
      "second-copy.skipped",
      "old-keystore.kept",
      "sheet.destroyed",
      "sheet.destroyed",
      ...signed(7),
      ...end,
    ]);
    const setId = JSON.parse(await readFile(vault.path, "utf8")).retiredShareSets[0].id;
    const gone = record.lines.filter(({ event }) => event === "sheet.destroyed");
    expect(gone.map(({ actor, data }) => [actor, data])).toEqual([
      [people.administrator, { setId, index: 1, custodian: "Carla" }],
      [people.administrator, { setId, index: 3, custodian: "Cosima" }],
    ]);
    expectOneHash(record, held);
    expectHeads(record, held);
    await expectAnchored(record, vault.path);
  });

  it("tells a recovery from a damaged keystore, and that the quorum named everybody", async () => {
    const damaged = await openDamaged(flippedSeal);
    const { held, vault, keystore } = damaged;
    const { typed } = await comeToNames(damaged);
    await held.must("confirmNames", typed);
    await deliverAndEnd(damaged);
    const record = await recordIn(held.folder);
    const came = ["share.entered", "bag.none"];
    expect(record.events).toEqual([
      ...framed,
      ...came,
      ...came,
      "quorum.proven",
      "names.confirmed",
      "damaged.dropped",
      "keystore.opened",
      "keys.made",
      "wrapping-key.sent",
      "wrapping-key.delivered",
      "keystore.written",
      "second-copy.skipped",
      "old-keystore.kept",
      ...signed(4),
      ...end,
    ]);
    // Of whom a share was, nobody knew before the names were confirmed.
    const entered = record.lines.filter(({ event }) => event === "share.entered");
    expect(entered.map(({ actor }) => actor)).toEqual(["a custodian", "a custodian"]);
    expect(record.verified).toMatchObject({ kind: "recover", vaultId: keystore.vault.id });
    expectOneHash(record, held);
    expectHeads(record, held);
    await expectAnchored(record, vault.path);
  });

  it("tells a round of checks, whose head is all that proves it", async () => {
    const held = await holdRoom();
    const vault = await makeVaultFile(held.folder);
    await held.must("openKeystore", { path: vault.path });
    await held.must("startCheck", null);
    const { administrator, witnesses } = people;
    const accepted = { runtimeAccepted: false, rehearsalHeld: false, sharedRolesAccepted: false };
    await held.must("planCheck", { administrator, witnesses, ...accepted });
    await openRecord(held);
    await held.must("checkSheet", { index: 2 });
    await held.must("enterWords", { position: 1, text: vault.sheets[2]?.words.join(" ") ?? "" });
    await held.must("enterWords", { position: 1, text: vault.sheets[1]?.qr ?? "" });
    await held.must("sheetChecked", { opened: "O-2", sealed: bagged("N-2") });
    await held.must("sheetAbsent", { index: 1 });
    await held.must("checkSheet", { index: 3 });
    await held.must("sheetBad", null);
    await held.must("sheetChecked", { opened: null, sealed: null });
    await held.must("endRound", null);
    await held.must("saveCustody", { path: join(held.folder, "custody.txt") });
    await held.must("sealRecord", null);
    await signAndSeal(held);
    const record = await recordIn(held.folder);
    expect(record.events).toEqual([
      ...framed,
      "share.refused",
      "sheet.good",
      "bag.opened",
      "bag.sealed",
      "sheet.not-reachable",
      "sheet.not-good",
      "bag.none",
      "round.ended",
      "custody-report.saved",
      ...signed(4),
      ...end,
    ]);
    expect(record.lines.find(({ event }) => event === "round.ended")?.data).toEqual({
      good: 1,
      notGood: 1,
      notReachable: 1,
      notChecked: 0,
    });
    expectOneHash(record, held);
    expectHeads(record, held);
    expect(record.verified).toMatchObject({ kind: "check", sealed: true });
    expect(isAnchoredIn(record.verified, await keystoreAt(vault.path))).toMatchObject({
      error: { code: "record.not-in-keystore" },
    });
  });
});

describe("the same event has the same members from the command line as from the app", () => {
  it("in a rotation, a wrong key before it", async () => {
    const [held, vault] = await startRenewal("rotate");
    await acceptAndOpen(held);
    await held.must("enterCurrentKey", { way: "typed", text: "00".repeat(32) });
    await held.must("enterCurrentKey", { way: "typed", text: vault.wrappingKey });
    await deliverAndClose(held);
    const app = await recordIn(held.folder);
    const folder = await vaultFolder();
    const rotate = ["rotate", folder.keystore, "--wrapping-key-out", folder.out, "--wrapping-key-file"];
    expect((await run([...rotate, folder.key])).status).toBe(0);
    const [onLine] = await folder.records();
    expectSameMembers(app, onLine, [
      "ceremony.opened",
      "preflight.found",
      "key.entered",
      "keystore.opened",
      "keys.made",
      "wrapping-key.delivered",
      "keystore.written",
      "ceremony.ended",
      "record.sealed",
    ]);
    const refused = await vaultFolder();
    const wrong = [
      ...["rotate", refused.keystore, "--wrapping-key-out", refused.out],
      "--wrapping-key-file",
      "-",
    ];
    expect((await run(wrong, "00".repeat(32))).status).toBe(1);
    expectSameMembers(app, (await refused.records())[0], ["key.refused"]);
  });

  it("in a recovery that is aborted, a refused share and forgotten ones in it", async () => {
    const [held, vault] = await startRenewal("recover");
    await acceptAndOpen(held);
    await giveShare(held, vault, 2, { opened: null, sealed: null });
    await held.must("askAbort", null);
    await held.must("abort", null);
    const app = await recordIn(held.folder);
    const folder = await vaultFolder();
    const recover = ["recover", folder.keystore, "--wrapping-key-out", folder.out];
    expect((await run(recover, folder.shares[0], true)).status).toBe(1);
    expectSameMembers(app, (await folder.records())[0], [
      "share.entered",
      "ceremony.aborted",
      "record.sealed",
    ]);
  });
});

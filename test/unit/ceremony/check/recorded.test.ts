import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { openRound, page, startRound, whoChecks } from "../held-check";
import { bagged, comeToPreflight, openRecord, signAndSeal, withRed } from "../held-frame";
import { stepOf, takeRecordAway } from "../held-generation";
import { recordIn, recordsIn } from "../held-record";
import { type HeldRoom, ordered } from "../held-room";

const notNow = { ok: false, error: { code: "ceremony.not-now" } };
const noBag = { opened: null, sealed: null };

async function abort(held: HeldRoom): Promise<void> {
  await held.must("askAbort", null);
  await held.must("abort", null);
  expect(page(held, "sealed")).toMatchObject({ aborted: true, last: true });
}

describe("who takes part in a round", () => {
  it("is held to a ceremony's rules", async () => {
    const [held] = await startRound();
    for (const [typed, problem] of [
      [{ administrator: " " }, { code: "plan.name-empty", role: "administrator", position: 0 }],
      [{ witnesses: [] }, { code: "plan.too-few-witnesses" }],
      [{ witnesses: ["ada  admin"] }, { code: "plan.same-person", first: "Ada Admin", second: "ada  admin" }],
      [{ witnesses: ["carla"] }, { code: "plan.confirm-roles", person: "Carla" }],
      [{ rehearsalHeld: null }, { code: "plan.say-rehearsal" }],
    ] as const) {
      await held.must("planCheck", { ...whoChecks, ...typed });
      expect(page(held, "people").problem).toEqual(problem);
    }
    await held.must("planCheck", { ...whoChecks, witnesses: ["carla"], sharedRolesAccepted: true });
    expect(page(held, "script").plan.sharedRoles).toEqual(["Carla"]);
  });

  it("asks before an unsound runtime is used, and nothing of a rehearsal", async () => {
    const workstation = { appVersion: "0.0.0", electron: "22.0.0", oldRuntime: true, sandboxed: true };
    const [held] = await startRound({ workstation });
    await held.must("planCheck", whoChecks);
    expect(page(held, "people").problem).toEqual({ code: "plan.confirm-runtime" });
    await held.must("planCheck", { ...whoChecks, runtimeAccepted: true });
    page(held, "script");
    const [rehearsed] = await startRound({ workstation }, true);
    await rehearsed.must("planCheck", { ...whoChecks, rehearsalHeld: null });
    expect(page(rehearsed, "script").plan).toMatchObject({ practice: true, rehearsalHeld: null });
  });

  it("can be changed until the record is opened, and nothing is left of a round that was left before", async () => {
    const [held] = await startRound();
    await held.must("planCheck", whoChecks);
    const { parametersHash } = page(held, "script").plan;
    await held.must("back", null);
    expect(page(held, "people").typed).toEqual({ administrator: "Ada Admin", witnesses: ["Wim Witness"] });
    await held.must("planCheck", { ...whoChecks, witnesses: ["Wanda"] });
    expect(page(held, "script").plan.parametersHash).not.toBe(parametersHash);
    expect(held.room.mayClose()).toBe(true);
    await held.must("goHome", null);
    expect(await recordsIn(held.folder)).toEqual([]);
    const [begun] = await openRound();
    expect(await begun.send("back", null)).toEqual(notNow);
  });
});

describe("the record of a round", () => {
  it("is sealed when the round is aborted, wherever that is", async () => {
    const deeds: readonly ((held: HeldRoom) => Promise<unknown>)[] = [
      (held) => held.must("checkSheet", { index: 1 }),
      (held) => held.must("sheetBad", null),
      (held) => held.must("sheetChecked", noBag),
      (held) => held.must("endRound", null),
      (held) => held.must("sealRecord", null),
      (held) => held.must("chooseSigner", { name: "Carla" }),
    ];
    for (const count of deeds.keys()) {
      const [held] = await openRound();
      for (const deed of deeds.slice(0, count + 1)) await deed(held);
      expect(await held.send("goHome", null)).toEqual(notNow);
      await abort(held);
      const { verified, events } = await recordIn(held.folder);
      expect(verified.sealed).toBe(true);
      expect(events.slice(-2)).toEqual(["ceremony.aborted", "record.sealed"]);
      expect(page(held, "sealed").head).toBe(verified.head);
      await held.must("goHome", null);
    }
  });

  it("is sealed when the app ends", async () => {
    const [held] = await openRound();
    await held.must("checkSheet", { index: 1 });
    await held.room.leave();
    expect((await recordIn(held.folder)).events.slice(-2)).toEqual(["ceremony.aborted", "record.sealed"]);
  });

  it("halts the round where it cannot be written, at each step, and goes on from there", async () => {
    const round = async (disturbed: boolean) => {
      const [held, { sheets }] = await startRound();
      await held.must("planCheck", whoChecks);
      await held.must("startCeremony", null);
      const halted: string[] = [];
      const deeds: readonly [string, () => Promise<unknown>][] = [
        ["hash", () => held.must("firstHashWritten", null)],
        ["clock", () => held.must("compareClock", { source: "a watch", same: true })],
        ["app-hash", () => held.must("compareAppHash", null)],
        ["preflight", () => held.must("passPreflight", null)],
        ["absent", () => held.must("sheetAbsent", { index: 3 })],
        ["sheet", () => held.must("checkSheet", { index: 1 })],
        ["words", () => held.must("enterWords", { position: 1, text: sheets[0]?.qr ?? "" })],
        ["bag", () => held.must("sheetChecked", { opened: "O", sealed: bagged("N") })],
        ["end", () => held.must("endRound", null)],
        ["to sign", () => held.must("sealRecord", null)],
        ["signer", () => held.must("chooseSigner", { name: "Ada Admin" })],
        ["signs", () => held.must("signOff", { disagreement: null })],
        ["witness", () => held.must("chooseSigner", { name: "Wim Witness" })],
        ["witness signs", () => held.must("signOff", { disagreement: "I slept." })],
        ["seal", () => held.must("sealRecord", null)],
      ];
      for (const [name, deed] of deeds) {
        const putBack = disturbed ? await takeRecordAway(held.folder) : async () => undefined;
        await deed();
        if (stepOf(held) === "halted") {
          halted.push(name);
          expect(page(held, "halted")).toMatchObject({
            committed: false,
            problem: { code: "proceedings.not-written", because: "file.missing" },
          });
          expect(await held.send("endWithoutRecord", null)).toEqual(notNow);
          expect(await held.send("goHome", null)).toEqual(notNow);
          await putBack();
          await held.must("retryRecord", null);
        }
        await putBack();
      }
      page(held, "sealed");
      return { halted, ...(await recordIn(held.folder)) };
    };
    const [calm, disturbed] = [await round(false), await round(true)];
    expect(disturbed.halted).toEqual([
      ...["hash", "clock", "app-hash", "preflight", "absent", "words", "bag", "end"],
      ...["signs", "witness signs", "seal"],
    ]);
    expect(disturbed.events).toEqual(calm.events);
    expect(disturbed.events.slice(-3)).toEqual(["sign-off.absent", "ceremony.ended", "record.sealed"]);
    expect(disturbed.verified.sealed).toBe(true);
  });

  it("can be given up with the round: no head is shown, and the round is over", async () => {
    for (const upTo of ["end", "seal"]) {
      const [held] = await openRound();
      await held.must("endRound", null);
      await held.must("sealRecord", null);
      if (upTo === "seal") {
        for (const name of ["Ada Admin", "Wim Witness"]) {
          await held.must("chooseSigner", { name });
          await held.must("signOff", { disagreement: null });
        }
        await takeRecordAway(held.folder);
        await held.must("sealRecord", null);
      } else {
        await held.must("chooseSigner", { name: "Ada Admin" });
        await takeRecordAway(held.folder);
        await held.must("signOff", { disagreement: null });
      }
      page(held, "halted");
      await held.must("askAbort", null);
      await held.must("abort", null);
      expect(page(held, "sealed")).toMatchObject({ head: null, aborted: true });
      await held.must("goHome", null);
    }
  });

  it("takes exceptions down, and asks one for a red item before the round", async () => {
    const [held] = await startRound({ preflight: async () => withRed("network") });
    await held.must("planCheck", whoChecks);
    await comeToPreflight(held);
    await held.must("passPreflight", null);
    expect(page(held, "preflight").problem).toEqual({ code: "preflight.red", open: 1 });
    await held.must("askException", { about: "network" });
    const told = { expected: "No network", happened: "A cable", decided: "Pulled", decidedBy: "Chen" };
    await held.must("recordException", { about: null, ...told, witnessedBy: "Wim Witness" });
    expect(page(held, "preflight").excepted).toEqual(["network"]);
    await held.must("passPreflight", null);
    page(held, "round");
    const { lines } = await recordIn(held.folder);
    expect(lines.at(-2)).toMatchObject({
      event: "exception.recorded",
      actor: "Chen",
      data: { about: "network", happened: "A cable" },
    });
    expect(lines.at(-1)).toMatchObject({ event: "preflight.passed", data: { red: 1 } });
  });

  it("refuses a bag's number that was noted before, opened or new", async () => {
    const [held, { sheets }] = await openRound();
    const check = async (index: number) => {
      await held.must("checkSheet", { index });
      await held.must("enterWords", { position: 1, text: sheets[index - 1]?.qr ?? "" });
    };
    await check(1);
    await held.must("sheetChecked", { opened: "O-1", sealed: bagged("o-1") });
    expect(page(held, "checked").problem).toEqual({ code: "bag.used" });
    await held.must("sheetChecked", { opened: "O-1", sealed: bagged("N-1") });
    await check(2);
    await held.must("sheetChecked", { opened: "n - 1", sealed: null });
    expect(page(held, "checked").problem).toEqual({ code: "bag.used" });
    await held.must("sheetChecked", { opened: "O-2", sealed: { number: "N-2", again: "N-3" } });
    expect(page(held, "checked").problem).toEqual({ code: "bag.differs" });
    await held.must("sheetChecked", { opened: "O-2", sealed: bagged("N-2") });
    page(held, "round");
    // Looked at once more, it comes from the bag that it was sealed in just now.
    await check(1);
    await held.must("sheetChecked", { opened: "N-1", sealed: bagged("N-3") });
    page(held, "round");
    await check(1);
    await held.must("sheetChecked", { opened: "N-1", sealed: null });
    expect(page(held, "checked").problem).toEqual({ code: "bag.used" });
  });

  it("is printed with the script's hash and head, and in a rehearsal beside the keystore", async () => {
    const [held] = await startRound({}, true);
    await held.must("planCheck", { ...whoChecks, rehearsalHeld: null });
    await held.must("choosePage", null);
    await held.must("printPage", ordered("pdf-folder"));
    expect(page(held, "script").printed).toBe(true);
    await openRecord(held);
    await held.must("endRound", null);
    await held.must("sealRecord", null);
    await signAndSeal(held);
    await held.must("choosePage", null);
    await held.must("printPage", ordered("pdf-folder"));
    const [script, record] = held.printed;
    const { verified } = await recordIn(held.folder);
    const { parametersHash, head, firstHash } = verified;
    expect(script).toMatchObject({
      kind: "script",
      title: "Script: Check the share sheets",
      practice: true,
      parametersHash,
    });
    expect(record).toMatchObject({ kind: "record", practice: true, parametersHash, head, firstHash });
    expect((await readdir(`${held.folder}/sheets`)).sort()).toEqual(["record.pdf", "script.pdf"]);
  });
});

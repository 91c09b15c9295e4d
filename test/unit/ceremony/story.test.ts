import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { unnoticedFlips } from "../record/every-flip";
import { bagged, comeToPreflight, withRed } from "./held-frame";
import { recordIn } from "./held-record";
import { handOver, holdRoom, ordered, people, plan, printShare } from "./held-room";

/** A rehearsal with a red item, an exception, a spoiled sheet and a dissenting witness, up to its printed record. */
async function rehearse() {
  const held = await holdRoom({ preflight: async () => withRed("swap") });
  await plan(held, true);
  await held.must("acceptPlan", { runtimeAccepted: false, rehearsalHeld: null });
  await comeToPreflight(held);
  const [witnessedBy = ""] = people.witnesses;
  await held.must("askException", { about: "swap" });
  await held.must("recordException", {
    about: "swap",
    expected: "No swap is in use.",
    happened: "Swap is on and cannot be turned off here.",
    decided: "Go on: the disk is encrypted.",
    decidedBy: people.administrator,
    witnessedBy,
  });
  await held.must("passPreflight", null);
  await held.must("skipProof", null);
  await printShare(held, 1);
  await held.must("declareSpoiled", null);
  await held.must("answerSpoiled", { seenByOthers: false });
  await held.must("printShare", ordered("pdf-folder"));
  await held.must("answerPrinted", { cameOut: true });
  const sheet = held.printed.at(-1);
  await held.must("enterWords", { position: 1, text: sheet?.kind === "share" ? sheet.words.join(" ") : "" });
  await held.must("shareHandled", { bag: bagged("N-1") });
  for (const index of [2, 3, 4, 5]) await handOver(held, index);
  const delivery = { way: "file", path: `${held.folder}/wrapping-key.txt` } as const;
  await held.must("deliver", { delivery, order: null });
  await held.must("skipSecondCopy", null);
  await held.must("chooseSigner", { name: people.administrator });
  await held.must("signOff", { disagreement: null });
  await held.must("chooseSigner", { name: witnessedBy });
  await held.must("signOff", { disagreement: "The first sheet lay open while I could see it." });
  await held.must("sealRecord", null);
  await held.must("choosePage", null);
  await held.must("printPage", ordered("pdf-folder"));
  return held;
}

it("a rehearsal's record tells its story on paper as in its file, and no bit of it can be changed unnoticed", async () => {
  const held = await rehearse();
  const { verified, path, lines } = await recordIn(held.folder);
  expect(verified).toMatchObject({
    practice: true,
    sealed: true,
    remarkable: { exceptions: 1, disagreements: 1, aborts: 0, clockJumps: 0 },
  });
  const paper = held.printed.at(-1);
  if (paper?.kind !== "record") throw new Error("No record was printed.");
  expect(paper).toMatchObject({ practice: true, head: verified.head, firstHash: verified.firstHash });
  expect(paper.lines.map(({ seq, time, actor }) => [seq, time, actor])).toEqual(
    lines.map(({ seq, time, actor }) => [seq, time, actor]),
  );
  const told = paper.lines.map(({ actor, event, text }) => `${actor}: ${event}; ${text}`).join("\n");
  for (const part of [
    /app: preflight found; .*item: swap.*verdict: red/,
    /Ada Admin: exception recorded; .*happened: Swap is on and cannot be turned off here\./,
    /Ada Admin: preflight passed; .*red: 1/,
    /Carla: share spoiled; .*cause: declared.*seen by others: no/,
    /Carla: bag sealed; .*number: N-1/,
    /Wim Witness: sign off disagreed; .*reason: The first sheet lay open while I could see it\./,
    /app: sign off absent; names: Carla, Chen, Cosima, Cyrus, Çelik/,
  ]) {
    expect(told).toMatch(part);
  }
  expect(unnoticedFlips(new Uint8Array(await readFile(path)))).toEqual([]);
});

import { expect, it } from "vitest";
import { isRemarkable } from "../../../electron/contract/remarkable";
import type { RecordSheet, ScriptSheet } from "../../../electron/contract/sheets";
import { comeToPreflight } from "./held-frame";
import { generate, place } from "./held-generation";
import { recordIn } from "./held-record";
import { holdRoom, ordered, people } from "./held-room";

/** Turns what follows it around, and hides what it encloses. */
const turning = "\u202e\u2067";

it("a name that turns the text around it shows how in the script, on screen and on paper, and in the record", async () => {
  const held = await holdRoom();
  await held.must("startGenerate", { practice: false });
  await held.must("planVault", { vaultName: "Payments EU" });
  const [first = "", ...others] = people.custodians;
  await held.must("planPeople", {
    ...people,
    administrator: `Ada${turning}nimdA`,
    custodians: [`${first}${turning}`, ...others],
  });
  await held.must("planQuorum", { threshold: 3, allNeededAccepted: false });
  await held.must("planKey", { bits: 256 });
  await held.must("planPlaces", {
    keystorePath: `${held.folder}/keystore.json`,
    delivery: { way: "sheet" },
    sharedMediumAccepted: false,
  });
  await held.must("acceptPlan", { runtimeAccepted: false, rehearsalHeld: true });
  const { script } = held.at("script");
  await held.must("choosePage", null);
  await held.must("printPage", ordered("paper"));
  const sheet = held.printed.at(-1) as ScriptSheet;
  for (const text of [JSON.stringify(script), JSON.stringify(sheet)]) {
    expect(text).toContain("Ada\\\\u{202e}\\\\u{2067}nimdA");
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
  }
  await comeToPreflight(held);
  await held.must("askException", { about: null });
  await held.must("recordException", {
    about: null,
    expected: `E ${turning} E`,
    happened: "H",
    decided: "D",
    decidedBy: `Ada${turning}nimdA`,
    witnessedBy: people.witnesses[0] ?? "",
  });
  const { text, lines } = await recordIn(held.folder);
  expect(lines.at(-1)?.data).toMatchObject({ expected: `E ${turning} E` });
  expect(text).toContain(turning);
});

it("every page of a ceremony carries the hash that its record gives", async () => {
  const held = await holdRoom();
  await generate(held, place("headWritten"));
  await held.must("choosePage", null);
  await held.must("printPage", ordered("paper"));
  const { verified } = await recordIn(held.folder);
  expect(held.printed.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["script", "proof", "share", "wrapping-key", "record"]),
  );
  for (const sheet of held.printed) expect(sheet.parametersHash).toBe(verified.parametersHash);
  const record = held.printed.at(-1) as RecordSheet;
  expect(JSON.stringify(record)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
});

it("a ceremony that is left before anybody signed stands out in its record", async () => {
  const signed = await holdRoom();
  await generate(signed, place("chooseSigner"));
  expect(signed.room.mayClose()).toBe(false);
  await signed.must("leaveUnsigned", null);
  expect(signed.view().page).toEqual({ at: "home", unfinished: null });
  expect(signed.room.mayClose()).toBe(true);
  const { verified, events } = await recordIn(signed.folder);
  expect(events.slice(-2)).toEqual(["ceremony.left", "record.sealed"]);
  expect(verified.remarkable.aborts).toBe(1);
  expect(isRemarkable("ceremony left", "aborts")).toBe(true);
});

import { describe, expect, it } from "vitest";
import { bagChangeNotes, newBagNotes } from "../../../../electron/ceremony/proceedings/bag-notes";
import { closing, firstClosing } from "../../../../electron/ceremony/proceedings/closing";
import type { FrameEvent } from "../../../../electron/ceremony/proceedings/frame";
import { exceptionNote, frameNotes, lastNotes } from "../../../../electron/ceremony/proceedings/frame-notes";
import { firstOpening, type OpeningState, opening } from "../../../../electron/ceremony/proceedings/opening";
import type { FrozenPlan } from "../../../../electron/contract/plan";
import { fail, ok } from "../../../../electron/contract/result";
import type { RecordNote } from "../../../../electron/record/record-note";
import { soundWorkstation, withRed } from "../held-frame";
import { frozen } from "./plans";

const setup = { printer: null, paper: "a4", agreed: [] } as const;
const plan = frozen();

/** What each of these events adds to a record that is opened by them. */
function notesOf(...events: readonly FrameEvent[]) {
  let state: OpeningState<FrozenPlan> = firstOpening({ plan, setup });
  return events.map((event) => {
    const step = opening(state, event);
    if (step === null) throw new Error(`${event.type} at ${state.step}`);
    const notes = frameNotes(state, event, step === "over" ? { step: "proof" } : step.state);
    if (step !== "over") state = step.state;
    return notes;
  });
}

const opened: readonly FrameEvent[] = [
  { type: "start" },
  { type: "record-opened", result: ok(null) },
  { type: "first-hash-written" },
  { type: "looked", findings: soundWorkstation },
];

describe("what the opening adds to the record", () => {
  it("is one line for each thing that people did, by the administrator", () => {
    const [start, begun, hash, looked, clock, appHash, refused] = notesOf(
      ...opened,
      { type: "clock-compared", source: " a watch ", same: false },
      { type: "app-hash-compared", comparison: { source: "the safe", same: true } },
      { type: "pass-preflight" },
    );
    expect([start, begun]).toEqual([[], []]);
    expect(refused).toEqual([{ event: "preflight.refused", actor: "Ada", data: { red: 1, notKnown: 0 } }]);
    expect(hash).toEqual([{ event: "first-hash.written-down", actor: "Ada", data: {} }]);
    expect(looked?.map(({ event, actor, data }) => [event, actor, data.item])).toEqual(
      soundWorkstation.map(({ id }) => ["preflight.found", "app", id]),
    );
    expect(clock).toEqual([
      { event: "clock.compared", actor: "Ada", data: { source: "a watch", same: false } },
    ]);
    expect(appHash).toEqual([
      { event: "app-hash.compared", actor: "Ada", data: { source: "the safe", same: true } },
    ]);
  });

  it("counts what was red, and what is not known, where people go on", () => {
    const told = { expected: "E", happened: "H", decided: "D", decidedBy: "Ada", witnessedBy: "Wim" };
    const notes = notesOf(
      ...opened.slice(0, -1),
      { type: "looked", findings: withRed("swap") },
      { type: "clock-compared", source: "a watch", same: true },
      { type: "app-hash-compared", comparison: null },
      { type: "exception", exception: { about: "swap", ...told } },
      { type: "pass-preflight" },
    );
    expect(notes.at(-3)).toEqual([{ event: "app-hash.not-compared", actor: "Ada", data: {} }]);
    expect(notes.at(-1)).toEqual([
      { event: "preflight.passed", actor: "Ada", data: { red: 1, notKnown: 1 } },
    ]);
  });

  it("is nothing of what was refused", () => {
    const notes = notesOf(...opened, { type: "clock-compared", source: "", same: true });
    expect(notes.at(-1)).toEqual([]);
    const failed = fail({ code: "file.read-only", path: "/v" } as const);
    expect(notesOf({ type: "start" }, { type: "record-opened", result: failed }).at(-1)).toEqual([]);
  });

  it("tells a script on paper only where it came out", () => {
    const paper = { id: "p", name: "P", kind: "queue", reach: "local" } as const;
    const printing: readonly FrameEvent[] = [
      { type: "choose-page" },
      { type: "printers", printers: { found: [paper], silent: false } },
      { type: "print-page", printer: "p", paper: "a4", reachAccepted: false },
    ];
    const jam = fail({ code: "print.failed", reason: "jam" } as const);
    const began = { type: "leave-page" } as const;
    const start = opened.slice(0, 2);
    expect(notesOf(...printing, { type: "page-printed", result: ok(null) }, ...start).at(-1)).toEqual([
      { event: "script.printed", actor: "Ada", data: {} },
    ]);
    expect(notesOf(...printing, { type: "page-printed", result: jam }, began, ...start).at(-1)).toEqual([]);
  });
});

describe("what the closing adds to the record", () => {
  const people = { administrator: "Ada", witnesses: ["Wim"], custodians: ["wim"] };
  const first = firstClosing({ plan, setup }, people, null);
  const at = closing(first, { type: "choose-signer", name: "Wim" });
  const signing = at === null || at === "over" ? first : at.state;
  const notesAfter = (disagreement: Extract<FrameEvent, { type: "sign-off" }>["disagreement"]) => {
    const event: FrameEvent = { type: "sign-off", disagreement };
    const step = closing(signing, event);
    if (step === null || step === "over") throw new Error("Somebody signs.");
    return frameNotes(signing, event, step.state);
  };

  it("is each person's word, with every part that they have", () => {
    const roles = ["witness", "custodian"];
    expect(notesAfter(ok(null))).toEqual([{ event: "sign-off.confirmed", actor: "Wim", data: { roles } }]);
    expect(notesAfter(ok("No."))).toEqual([
      { event: "sign-off.disagreed", actor: "Wim", data: { roles, reason: "No." } },
    ]);
    expect(notesAfter(fail({ code: "text.secret" }))).toEqual([]);
    expect(frameNotes(first, { type: "choose-signer", name: "Wim" }, signing)).toEqual([]);
  });

  it("ends with who was absent, and that the ceremony ended", () => {
    expect(lastNotes([{ event: "sign-off.absent", names: ["Carla"] }, { event: "ceremony.ended" }])).toEqual([
      { event: "sign-off.absent", actor: "app", data: { names: ["Carla"] } },
      { event: "ceremony.ended", actor: "app", data: {} },
    ]);
  });
});

describe("an exception", () => {
  it("stands in the record whole, by who decided it", () => {
    const told = {
      about: null,
      expected: "E",
      happened: "H",
      decided: "D",
      decidedBy: "Ada",
      witnessedBy: "Wim",
    };
    expect(exceptionNote(told)).toEqual({ event: "exception.recorded", actor: "Ada", data: told });
  });
});

describe("a bag", () => {
  it("is noted by its number, old before new, or as none, and a refused one by its code alone", () => {
    const told = (notes: readonly RecordNote[]) =>
      notes.map(({ event, actor, data }) => [event, actor, data]);
    const carla = { actor: "Carla", index: 2 };
    const operator = { actor: "the operator", index: null };
    expect(told(newBagNotes(carla, ok("N-1")))).toEqual([
      ["bag.sealed", "Carla", { index: 2, number: "N-1" }],
    ]);
    expect(told(newBagNotes(operator, ok(null)))).toEqual([["bag.none", "the operator", {}]]);
    expect(told(bagChangeNotes(carla, ok({ opened: "O", sealed: "N" })))).toEqual([
      ["bag.opened", "Carla", { index: 2, number: "O" }],
      ["bag.sealed", "Carla", { index: 2, number: "N" }],
    ]);
    const refused = fail({ code: "bag.used" } as const);
    expect(told(newBagNotes(operator, refused))).toEqual([
      ["bag.refused", "the operator", { code: "bag.used" }],
    ]);
    expect(told(bagChangeNotes(carla, refused))).toEqual([
      ["bag.refused", "Carla", { index: 2, code: "bag.used" }],
    ]);
  });
});

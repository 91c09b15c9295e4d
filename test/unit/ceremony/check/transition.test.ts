import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkNotes } from "../../../../electron/ceremony/check/record-notes";
import type { CheckEvent, CheckState } from "../../../../electron/ceremony/check/state";
import { checking, firstCheck, rowOf } from "../../../../electron/ceremony/check/transition";
import { checkView } from "../../../../electron/ceremony/check/view";
import { judgedFindings } from "../../../../electron/ceremony/proceedings/opening";
import type { CheckPlan } from "../../../../electron/contract/check-views";
import { unexcepted } from "../../../../electron/contract/proceedings";
import { fail, ok } from "../../../../electron/contract/result";
import { isRecorded } from "../../../../electron/contract/steps";
import { keystoreFacts } from "../facts";
import { closing, endOfFrame, exceptionAbout, frameDeed, opening } from "../writing/frame-deeds";

const now = "2026-11-23T22:00:00.000Z";
const plan: CheckPlan = {
  practice: false,
  administrator: "A",
  witnesses: ["W"],
  sharedRoles: [],
  rehearsalHeld: true,
  parametersHash: "0".repeat(64),
};
const typed = { administrator: "A", witnesses: ["W"] };
const cells = new Array<"word">(31).fill("word");
const entered = (outcome: "incomplete" | "damaged" | "refused" | "taken", index = 1): CheckEvent => ({
  type: "entry",
  now,
  event: {
    type: "entered",
    cells,
    outcome:
      outcome === "taken"
        ? { kind: "taken", taken: { index, custodian: `C${index}`, how: "code" } }
        : outcome === "refused"
          ? { kind: "refused", failure: { code: "share.checksum" } }
          : { kind: outcome },
  },
});
const bags = { opened: "O", sealed: "N" };
/** The deeds of a ceremony's frame, as they come to a round. */
const ofRound = (events: readonly { readonly type: string }[]) =>
  events.filter((event): event is Extract<CheckEvent, { type: "frame" }> => event.type === "frame");

const forward: readonly CheckEvent[] = [
  { type: "planned", typed, result: ok(plan) },
  ...ofRound(opening),
  ...[1, 2].flatMap((index): readonly CheckEvent[] => [
    { type: "choose", index },
    entered("taken", index),
    { type: "checked", result: ok(bags) },
  ]),
  { type: "absent", index: 3, now },
  { type: "end" },
  { type: "frame", event: { type: "seal" } },
  ...ofRound(closing("A", "W", "C1")),
];
const deed: fc.Arbitrary<CheckEvent> = fc.oneof(
  frameDeed.map((event): CheckEvent => ofRound([event])[0] ?? { type: "leave" }),
  fc.constantFrom<CheckEvent>(
    ...forward,
    { type: "planned", typed, result: fail({ code: "plan.too-few-witnesses" }) },
    { type: "planned", typed, result: ok({ ...plan, practice: true, sharedRoles: ["C1"] }) },
    { type: "planned", typed, result: ok({ ...plan, sharedRoles: ["C1"] }) },
    { type: "back-to-people" },
    { type: "leave" },
    { type: "bad", now },
    { type: "back" },
    { type: "choose", index: 9 },
    { type: "checked", result: fail({ code: "bag.used" }) },
    { type: "saved", result: ok("/c.txt") },
    { type: "saved", result: fail({ code: "file.exists", path: "/c.txt" }) },
    entered("incomplete"),
    entered("damaged"),
    entered("refused"),
    { type: "entry", now, event: { type: "searched", result: ok([]) } },
    { type: "entry", now, event: { type: "repairs-refused" } },
  ),
);

function walk(deeds: readonly { readonly event: CheckEvent; readonly well: boolean }[]) {
  const states: CheckState[] = [
    firstCheck(
      [1, 2, 3].map((index) => ({ index, custodian: `C${index}` })),
      "a4",
    ),
  ];
  const events: CheckEvent[] = [];
  for (const { event, well } of deeds) {
    let next: CheckEvent | null = event;
    while (next !== null) {
      const step: ReturnType<typeof checking> = checking(states.at(-1) as CheckState, next);
      if (step === null) break;
      states.push(step.state);
      events.push(next);
      const { task } = step;
      const end = task === undefined || task === "search" ? null : ofRound([endOfFrame(task, well)])[0];
      next = end ?? null;
    }
  }
  return { states, events };
}

const deeds = fc
  .tuple(
    fc.integer({ min: 0, max: forward.length }),
    fc.array(fc.record({ at: fc.nat(forward.length), event: deed, well: fc.boolean() }), { maxLength: 10 }),
    fc.array(fc.record({ event: deed, well: fc.boolean() }), { maxLength: 40 }),
  )
  .map(([length, detours, rest]) => {
    const path = forward.slice(0, length).map((event) => ({ event, well: true }));
    for (const { at, event, well } of detours) path.splice(Math.min(at, path.length), 0, { event, well });
    return [...path, ...rest];
  });

describe("a round's transition", () => {
  it("goes straight to a sealed record when everything goes well", () => {
    const { states } = walk(forward.map((event) => ({ event, well: true })));
    expect(states.at(-1)).toMatchObject({ step: "sealed", aborted: false, after: null });
  });

  it("looks at no sheet before its record is open and every red item has its exception", () => {
    let reached = 0;
    fc.assert(
      fc.property(deeds, (path) => {
        const { states } = walk(path);
        if (!states.some(({ step }) => step === "round")) return;
        reached += 1;
        const last = states.filter(({ step }) => step === "preflight").at(-1);
        if (last?.step !== "preflight") throw new Error("A round was begun before the preflight.");
        const open = unexcepted(judgedFindings(last), last.plan.sharedRoles, last.excepted);
        expect(last.plan.practice ? [] : open).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(reached).toBeGreaterThan(50);
  });

  it("is sealed as ended only after the administrator and every witness signed", () => {
    let sealed = 0;
    fc.assert(
      fc.property(deeds, (path) => {
        const last = walk(path).states.at(-1);
        if (last?.step !== "sealed" || last.aborted) return;
        sealed += 1;
        const open = last.signers.filter(({ said }) => said === "open").flatMap(({ roles }) => roles);
        expect(open.filter((role) => role !== "custodian")).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(sealed).toBeGreaterThan(10);
  });

  it("asks those to sign who came with a sheet, good or not, and no others", () => {
    fc.assert(
      fc.property(deeds, (path) => {
        const { states } = walk(path);
        const at = states.findIndex(({ step }) => step === "sign-off");
        const [before, after] = [states[at - 1], states[at]];
        if (before?.step !== "custody" || after?.step !== "sign-off") return;
        const came = before.sheets.filter(({ state }) => state === "good" || state === "bad");
        const asked = after.signers.filter(({ roles }) => roles.includes("custodian"));
        expect(asked.map(({ name }) => name)).toEqual(came.map(({ custodian }) => custodian));
      }),
      { numRuns: 500 },
    );
  });

  it("has a view and sound notes for all that it reaches, and can be aborted while its record is open", () => {
    fc.assert(
      fc.property(deeds, (path) => {
        const { states, events } = walk(path);
        for (const state of states) {
          expect(checkView(state, keystoreFacts, null).at).toBe("check");
          const aborted = checking(state, { type: "abort" });
          expect(aborted !== null).toBe(isRecorded(rowOf(state)));
          if (aborted !== null) expect(aborted.state).toMatchObject({ step: "sealed", aborted: true });
          const excepted = ofRound([exceptionAbout("swap")])[0] as CheckEvent;
          expect(checking(state, excepted) !== null).toBe(isRecorded(rowOf(state)));
        }
        for (const [nth, event] of events.entries()) {
          const [before, after] = [states[nth], states[nth + 1]] as [CheckState, CheckState];
          for (const note of checkNotes(before, event, after)) {
            expect(note.event).toMatch(/^[a-z-]+\.[a-z-]+$/);
            expect(note.actor).not.toBe("");
            expect(Object.values(note.data)).not.toContain(undefined);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

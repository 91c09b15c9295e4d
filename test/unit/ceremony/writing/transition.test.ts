import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgedFindings } from "../../../../electron/ceremony/proceedings/opening";
import type { CeremonyEvent } from "../../../../electron/ceremony/writing/events";
import { isException } from "../../../../electron/ceremony/writing/framing";
import { freezePlan } from "../../../../electron/ceremony/writing/plan";
import { firstState } from "../../../../electron/ceremony/writing/planning";
import { recordNotes } from "../../../../electron/ceremony/writing/record-notes";
import { frozenPlanOf, rowOf } from "../../../../electron/ceremony/writing/so-far";
import type { CeremonyState } from "../../../../electron/ceremony/writing/state";
import type { Task } from "../../../../electron/ceremony/writing/step";
import { transition } from "../../../../electron/ceremony/writing/transition";
import { view } from "../../../../electron/ceremony/writing/view";
import { noPrinters } from "../../../../electron/contract/printers";
import { unexcepted } from "../../../../electron/contract/proceedings";
import { fail, ok } from "../../../../electron/contract/result";
import { isRecorded } from "../../../../electron/contract/steps";
import { canonicalText } from "../../../../electron/record/line";
import { closing, endOfFrame, exceptionAbout, frameDeed, opening, printers } from "./frame-deeds";

const delivery = fc.oneof(
  fc.constant({ way: "file", path: "/medium/wrapping-key.txt" } as const),
  fc.constant({ way: "sheet" } as const),
);
const traces = { job: "gone", files: "not-kept" } as const;
const order = fc.record({
  printer: fc.constantFrom("paper", "far", "other"),
  paper: fc.constantFrom("a4" as const, "letter" as const),
  reachAccepted: fc.boolean(),
});
const onPaper = { printer: "paper", paper: "a4", reachAccepted: false } as const;
const outcome = fc.oneof(
  fc.constant(ok(null)),
  fc.constant(fail({ code: "print.failed", reason: "jam" } as const)),
);
const bagRead = fc.constantFrom(ok("B-1"), ok(null), fail({ code: "bag.differs" } as const));
const someone = {
  type: "people",
  administrator: "A",
  witnesses: ["W"],
  custodians: ["1", "2", "3"],
  sharedRolesAccepted: true,
} as const;
const made = { vault: "00", masterKey: "00", wrappingKey: "00", shareSet: "00" };

/** Whatever a person could do, in any order. */
const deed: fc.Arbitrary<CeremonyEvent> = fc.oneof(
  { weight: 12, arbitrary: frameDeed },
  fc.constant({ type: "vault", vaultName: "Vault" } as const),
  fc.constantFrom(someone, { ...someone, custodians: ["1", "2", "W"] }),
  fc.record({
    type: fc.constant("quorum" as const),
    threshold: fc.integer({ min: 0, max: 5 }),
    allNeededAccepted: fc.boolean(),
  }),
  fc.record({ type: fc.constant("key" as const), bits: fc.constantFrom(192 as const, 256 as const) }),
  fc.record({
    type: fc.constant("places" as const),
    keystorePath: fc.constant("/k.json"),
    delivery,
    sharedMediumAccepted: fc.boolean(),
  }),
  fc.constant({ type: "back" } as const),
  fc.record({
    type: fc.constant("accept-plan" as const),
    runtimeAccepted: fc.boolean(),
    runtimeSound: fc.boolean(),
    rehearsalHeld: fc.constantFrom(null, true, false),
  }),
  order.map((order) => ({ type: "print-proof" as const, ...order })),
  fc.record({ type: fc.constant("proof-entry" as const), result: outcome }),
  fc.constant({ type: "prove-again" } as const),
  fc.constant({ type: "skip-proof" } as const),
  fc.constant({ type: "begin" } as const),
  fc.constant({ type: "find-printers" } as const),
  fc.record({ type: fc.constant("choose" as const), index: fc.integer({ min: 0, max: 4 }) }),
  fc.constant({ type: "custodian-ready" } as const),
  fc
    .tuple(fc.constantFrom("print" as const, "print-blank" as const), order)
    .map(([type, order]) => ({ type, ...order })),
  fc.record({ type: fc.constant("answer-printed" as const), cameOut: fc.boolean() }),
  fc.constant({ type: "copy-by-hand" } as const),
  fc.constant({ type: "copied-by-hand" } as const),
  fc.record({
    type: fc.constant("entry" as const),
    filled: fc.constant(new Array<boolean>(31).fill(true)),
    asked: fc.constantFrom(null, [5, 6, 7]),
    verdict: fc.constantFrom(
      { kind: "incomplete", problem: null } as const,
      { kind: "matches" } as const,
      { kind: "refused", failure: { code: "share.checksum" } } as const,
    ),
  }),
  fc.record({
    type: fc.constant("spoil" as const),
    cause: fc.constantFrom("declared" as const, "reprint" as const),
  }),
  fc.record({ type: fc.constant("answer-spoiled" as const), seenByOthers: fc.boolean() }),
  fc.record({ type: fc.constant("share-handled" as const), result: bagRead }),
  fc.record({ type: fc.constant("key-bagged" as const), result: bagRead }),
  fc.constant({ type: "to-record" } as const),
  fc.constant({ type: "leave-share" } as const),
  fc.record({ type: fc.constant("deliver" as const), delivery, order: fc.option(order) }),
  fc.record({ type: fc.constant("answer-key-printed" as const), cameOut: fc.boolean() }),
  fc.record({ type: fc.constant("key-code" as const), asked: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ type: fc.constant("key-entry" as const), result: outcome }),
  fc.constant({ type: "write", path: "/other.json" } as const),
  fc.constant({ type: "copy-keystore", path: "/copy.json" } as const),
  fc.constant({ type: "skip-second-copy" } as const),
);

/** How a task may end. */
function endOf(task: Task, well: boolean): CeremonyEvent {
  const failure = fail({ code: "file.disk-full", path: "/k.json" } as const);
  switch (task.do) {
    case "try-places": {
      const place = { path: "/k.json", medium: "a", modes: true, links: true, folderFlush: true };
      return { type: "places-tried", result: well ? freezePlan(task.draft, place, null, true) : failure };
    }
    case "frame":
      return endOfFrame(task.task, well);
    case "make":
      return { type: "made", result: well ? ok(made) : failure };
    case "list-printers":
      return { type: "printers", printers: well ? printers : noPrinters };
    case "print-proof":
    case "print-share":
    case "print-blank":
      return {
        type: "print-ended",
        result: well ? ok(traces) : fail({ code: "print.not-finished", job: "paper-1", cancelled: true }),
      };
    case "print-key":
      return { type: "delivered", result: well ? ok(traces) : failure };
    case "deliver-file":
      return { type: "delivered", result: well ? ok(null) : failure };
    case "write":
      return {
        type: "written",
        result: well ? ok({ path: task.path, sha256: "00", generation: 2, keptAs: null }) : failure,
      };
    case "copy-keystore":
      return { type: "keystore-copied", result: well ? ok(task.path) : failure };
    case "clear":
      return { type: "cleared", remaining: [] };
    case "search":
    case "remove-old":
    case "open-damaged":
      throw new Error("A generation opens no keystore.");
  }
}

interface Walk {
  readonly states: readonly CeremonyState[];
  readonly tasks: readonly Task[];
  readonly events: readonly CeremonyEvent[];
}

/** Walks from the first state: deeds one by one, each task ended well or badly before the next. */
function walk(deeds: readonly { event: CeremonyEvent; well: boolean }[]): Walk {
  const states: CeremonyState[] = [firstState(false, "a4")];
  const tasks: Task[] = [];
  const events: CeremonyEvent[] = [];
  for (const { event, well } of deeds) {
    let next: CeremonyEvent | null = event;
    while (next !== null) {
      const step = transition(states.at(-1) as CeremonyState, next);
      if (step.refused !== undefined) break;
      states.push(step.state);
      events.push(next);
      if (step.task !== undefined) tasks.push(step.task);
      next = step.task === undefined ? null : endOf(step.task, well);
    }
  }
  return { states, tasks, events };
}

/** Deeds that mostly go forward, so that walks get far, mixed with any others. */
const forward: readonly CeremonyEvent[] = [
  { type: "vault", vaultName: "Vault" },
  someone,
  { type: "quorum", threshold: 2, allNeededAccepted: false },
  { type: "key", bits: 256 },
  { type: "places", keystorePath: "/k.json", delivery: { way: "sheet" }, sharedMediumAccepted: true },
  { type: "accept-plan", runtimeAccepted: false, runtimeSound: true, rehearsalHeld: true },
  ...opening,
  { type: "print-proof", ...onPaper },
  { type: "proof-entry", result: ok(null) },
  { type: "begin" },
  ...[1, 2, 3].flatMap((index): readonly CeremonyEvent[] => [
    { type: "choose", index },
    { type: "custodian-ready" },
    { type: "print", ...onPaper },
    { type: "answer-printed", cameOut: true },
    { type: "entry", filled: [], asked: null, verdict: { kind: "matches" } },
    { type: "share-handled", result: ok(`B-${index}`) },
  ]),
  { type: "deliver", delivery: { way: "sheet" }, order: onPaper },
  { type: "answer-key-printed", cameOut: true },
  { type: "key-entry", result: ok(null) },
  { type: "key-bagged", result: ok("K-1") },
  { type: "skip-second-copy" },
  ...closing("A", "W", "2"),
];

/** How many deeds lead to the first one of this type. */
function upTo(type: CeremonyEvent["type"]): number {
  return forward.findIndex((event) => event.type === type);
}

const deeds = fc
  .tuple(
    fc.integer({ min: 0, max: forward.length }),
    fc.array(fc.record({ at: fc.nat(forward.length), event: deed, well: fc.boolean() }), { maxLength: 12 }),
    fc.array(fc.record({ event: deed, well: fc.boolean() }), { maxLength: 60 }),
  )
  .map(([length, detours, rest]) => {
    const path = forward.slice(0, length).map((event) => ({ event, well: true }));
    for (const { at, event, well } of detours) path.splice(Math.min(at, path.length), 0, { event, well });
    return [...path, ...rest];
  });

/** Whether a state waits for a share's sheet, or for the empty form. */
function prints(state: CeremonyState | undefined, what: "share" | "form"): boolean {
  return state?.step === "printing" && state.blank === (what === "form");
}

describe("the generation's transition", () => {
  it("goes straight to the end when everything goes well", () => {
    const { states } = walk(forward.map((event) => ({ event, well: true })));
    expect(states.at(-1)?.step).toBe("done");
  });

  it("never writes a keystore before every share was read back and the Wrapping Key was taken back", () => {
    fc.assert(
      fc.property(deeds, (path) => {
        const { states, events } = walk(path);
        const at = states.findIndex(({ step }) => step === "writing");
        if (at === -1) return;
        const before = events.slice(0, at);
        const run = (states[at] as Extract<CeremonyState, { step: "writing" }>).run;
        expect(run.shares.every(({ verified }) => verified)).toBe(true);
        for (const { index } of run.shares) {
          const matched = before.some(
            (event, nth) =>
              event.type === "entry" &&
              event.verdict.kind === "matches" &&
              (states[nth] as Extract<CeremonyState, { step: "read-back" }>).index === index,
          );
          expect(matched).toBe(true);
        }
        const last = before.at(-1);
        const takenBack =
          (last?.type === "delivered" && last.result.ok) ||
          (last?.type === "key-bagged" && states[at - 1]?.step === "key-bag");
        expect(takenBack || last?.type === "write").toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("makes no key before a printer was proven or people went on without, and remembers which", () => {
    fc.assert(
      fc.property(deeds, (path) => {
        const { states, events } = walk(path);
        for (const [nth, state] of states.entries()) {
          if (state.step !== "making" || states[nth - 1]?.step === "making") continue;
          const last = events[nth - 1];
          expect(last?.type).toBe(state.proven === null ? "skip-proof" : "begin");
          if (state.proven === null) continue;
          const before = events
            .slice(0, nth - 1)
            .filter((event) => !isException(event))
            .at(-1);
          expect(before?.type === "proof-entry" && before.result.ok).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("makes no key in production before every red item, and every shared part, has its exception", () => {
    let reached = 0;
    fc.assert(
      fc.property(deeds, (path) => {
        const { states } = walk(path);
        if (!states.some(({ step }) => step === "making")) return;
        const last = states.filter(({ step }) => step === "preflight").at(-1);
        if (last?.step !== "preflight") throw new Error("Keys were made before the preflight.");
        reached += 1;
        expect(unexcepted(judgedFindings(last), last.plan.sharedRoles, last.excepted)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
    expect(reached).toBeGreaterThan(50);
  });

  it("changes nothing of the plan once it is accepted", () => {
    fc.assert(
      fc.property(deeds, (path) => {
        const { states } = walk(path);
        const begun = states.findIndex(({ step }) => step === "opened");
        if (begun === -1) return;
        const hashes = states.slice(begun).map((state) => frozenPlanOf(state)?.parametersHash);
        expect(new Set(hashes).size).toBe(1);
        expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
      }),
      { numRuns: 1000 },
    );
  });

  it("ends only behind a record that was sealed after the administrator and every witness signed", () => {
    let ended = 0;
    fc.assert(
      fc.property(deeds, (path) => {
        const { states, events } = walk(path);
        const at = states.findIndex(({ step }) => step === "done");
        if (at === -1) return;
        ended += 1;
        const before = states[at - 1];
        if (before?.step !== "sealed") throw new Error(`Done after ${before?.step}`);
        const open = before.signers.filter(({ said }) => said === "open");
        expect(open.flatMap(({ roles }) => roles).filter((role) => role !== "custodian")).toEqual([]);
        const sealed = events.findIndex(
          ({ type }, nth) => type === "frame" && states[nth + 1]?.step === "sealed",
        );
        expect(states[sealed]).toMatchObject({ step: "sign-off", sealing: true });
      }),
      { numRuns: 1000 },
    );
    expect(ended).toBeGreaterThan(20);
  });

  it("records exceptions wherever a record is open, and is moved by them nowhere", () => {
    fc.assert(
      fc.property(deeds, fc.constantFrom(null, "swap" as const), (path, about) => {
        for (const state of walk(path).states) {
          const event = exceptionAbout(about);
          const { state: after, refused } = transition(state, event);
          expect(refused === undefined).toBe(isRecorded(rowOf(state)));
          expect(after.step).toBe(state.step);
          if (state.step !== "preflight") expect(after).toBe(state);
          const noted = refused === undefined ? recordNotes(state, event, after) : [];
          expect(noted.map(({ event, data }) => [event, data.about])).toEqual(
            refused === undefined ? [["exception.recorded", about]] : [],
          );
        }
      }),
    );
  });

  it("says only what a record can hold, each line by somebody, and nothing before the record is open", () => {
    fc.assert(
      fc.property(deeds, (path) => {
        const { states, events } = walk(path);
        for (const [nth, event] of events.entries()) {
          const [before, after] = [states[nth], states[nth + 1]] as [CeremonyState, CeremonyState];
          const notes = recordNotes(before, event, after);
          if ("draft" in before || before.step === "review") expect(notes).toEqual([]);
          for (const { event, actor, data } of notes) {
            expect(event).toMatch(/^[a-z-]+\.[a-z-]+$/);
            expect(actor).not.toBe("");
            expect(canonicalText(data)).not.toBe(null);
            expect(Object.values(data)).not.toContain(undefined);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("sends no secret to a printer over a network, or an unknown one, before somebody agreed to it", () => {
    fc.assert(
      fc.property(deeds, (path) => {
        const { events, tasks } = walk(path);
        const far = tasks.some(
          (task) => (task.do === "print-share" || task.do === "print-key") && task.printer.id === "far",
        );
        const agreed = events.some((event) =>
          event.type === "deliver"
            ? event.order?.reachAccepted
            : "reachAccepted" in event && event.reachAccepted,
        );
        expect(!far || agreed).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("asks once whether a printer over a network is meant, and prints an empty form without asking", () => {
    const far = { printer: "far", paper: "letter", reachAccepted: false } as const;
    const atSheet = forward.slice(0, upTo("print")).map((event) => ({ event, well: true }));
    const { states } = walk([
      ...atSheet,
      { event: { type: "print-blank", ...far }, well: true },
      { event: { type: "print", ...far }, well: true },
      { event: { type: "print", ...far, reachAccepted: true }, well: true },
      { event: { type: "answer-printed", cameOut: false }, well: true },
      { event: { type: "answer-spoiled", seenByOthers: false }, well: true },
      { event: { type: "print", ...far }, well: true },
    ]);
    const asked = states.filter(
      (state) => "problem" in state && state.problem?.code === "print.confirm-reach",
    );
    expect(asked).toHaveLength(1);
    expect(states.some((state) => state.step === "sheet" && state.blankPrinted)).toBe(true);
    expect(states.at(-1)).toMatchObject({
      step: "printed",
      printer: { id: "far" },
      run: {
        setup: { printer: "far", paper: "letter", agreed: ["network far"] },
        shares: [{ copies: 1 }, {}, {}],
      },
    });
  });

  it("looks for printers again wherever one can be chosen", () => {
    const well = (events: readonly CeremonyEvent[]) => events.map((event) => ({ event, well: true }));
    for (const [length, step] of [
      [upTo("print-proof"), "proof"],
      [upTo("print"), "sheet"],
      [upTo("deliver"), "deliver"],
    ] as const) {
      const { states } = walk([...well(forward.slice(0, length)), ...well([{ type: "find-printers" }])]);
      expect(states.at(-2)).toMatchObject({ step, listing: true });
      expect(states.at(-1)).toMatchObject({ step, listing: false, printers });
    }
  });

  it("has a view for every state it reaches, and answers every event in it", () => {
    fc.assert(
      fc.property(deeds, deed, (path, event) => {
        for (const state of walk(path).states) {
          expect(view(state, null).at).toBe("ceremony");
          transition(state, event);
          transition(state, { type: "abort" });
        }
      }),
    );
  });

  it("counts every copy on paper until it was destroyed, and names its custodian in an abort", () => {
    fc.assert(
      fc.property(deeds, (path) => {
        const { states, events } = walk(path);
        const last = states.at(-1) as CeremonyState;
        if (!("run" in last)) return;
        const paper = events.filter(
          (event, nth) =>
            event.type === "copy-by-hand" ||
            // A print that failed may still leave a page: it counts like one that did not.
            (event.type === "print-ended" && prints(states[nth], "share")),
        ).length;
        const destroyed = events.filter(
          (event) => event.type === "answer-spoiled" && !event.seenByOthers,
        ).length;
        const counted = last.run.shares.reduce((sum, { copies }) => sum + copies, 0);
        expect(counted).toBe(paper - destroyed);
        const aborting = transition(last, { type: "abort" });
        if (aborting.refused !== undefined) return;
        const sealing = transition(aborting.state, { type: "cleared", remaining: [] });
        expect(sealing.task).toMatchObject({ do: "frame", task: { do: "seal" } });
        const end = view(sealing.state, null);
        if (end.step !== "aborted") throw new Error(end.step);
        expect(end.destroy).toEqual(last.run.shares.filter(({ copies }) => copies > 0));
      }),
      { numRuns: 1000 },
    );
  });

  it("aborts when others saw a sheet", () => {
    const path = forward.slice(0, upTo("entry")).map((event) => ({ event, well: true }));
    const { states } = walk([
      ...path,
      { event: { type: "spoil", cause: "declared" }, well: true },
      { event: { type: "answer-spoiled", seenByOthers: true }, well: true },
    ]);
    expect(view(states.at(-1) as CeremonyState, null)).toMatchObject({
      step: "aborted",
      destroy: [{ index: 1, copies: 1 }],
    });
  });

  it("lets a good sheet go back to its read-back, however it was called spoiled", () => {
    const printed = forward.slice(0, upTo("answer-printed")).map((event) => ({ event, well: true }));
    for (const spoiling of [
      { type: "answer-printed", cameOut: false } as const,
      { type: "spoil", cause: "declared" } as const,
      { type: "spoil", cause: "reprint" } as const,
    ]) {
      const cameOut = { event: { type: "answer-printed", cameOut: true } as const, well: true };
      const before = spoiling.type === "spoil" ? [...printed, cameOut] : printed;
      const { states } = walk([
        ...before,
        { event: spoiling, well: true },
        { event: { type: "back" }, well: true },
      ]);
      expect(states.at(-2)?.step).toBe("spoiled");
      expect(states.at(-1)).toMatchObject({ step: "read-back", run: { shares: [{ copies: 1 }, {}, {}] } });
    }
  });

  it("accounts for the page of a print that failed", () => {
    const printing = forward.slice(0, upTo("print")).map((event) => ({ event, well: true }));
    const { states } = walk([...printing, { event: { type: "print", ...onPaper }, well: false }]);
    expect(states.at(-1)).toMatchObject({
      step: "spoiled",
      cause: "no-page",
      problem: { code: "print.not-finished" },
      run: { shares: [{ copies: 1 }, {}, {}] },
    });
  });
});

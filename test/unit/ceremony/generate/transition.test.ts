import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freezePlan } from "../../../../electron/ceremony/generate/plan";
import { firstState } from "../../../../electron/ceremony/generate/planning";
import type { GenerateEvent, GenerateState, Task } from "../../../../electron/ceremony/generate/state";
import { transition } from "../../../../electron/ceremony/generate/transition";
import { view } from "../../../../electron/ceremony/generate/view";
import { fail, ok } from "../../../../electron/contract/result";

const delivery = fc.oneof(
  fc.constant({ way: "file", path: "/medium/wrapping-key.txt" } as const),
  fc.constant({ way: "sheet" } as const),
);
const printer = { id: "paper", name: "Paper", kind: "queue" } as const;
const outcome = fc.oneof(
  fc.constant(ok(null)),
  fc.constant(fail({ code: "print.failed", reason: "jam" } as const)),
);
const made = { vault: "00", masterKey: "00", wrappingKey: "00", shareSet: "00" };

/** Whatever a person could do, in any order. */
const deed: fc.Arbitrary<GenerateEvent> = fc.oneof(
  fc.constant({ type: "vault", vaultName: "Vault" } as const),
  fc.constant({ type: "people", administrator: "A", witnesses: ["W"], custodians: ["1", "2", "3"] } as const),
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
    type: fc.constant("begin" as const),
    runtimeAccepted: fc.boolean(),
    runtimeSound: fc.boolean(),
  }),
  fc.record({ type: fc.constant("choose" as const), index: fc.integer({ min: 0, max: 4 }) }),
  fc.constant({ type: "custodian-ready" } as const),
  fc.record({ type: fc.constant("print" as const), printer: fc.constantFrom("paper", "other") }),
  fc.record({ type: fc.constant("answer-printed" as const), cameOut: fc.boolean() }),
  fc.constant({ type: "copy-by-hand" } as const),
  fc.constant({ type: "copied-by-hand" } as const),
  fc.record({
    type: fc.constant("entry" as const),
    filled: fc.constant(new Array<boolean>(31).fill(true)),
    asked: fc.constantFrom(null, [5, 6, 7]),
    verdict: fc.constantFrom(
      { kind: "incomplete" } as const,
      { kind: "matches" } as const,
      { kind: "refused", failure: { code: "share.checksum" } } as const,
    ),
  }),
  fc.record({
    type: fc.constant("spoil" as const),
    cause: fc.constantFrom("declared" as const, "reprint" as const),
  }),
  fc.record({ type: fc.constant("answer-spoiled" as const), seenByOthers: fc.boolean() }),
  fc.constant({ type: "share-handled" } as const),
  fc.constant({ type: "leave-share" } as const),
  fc.record({ type: fc.constant("deliver" as const), delivery, printer: fc.constantFrom("paper", null) }),
  fc.record({ type: fc.constant("answer-key-printed" as const), cameOut: fc.boolean() }),
  fc.record({ type: fc.constant("key-entry" as const), result: outcome }),
  fc.constant({ type: "write", path: "/other.json" } as const),
  fc.constant({ type: "copy-keystore", path: "/copy.json" } as const),
  fc.constant({ type: "skip-second-copy" } as const),
);

/** How a task may end. */
function endOf(task: Task, well: boolean): GenerateEvent {
  const failure = fail({ code: "file.disk-full", path: "/k.json" } as const);
  switch (task.do) {
    case "try-places": {
      const place = { path: "/k.json", medium: "a", modes: true, links: true, folderFlush: true };
      return { type: "places-tried", result: well ? freezePlan(task.draft, place, null, true) : failure };
    }
    case "make":
      return { type: "made", result: well ? ok(made) : failure };
    case "list-printers":
      return { type: "printers", printers: well ? [printer] : [] };
    case "print-share":
      return { type: "print-ended", result: well ? ok(null) : fail({ code: "print.failed", reason: "jam" }) };
    case "print-key":
    case "deliver-file":
      return { type: "delivered", result: well ? ok(null) : failure };
    case "write":
      return { type: "written", result: well ? ok(task.path) : failure };
    case "copy-keystore":
      return { type: "keystore-copied", result: well ? ok(task.path) : failure };
    case "clear":
      return { type: "cleared", remaining: [] };
  }
}

interface Walk {
  readonly states: readonly GenerateState[];
  readonly tasks: readonly Task[];
  readonly events: readonly GenerateEvent[];
}

/** Walks from the first state: deeds one by one, each task ended well or badly before the next. */
function walk(deeds: readonly { event: GenerateEvent; well: boolean }[]): Walk {
  const states: GenerateState[] = [firstState(false)];
  const tasks: Task[] = [];
  const events: GenerateEvent[] = [];
  for (const { event, well } of deeds) {
    let next: GenerateEvent | null = event;
    while (next !== null) {
      const step = transition(states.at(-1) as GenerateState, next);
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
const forward: readonly GenerateEvent[] = [
  { type: "vault", vaultName: "Vault" },
  { type: "people", administrator: "A", witnesses: ["W"], custodians: ["1", "2", "3"] },
  { type: "quorum", threshold: 2, allNeededAccepted: false },
  { type: "key", bits: 256 },
  { type: "places", keystorePath: "/k.json", delivery: { way: "sheet" }, sharedMediumAccepted: true },
  { type: "begin", runtimeAccepted: false, runtimeSound: true },
  ...[1, 2, 3].flatMap((index): readonly GenerateEvent[] => [
    { type: "choose", index },
    { type: "custodian-ready" },
    { type: "print", printer: "paper" },
    { type: "answer-printed", cameOut: true },
    { type: "entry", filled: [], asked: null, verdict: { kind: "matches" } },
    { type: "share-handled" },
  ]),
  { type: "deliver", delivery: { way: "sheet" }, printer: "paper" },
  { type: "answer-key-printed", cameOut: true },
  { type: "key-entry", result: ok(null) },
  { type: "skip-second-copy" },
];

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
        const run = (states[at] as Extract<GenerateState, { step: "writing" }>).run;
        expect(run.shares.every(({ verified }) => verified)).toBe(true);
        for (const { index } of run.shares) {
          const matched = before.some(
            (event, nth) =>
              event.type === "entry" &&
              event.verdict.kind === "matches" &&
              (states[nth] as Extract<GenerateState, { step: "read-back" }>).index === index,
          );
          expect(matched).toBe(true);
        }
        const last = before.at(-1);
        const takenBack =
          (last?.type === "delivered" && last.result.ok) || (last?.type === "key-entry" && last.result.ok);
        expect(takenBack || last?.type === "write").toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("has a view for every state it reaches, and answers every event in it", () => {
    fc.assert(
      fc.property(deeds, deed, (path, event) => {
        for (const state of walk(path).states) {
          expect(view(state).at).toBe("generate");
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
        const last = states.at(-1) as GenerateState;
        if (!("run" in last)) return;
        const paper = events.filter(
          (event, nth) =>
            event.type === "copy-by-hand" ||
            // A print that failed may still leave a page: it counts like one that did not.
            (event.type === "print-ended" && states[nth]?.step === "printing"),
        ).length;
        const destroyed = events.filter(
          (event) => event.type === "answer-spoiled" && !event.seenByOthers,
        ).length;
        const counted = last.run.shares.reduce((sum, { copies }) => sum + copies, 0);
        expect(counted).toBe(paper - destroyed);
        const aborting = transition(last, { type: "abort" });
        if (aborting.refused !== undefined) return;
        const end = transition(aborting.state, { type: "cleared", remaining: [] }).state;
        if (end.step !== "aborted") throw new Error(end.step);
        expect(end.destroy).toEqual(last.run.shares.filter(({ copies }) => copies > 0));
      }),
      { numRuns: 1000 },
    );
  });

  it("aborts when others saw a sheet", () => {
    const path = forward.slice(0, 10).map((event) => ({ event, well: true }));
    const { states } = walk([
      ...path,
      { event: { type: "spoil", cause: "declared" }, well: true },
      { event: { type: "answer-spoiled", seenByOthers: true }, well: true },
    ]);
    expect(states.at(-1)).toMatchObject({ step: "aborted", destroy: [{ index: 1, copies: 1 }] });
  });

  it("lets a good sheet go back to its read-back, however it was called spoiled", () => {
    const printed = forward.slice(0, 9).map((event) => ({ event, well: true }));
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
    const printing = forward.slice(0, 8).map((event) => ({ event, well: true }));
    const { states } = walk([...printing, { event: { type: "print", printer: "paper" }, well: false }]);
    expect(states.at(-1)).toMatchObject({
      step: "spoiled",
      cause: "no-page",
      problem: { code: "print.failed" },
      run: { shares: [{ copies: 1 }, {}, {}] },
    });
  });
});

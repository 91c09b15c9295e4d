import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstRecoverDamaged } from "../../../../electron/ceremony/writing/damaged-plan";
import type { CeremonyEvent } from "../../../../electron/ceremony/writing/events";
import { freezePlan } from "../../../../electron/ceremony/writing/plan";
import { firstRenewal } from "../../../../electron/ceremony/writing/renewal-plan";
import type { CeremonyState } from "../../../../electron/ceremony/writing/state";
import type { Task } from "../../../../electron/ceremony/writing/step";
import { transition } from "../../../../electron/ceremony/writing/transition";
import { view } from "../../../../electron/ceremony/writing/view";
import type { ProvenByQuorum } from "../../../../electron/contract/damaged-facts";
import type { Renews } from "../../../../electron/contract/renewal";
import { fail, ok } from "../../../../electron/contract/result";
import { damagedFacts as damaged, keystoreFacts as keystore, nothingBeside } from "../facts";
import { closing, endOfFrame, frameDeed, opening, paper } from "./frame-deeds";

const quorum: ProvenByQuorum = {
  setId: keystore.setId,
  threshold: keystore.threshold,
  shares: [true, true, false].map((entered) => ({ custodian: null, entered })),
  leftOut: [],
  unfit: 0,
};
type Kind = Renews["kind"];
const kinds = ["recover", "recover-damaged", "rotate", "reshare"] as const;
const kind = fc.constantFrom<Kind>(...kinds);
const cells = new Array<"word">(31).fill("word");
const made = { vault: "00", masterKey: "00", wrappingKey: "00", shareSet: "00" };
const traces = { job: "gone", files: "not-kept" } as const;
const order = { printer: "paper", paper: "a4", reachAccepted: true } as const;
const reasonOf = (opener: "quorum" | "wrapping-key") =>
  ({ type: "reason", reason: "R", authorisation: "A", opener, destroyed: [], idleMinutes: 15 }) as const;
const taken = (index: number): CeremonyEvent => ({
  type: "at-desk",
  event: {
    type: "entered",
    cells,
    outcome: { kind: "taken", taken: { index, custodian: `C${index}`, how: "words" } },
  },
});
/** A share of a damaged keystore's set: it says itself how many are needed. */
const takenUnlisted: CeremonyEvent = {
  type: "at-desk",
  event: {
    type: "entered",
    cells,
    outcome: {
      kind: "taken",
      taken: { index: null, custodian: null, threshold: keystore.threshold, how: "code" },
    },
  },
};
const entered = (outcome: "incomplete" | "damaged"): CeremonyEvent => ({
  type: "at-desk",
  event: { type: "entered", cells, outcome: { kind: outcome } },
});
const bagged: CeremonyEvent = { type: "share-bagged", result: ok({ opened: "O", sealed: null }) };
const readBack: CeremonyEvent = {
  type: "entry",
  filled: new Array<boolean>(31).fill(true),
  asked: null,
  verdict: { kind: "matches" },
};

/** Deeds that lead forward through any of the renewals, one of which fits at most steps. */
const forward: readonly CeremonyEvent[] = [
  reasonOf("quorum"),
  reasonOf("wrapping-key"),
  { type: "fingerprint", fingerprint: "0F".repeat(16) },
  {
    type: "people",
    administrator: "A",
    witnesses: ["W"],
    custodians: ["N1", "N2", "N3"],
    sharedRolesAccepted: false,
  },
  { type: "quorum", threshold: 2, allNeededAccepted: false },
  { type: "key", bits: 256 },
  { type: "places", keystorePath: "", delivery: { way: "file", path: "/k.txt" }, sharedMediumAccepted: true },
  { type: "accept-plan", runtimeAccepted: false, runtimeSound: true, rehearsalHeld: false },
  ...opening,
  { type: "skip-proof" },
  { type: "enter-share" },
  taken(1),
  bagged,
  { type: "enter-share" },
  taken(2),
  bagged,
  { type: "names", vaultName: "Payments EU", custodians: ["N1", "N2", "N3"] },
  { type: "current-key", result: ok(null) },
  { type: "choose", index: 1 },
  { type: "choose", index: 2 },
  { type: "choose", index: 3 },
  { type: "custodian-ready" },
  { type: "print", ...order },
  { type: "answer-printed", cameOut: true },
  readBack,
  { type: "share-handled", result: ok("N") },
  { type: "deliver", delivery: { way: "file", path: "/elsewhere.txt" }, order: null },
  { type: "deliver", delivery: { way: "file", path: "/k.txt" }, order: null },
  { type: "skip-second-copy" },
  { type: "old-keystore", remove: false },
  { type: "old-sheets", destroyed: [1] },
  ...closing("A", "W"),
];
const anything: fc.Arbitrary<CeremonyEvent> = fc.oneof(
  frameDeed,
  fc.constantFrom<CeremonyEvent>(
    ...forward,
    { type: "share-bagged", result: fail({ code: "bag.used" }) },
    { type: "back" },
    { type: "leave-entry" },
    { type: "fingerprint", fingerprint: "0f" },
    { type: "names", vaultName: "Payments EU", custodians: ["N1", "N1", "N3"] },
    { type: "names", vaultName: "Payments EU", custodians: ["N1", "N2"] },
    { type: "unattended" },
    entered("incomplete"),
    entered("damaged"),
    { type: "at-desk", event: { type: "repairs-refused" } },
    { type: "current-key", result: fail({ code: "wrapping-key.does-not-open" }) },
    { type: "old-keystore", remove: true },
    { type: "deliver", delivery: { way: "sheet" }, order },
    { type: "write", path: "/elsewhere.json" },
    { type: "abort" },
    { type: "to-record" },
  ),
);

function endOf(task: Task, well: boolean): CeremonyEvent {
  const failure = fail({ code: "file.disk-full", path: "/k.txt" } as const);
  switch (task.do) {
    case "try-places": {
      const place = { path: "/v/keystore.json", medium: "a", modes: true, links: true, folderFlush: true };
      const { delivery } = task.draft;
      const key = delivery.way === "file" ? { ...place, path: delivery.path } : null;
      return { type: "places-tried", result: well ? freezePlan(task.draft, place, key, true) : failure };
    }
    case "frame":
      return endOfFrame(task.task, well);
    case "open-damaged":
      return { type: "proven-by-quorum", result: well ? ok(quorum) : fail({ code: "share.does-not-open" }) };
    case "make":
      return { type: "made", result: well ? ok(made) : failure };
    case "list-printers":
      return {
        type: "printers",
        printers: { found: [paper], silent: false },
      };
    case "print-proof":
    case "print-share":
    case "print-blank":
      return { type: "print-ended", result: ok(traces) };
    case "print-key":
    case "deliver-file":
      return { type: "delivered", result: well ? ok(null) : failure };
    case "write":
      return {
        type: "written",
        result: well ? ok({ path: task.path, sha256: "00", generation: 2, keptAs: null }) : failure,
      };
    case "copy-keystore":
      return { type: "keystore-copied", result: ok(task.path) };
    case "search":
      return { type: "at-desk", event: { type: "searched", result: fail({ code: "share.checksum" }) } };
    case "remove-old":
      return { type: "old-removed", result: well ? ok(null) : failure };
    case "clear":
      return { type: "cleared", remaining: [] };
  }
}

interface Walked {
  readonly states: readonly CeremonyState[];
  readonly steps: readonly {
    readonly before: CeremonyState;
    readonly after: CeremonyState;
    readonly task: Task;
  }[];
}

function firstOf(kind: Kind): CeremonyState {
  return kind === "recover-damaged"
    ? firstRecoverDamaged({ damaged, copies: [], fingerprint: "" }, "a4")
    : firstRenewal({ kind, keystore, beside: nothingBeside }, "a4");
}

/** With a damaged keystore nobody can say whose a share is; the deeds are told as of a sound one. */
function asOf(kind: Kind, event: CeremonyEvent): CeremonyEvent {
  const isTaken =
    event.type === "at-desk" && event.event.type === "entered" && event.event.outcome.kind === "taken";
  return kind === "recover-damaged" && isTaken ? takenUnlisted : event;
}

function walk(kind: Kind, deeds: readonly { event: CeremonyEvent; well: boolean }[]): Walked {
  const states: CeremonyState[] = [firstOf(kind)];
  const steps: { before: CeremonyState; after: CeremonyState; task: Task }[] = [];
  for (const { event, well } of deeds) {
    let next: CeremonyEvent | null = asOf(kind, event);
    while (next !== null) {
      const before = states.at(-1) as CeremonyState;
      const step = transition(before, next);
      if (step.refused !== undefined) break;
      states.push(step.state);
      if (step.task !== undefined) steps.push({ before, after: step.state, task: step.task });
      next = step.task === undefined ? null : endOf(step.task, well);
    }
  }
  return { states, steps };
}

/** Walks that try every forward deed at each step, with others between, so that many reach the end. */
const deeds = fc
  .array(fc.tuple(fc.option(anything, { freq: 5 }), fc.integer({ min: 0, max: 19 })), {
    minLength: 5,
    maxLength: 40,
  })
  .map((rounds) =>
    rounds.flatMap(([other, luck]) => [
      ...(other === null ? [] : [{ event: other, well: luck > 0 }]),
      ...forward.map((event) => ({ event, well: luck > 0 })),
    ]),
  );

describe("a renewal's transitions", () => {
  it("never open the keystore with fewer shares than its threshold, and never twice with one", () => {
    let opened = 0;
    fc.assert(
      fc.property(kind, deeds, (kind, deeds) => {
        for (const { before, task } of walk(kind, deeds).steps) {
          if (task.do !== "make") continue;
          opened += 1;
          expect(["bag", "current-key", "names"]).toContain(before.step);
          expect(before.step === "names").toBe(kind === "recover-damaged");
          if (before.step === "bag") expect(before.given).toHaveLength(keystore.threshold);
          if (before.step === "current-key") expect(kind).toBe("rotate");
        }
      }),
    );
    expect(opened).toBeGreaterThan(50);
  });

  it("open a damaged keystore with as many shares as they say, and make nothing of it before its names stand", () => {
    let made = 0;
    fc.assert(
      fc.property(deeds, (deeds) => {
        for (const { before, after, task } of walk("recover-damaged", deeds).steps) {
          if (task.do === "open-damaged") {
            // Somebody who leaves the desk may have come besides a quorum that stands.
            expect(["bag", "share"]).toContain(before.step);
            expect(after.step === "opening" && after.given.length).toBeGreaterThanOrEqual(keystore.threshold);
            expect(task.fingerprint).toBe("0f".repeat(16));
          }
          if (task.do !== "make") continue;
          made += 1;
          expect(before.step).toBe("names");
          expect(task.plan).toMatchObject({
            vaultName: "Payments EU",
            custodians: ["N1", "N2", "N3"],
            threshold: keystore.threshold,
          });
        }
      }),
    );
    expect(made).toBeGreaterThan(20);
  });

  it("never write before the new key came back, or before every new sheet was read back", () => {
    let written = 0;
    fc.assert(
      fc.property(kind, deeds, (kind, deeds) => {
        for (const { before, task } of walk(kind, deeds).steps) {
          if (task.do !== "write") continue;
          written += 1;
          expect("run" in before && before.run.shares.every(({ verified }) => verified)).toBe(true);
          expect(task.path).toBe(keystore.path);
          if (kind === "reshare") expect(["verified", "not-written"]).toContain(before.step);
          else expect(["delivering", "key-bag", "not-written"]).toContain(before.step);
        }
      }),
    );
    expect(written).toBeGreaterThan(20);
  });

  it("deliver the new key where a quorum has approved it, and elsewhere only once that failed", () => {
    let delivered = 0;
    fc.assert(
      fc.property(kind, deeds, (kind, deeds) => {
        for (const { before, task } of walk(kind, deeds).steps) {
          if (task.do !== "deliver-file" && task.do !== "print-key") continue;
          if (before.step !== "deliver" || before.run.plan.renews?.opener !== "quorum") continue;
          delivered += 1;
          if (before.problem !== null || before.run.keySheets > 0) continue;
          expect(task.do === "deliver-file" && task.path).toBe("/k.txt");
        }
      }),
    );
    expect(delivered).toBeGreaterThan(20);
  });

  it("tell nobody to destroy what was delivered where the new keystore may stand", () => {
    const failure = { code: "file.not-put-back", path: keystore.path, keptAs: "/v/kept.json" } as const;
    let ended = 0;
    fc.assert(
      fc.property(kind, deeds, (kind, deeds) => {
        const writing = walk(kind, deeds).states.find(({ step }) => step === "writing");
        if (writing === undefined) return;
        const aborting = transition(writing, { type: "written", result: fail(failure) }).state;
        ended += 1;
        expect(view(transition(aborting, { type: "cleared", remaining: [] }).state, null)).toMatchObject({
          step: "aborted",
          problem: failure,
          destroy: [],
          destroyWrappingKeySheet: false,
        });
      }),
    );
    expect(ended).toBeGreaterThan(20);
  });

  it("let nothing that was given serve another plan", () => {
    fc.assert(
      fc.property(kind, deeds, (kind, deeds) => {
        const { states } = walk(kind, deeds);
        for (const [at, state] of states.entries()) {
          const before = states[at - 1];
          if (state.step !== "gather" || before === undefined) continue;
          const kept = ["gather", "share", "bag"].includes(before.step);
          if (!kept) expect(state.given).toEqual([]);
          if ("plan" in before && "given" in before) expect(state.plan).toBe(before.plan);
        }
      }),
    );
  });

  it("reach the end of each kind when everything goes well", () => {
    for (const kind of kinds) {
      const rounds = new Array(12).fill(forward.map((event) => ({ event, well: true }))).flat();
      expect(walk(kind, rounds).states.at(-1)?.step).toBe("done");
    }
  });
});

import { describe, expect, it } from "vitest";
import { abortedClosing, closing, firstClosing } from "../../../../electron/ceremony/proceedings/closing";
import type { FrameEvent } from "../../../../electron/ceremony/proceedings/frame";
import { closingView, openingView } from "../../../../electron/ceremony/proceedings/frame-view";
import { haltedView } from "../../../../electron/ceremony/proceedings/halt";
import { firstOpening, opening } from "../../../../electron/ceremony/proceedings/opening";
import type { RecordSoFar } from "../../../../electron/ceremony/proceedings/proceedings";
import { noPrinters } from "../../../../electron/contract/printers";
import { ok } from "../../../../electron/contract/result";
import { soundWorkstation } from "../held-frame";

const plan = { practice: false, sharedRoles: ["Wim"] };
const setup = { printer: null, paper: "a4", agreed: [] } as const;
const near = { id: "near", name: "Near", kind: "queue", reach: "local" } as const;
const script = [{ number: 1, who: "Ada", lookAway: null, text: "Begins." }];
const record: RecordSoFar = {
  path: "/k.record.jsonl",
  firstHash: "f".repeat(64),
  head: null,
  lines: [{ seq: 0, time: "", actor: "app", event: "ceremony opened", text: "" }],
};
const order = { printer: "near", paper: "a4", reachAccepted: false } as const;
const printing: readonly FrameEvent[] = [
  { type: "choose-page" },
  { type: "printers", printers: { found: [near], silent: false } },
  { type: "print-page", ...order },
];

function stateAfter(...events: readonly FrameEvent[]) {
  return events.reduce((state, event) => {
    const step = opening(state, event);
    if (step === null || step === "over") throw new Error(event.type);
    return step.state;
  }, firstOpening({ plan, setup }));
}

describe("the view of an opening", () => {
  it("shows the script, and a printer to choose for it", () => {
    const view = (count: number) => openingView(stateAfter(...printing.slice(0, count)), script, null);
    expect(view(0)).toEqual({ step: "script", script, printed: false, starting: false, problem: null });
    expect(view(1)).toEqual({
      step: "script-page",
      setup,
      printers: noPrinters,
      listing: true,
      problem: null,
    });
    expect(view(2)).toMatchObject({
      step: "script-page",
      printers: { found: [near], silent: false },
      listing: false,
    });
    expect(view(3)).toEqual({ step: "script-printing", printer: near });
    const printed = stateAfter(...printing, { type: "page-printed", result: ok(null) });
    expect(openingView(printed, script, null)).toMatchObject({ step: "script", printed: true });
  });

  it("shows the first line's hash, what was found, and what was compared", () => {
    const opened: readonly FrameEvent[] = [{ type: "start" }, { type: "record-opened", result: ok(null) }];
    const { path: recordPath, firstHash } = record;
    expect(openingView(stateAfter(...opened), script, record)).toEqual({
      step: "opened",
      firstHash,
      recordPath,
      looking: false,
    });
    const looked: readonly FrameEvent[] = [
      ...opened,
      { type: "first-hash-written" },
      { type: "looked", findings: soundWorkstation },
    ];
    const clock: FrameEvent = { type: "clock-compared", source: "a watch", same: true };
    expect(openingView(stateAfter(...looked), script, record)).toMatchObject({
      step: "clock",
      finding: { id: "clock", verdict: "not-known" },
    });
    expect(openingView(stateAfter(...looked, clock), script, record)).toMatchObject({
      step: "app-hash",
      finding: { id: "app-hash" },
    });
    const all = stateAfter(...looked, clock, { type: "app-hash-compared", comparison: null });
    const view = openingView(all, script, record);
    expect(view).toMatchObject({ step: "preflight", sharedRoles: ["Wim"], excepted: [], looking: false });
    const verdicts = view.step === "preflight" ? view.findings.map(({ verdict }) => verdict) : [];
    expect(verdicts.filter((verdict) => verdict !== "good")).toEqual(["not-known"]);
  });
});

describe("the view of a closing", () => {
  const people = { administrator: "Ada", witnesses: ["Wim"], custodians: [] };
  const first = firstClosing({ plan, setup }, people, "after");

  it("shows who signs, and the record so far", () => {
    expect(closingView(first, record, false)).toEqual({
      step: "sign-off",
      signers: first.signers,
      lines: record.lines,
      sealing: false,
      problem: null,
    });
    const signing = closing(first, { type: "choose-signer", name: "Wim" });
    if (signing === null || signing === "over") throw new Error("Wim signs.");
    expect(closingView(signing.state, record, false)).toEqual({
      step: "signing",
      signer: first.signers[1],
      problem: null,
    });
  });

  it("shows the head, none where it could not be sealed, and whether anything comes behind", () => {
    const aborted = abortedClosing({ plan, setup }, people, null);
    expect(closingView(aborted, { ...record, head: "a".repeat(64) }, true)).toEqual({
      step: "sealed",
      firstHash: record.firstHash,
      head: "a".repeat(64),
      recordPath: record.path,
      printed: false,
      aborted: true,
      last: true,
      problem: null,
    });
    expect(closingView(aborted, record, true)).toMatchObject({ head: null });
    const steps = [1, 2, 3].map((count) => {
      const state = printing.slice(0, count).reduce<typeof aborted>((at, event) => {
        const step = closing(at, event);
        if (step === null || step === "over") throw new Error(event.type);
        return step.state;
      }, aborted);
      return closingView(state, record, true).step;
    });
    expect(steps).toEqual(["record-page", "record-page", "record-printing"]);
  });
});

describe("the view of a halt", () => {
  it("shows why, and whether the keystore is written", () => {
    const problem = { code: "file.disk-full", path: "/k" } as const;
    const halt = { next: null, problem, committed: true, again: async () => ok(null) };
    expect(haltedView(halt, "/r")).toEqual({ step: "halted", problem, committed: true, recordPath: "/r" });
  });
});

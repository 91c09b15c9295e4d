import { describe, expect, it } from "vitest";
import type { FrameEvent } from "../../../../electron/ceremony/proceedings/frame";
import {
  type Frozen,
  firstOpening,
  judgedFindings,
  type OpeningState,
  opening,
} from "../../../../electron/ceremony/proceedings/opening";
import type { Exception, ExceptionAbout } from "../../../../electron/contract/proceedings";
import { fail, ok } from "../../../../electron/contract/result";
import { soundWorkstation, withRed } from "../held-frame";

const setup = { printer: null, paper: "a4", agreed: [] } as const;
const production: Frozen = { practice: false, sharedRoles: [] };
const same = { source: "a watch", same: true };
const started = (plan: Frozen = production) => firstOpening({ plan, setup });
const except = (about: ExceptionAbout | null): FrameEvent => {
  const told = { expected: "E", happened: "H", decided: "D", decidedBy: "A", witnessedBy: "W" };
  const exception: Exception = { about, ...told };
  return { type: "exception", exception };
};

/** Follows events that each lead to a state. */
function follow(state: OpeningState<Frozen>, ...events: readonly FrameEvent[]): OpeningState<Frozen> {
  return events.reduce((at, event) => {
    const step = opening(at, event);
    if (step === null || step === "over") throw new Error(`${event.type} at ${at.step}: ${step}`);
    return step.state;
  }, state);
}

const toOpened: readonly FrameEvent[] = [{ type: "start" }, { type: "record-opened", result: ok(null) }];
const toClock: readonly FrameEvent[] = [
  ...toOpened,
  { type: "first-hash-written" },
  { type: "looked", findings: soundWorkstation },
];
const clock = { type: "clock-compared", ...same } as const;
const compare: readonly FrameEvent[] = [clock, { type: "app-hash-compared", comparison: same }];
const toPreflight: readonly FrameEvent[] = [...toClock, ...compare];

describe("the opening of a record", () => {
  it("opens the record before anything else, and looks only when its first line was written down", () => {
    expect(opening(started(), { type: "start" })).toMatchObject({
      state: { step: "script", starting: true },
      task: { do: "open-record", plan: production },
    });
    expect(opening(follow(started(), ...toOpened), { type: "first-hash-written" })).toMatchObject({
      state: { step: "opened", looking: true },
      task: { do: "look" },
    });
  });

  it("stays on the script where the record cannot be opened, and may be started again", () => {
    const failure = fail({ code: "file.read-only", path: "/k" } as const);
    const failed = follow(started(), { type: "start" }, { type: "record-opened", result: failure });
    expect(failed).toMatchObject({ step: "script", starting: false, problem: failure.error });
    expect(follow(failed, { type: "start" })).toMatchObject({ starting: true, problem: null });
  });

  it("is not begun twice, nor while a page is printed", () => {
    const starting = follow(started(), { type: "start" });
    for (const event of [{ type: "start" }, { type: "choose-page" }] as const) {
      expect(opening(starting, event)).toBe(null);
    }
    expect(opening(follow(started(), { type: "choose-page" }), { type: "start" })).toBe(null);
    const looking = follow(started(), ...toOpened, { type: "first-hash-written" });
    expect(opening(looking, { type: "first-hash-written" })).toBe(null);
  });

  it("answers nothing that does not belong to its step", () => {
    const states = [started(), ...[toOpened, toClock, toPreflight].map((path) => follow(started(), ...path))];
    const strangers: readonly FrameEvent[] = [
      { type: "seal" },
      { type: "head-written" },
      { type: "sign-off", disagreement: ok(null) },
      { type: "record-sealed", result: ok(null) },
      { type: "looked", findings: [] },
      { type: "record-opened", result: ok(null) },
    ];
    for (const state of states) {
      for (const event of strangers) expect(opening(state, event)).toBe(null);
    }
  });

  it("compares the clock, then the app's hash, each with something that is named", () => {
    const clock = follow(started(), ...toClock);
    const unnamed = follow(clock, { type: "clock-compared", source: " ", same: true });
    expect(unnamed).toMatchObject({ step: "clock", problem: { code: "preflight.source", item: "clock" } });
    const hash = follow(unnamed, { type: "clock-compared", source: " a watch ", same: true });
    expect(hash).toMatchObject({ step: "app-hash", clock: same });
    const bare = { source: "x".repeat(121), same: true };
    expect(follow(hash, { type: "app-hash-compared", comparison: bare })).toMatchObject({
      step: "app-hash",
      problem: { code: "preflight.source", item: "app-hash", limit: 120 },
    });
    expect(follow(hash, { type: "app-hash-compared", comparison: null })).toMatchObject({
      step: "preflight",
      appHash: null,
    });
  });

  it("asks to compare anew when the workstation was looked at again, and keeps an exception for what still stands", () => {
    const looked = { type: "looked", findings: withRed("swap") } as const;
    const red = follow(started(), ...toPreflight, { type: "look-again" }, looked, ...compare);
    const looking = follow(red, { type: "look-again" });
    expect(looking).toMatchObject({ looking: true });
    for (const event of [{ type: "look-again" }, { type: "pass-preflight" }] as const) {
      expect(opening(looking, event)).toBe(null);
    }
    const clockAgain = follow(looking, except("network"), except("swap"), looked);
    expect(clockAgain).toMatchObject({ step: "clock" });
    const again = follow(
      clockAgain,
      { ...clock, same: false },
      { type: "app-hash-compared", comparison: null },
    );
    if (again.step !== "preflight") throw new Error(again.step);
    expect(again.excepted).toContain("swap");
    const verdicts = new Map(judgedFindings(again).map(({ id, verdict }) => [id, verdict]));
    expect([verdicts.get("clock"), verdicts.get("app-hash"), verdicts.get("swap")]).toEqual([
      "red",
      "not-known",
      "red",
    ]);
  });

  it("takes an exception down while it looks, and only what it is about counts", () => {
    const red: readonly FrameEvent[] = [
      { type: "look-again" },
      { type: "looked", findings: withRed("swap") },
      ...compare,
    ];
    const state = follow(started(), ...toPreflight, ...red);
    expect(opening(follow(state, except(null), except("network")), { type: "pass-preflight" })).toMatchObject(
      {
        state: { step: "preflight", problem: { code: "preflight.red", open: 1 } },
      },
    );
    const looking = follow(state, { type: "look-again" }, except("swap"));
    expect(looking).toMatchObject({ looking: true, excepted: ["swap"] });
    const looked = follow(looking, { type: "looked", findings: withRed("swap") }, ...compare);
    expect(opening(looked, { type: "pass-preflight" })).toBe("over");
  });

  it("is over where nothing red is open, and in a rehearsal whatever is", () => {
    expect(opening(follow(started(), ...toPreflight), { type: "pass-preflight" })).toBe("over");
    const shared = follow(started({ practice: false, sharedRoles: ["Wim"] }), ...toPreflight);
    expect(opening(shared, { type: "pass-preflight" })).toMatchObject({
      state: { problem: { code: "preflight.red", open: 1 } },
    });
    expect(opening(follow(shared, except("roles")), { type: "pass-preflight" })).toBe("over");
    const rehearsed = follow(started({ practice: true, sharedRoles: ["Wim"] }), ...toPreflight);
    expect(opening(rehearsed, { type: "pass-preflight" })).toBe("over");
  });
});

import { describe, expect, it } from "vitest";
import {
  abortedClosing,
  type ClosingState,
  closing,
  firstClosing,
  readDisagreement,
  sealTask,
} from "../../../../electron/ceremony/proceedings/closing";
import type { FrameEvent } from "../../../../electron/ceremony/proceedings/frame";
import { fail, ok } from "../../../../electron/contract/result";

const framed = { plan: "plan", setup: { printer: null, paper: "a4", agreed: [] } } as const;
const people = { administrator: "Ada", witnesses: ["Wim", "Wanda"], custodians: ["Carla", "wim", "Chen"] };
type State = ClosingState<string, string>;
const first: State = firstClosing(framed, people, "after");

function follow(state: State, ...events: readonly FrameEvent[]): State {
  return events.reduce((at, event) => {
    const step = closing(at, event);
    if (step === null || step === "over") throw new Error(`${event.type} at ${at.step}: ${step}`);
    return step.state;
  }, state);
}

const signs = (name: string, disagreement: string | null = null): readonly FrameEvent[] => [
  { type: "choose-signer", name },
  { type: "sign-off", disagreement: ok(disagreement) },
];

describe("the sign-off", () => {
  it("asks each person once, with every part that they have", () => {
    expect(first.signers).toEqual([
      { name: "Ada", roles: ["administrator"], said: "open" },
      { name: "Wim", roles: ["witness", "custodian"], said: "open" },
      { name: "Wanda", roles: ["witness"], said: "open" },
      { name: "Carla", roles: ["custodian"], said: "open" },
      { name: "Chen", roles: ["custodian"], said: "open" },
    ]);
  });

  it("is not sealed before the administrator and every witness have spoken", () => {
    const unsigned = follow(first, { type: "seal" });
    expect(unsigned).toMatchObject({
      sealing: false,
      problem: { code: "sign-off.open", names: ["Ada", "Wim", "Wanda"] },
    });
    const some = follow(unsigned, ...signs("Ada"), ...signs("Wanda", "I left the room."), { type: "seal" });
    expect(some).toMatchObject({ problem: { code: "sign-off.open", names: ["Wim"] } });
  });

  it("names the custodians who have left, and then how the ceremony ended", () => {
    const spoken = follow(
      first,
      ...signs("Ada"),
      ...signs("Wim"),
      ...signs("Wanda", "No."),
      ...signs("Chen"),
    );
    expect(spoken.signers.map(({ said }) => said)).toEqual([
      "confirmed",
      "confirmed",
      "disagrees",
      "open",
      "confirmed",
    ]);
    expect(closing(spoken, { type: "seal" })).toMatchObject({
      state: { step: "sign-off", sealing: true },
      task: {
        do: "seal",
        last: [{ event: "sign-off.absent", names: ["Carla"] }, { event: "ceremony.ended" }],
      },
    });
    const all = follow(spoken, ...signs("Carla"));
    expect(sealTask(all)).toEqual({ do: "seal", plan: "plan", last: [{ event: "ceremony.ended" }] });
  });

  it("takes each person's word once, and nobody's who is not there", () => {
    const signed = follow(first, ...signs("Ada"));
    for (const name of ["Ada", "Nobody", "wim", ""]) {
      expect(closing(signed, { type: "choose-signer", name })).toBe(null);
    }
    expect(closing(signed, { type: "sign-off", disagreement: ok(null) })).toBe(null);
  });

  it("keeps who disagrees without a reason at their screen, and may be left without a word", () => {
    const wrong = fail({ code: "sign-off.reason", limit: 500 } as const);
    const at = follow(
      first,
      { type: "choose-signer", name: "Wim" },
      { type: "sign-off", disagreement: wrong },
    );
    expect(at).toMatchObject({ step: "signing", name: "Wim", problem: wrong.error });
    const left = follow(at, { type: "leave-signing" });
    expect(left).toMatchObject({ step: "sign-off", problem: null });
    expect(left.signers).toEqual(first.signers);
  });

  it("waits for the seal, and then for everybody to write the head down", () => {
    const signed = follow(first, ...signs("Ada"), ...signs("Wim"), ...signs("Wanda"), { type: "seal" });
    for (const event of [{ type: "seal" }, { type: "choose-signer", name: "Chen" }] as const) {
      expect(closing(signed, event)).toBe(null);
    }
    const sealed = follow(signed, { type: "record-sealed", result: ok(null) });
    expect(sealed).toMatchObject({ step: "sealed", after: "after", aborted: false, printed: false });
    const printing = follow(sealed, { type: "choose-page" });
    expect(closing(printing, { type: "head-written" })).toBe(null);
    expect(closing(sealed, { type: "head-written" })).toBe("over");
  });
});

describe("the record of a ceremony that was aborted", () => {
  it("is shown sealed, with those who would sign it on paper", () => {
    expect(abortedClosing(framed, people, null)).toMatchObject({ step: "sealed", aborted: true, page: null });
    expect(abortedClosing(framed, people, null).signers).toEqual(first.signers);
  });
});

describe("why somebody disagrees", () => {
  it("is told on a line, or is their yes", () => {
    expect(readDisagreement(null)).toEqual(ok(null));
    expect(readDisagreement(" I was out. ")).toEqual(ok("I was out."));
  });

  it.each(["", "  ", "a\nb", "x".repeat(501)])("is refused as %j", (typed) => {
    expect(readDisagreement(typed)).toEqual(fail({ code: "sign-off.reason", limit: 500 }));
  });

  it("holds no secret", () => {
    expect(readDisagreement(`The key was ${"ab".repeat(32)}`)).toEqual(fail({ code: "text.secret" }));
  });
});

import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";
import type { Room } from "../../../electron/ceremony/room";
import { type CommandName, commandNames } from "../../../electron/contract/commands";
import { fail, ok, type Result } from "../../../electron/contract/result";
import type { Sender, Transport } from "../../../electron/contract/transport";
import type { AppView } from "../../../electron/contract/views";
import { serve } from "../../../electron/ipc/handle";

type Answer = (sender: Sender, stamp: unknown, input: unknown) => Promise<Result<unknown>>;

const view: AppView = {
  revision: 1,
  ceremonyId: null,
  startedAt: null,
  workstation: { appVersion: "0.1.0", electron: "45.4.1", oldRuntime: false, sandboxed: true },
  asking: null,
  page: { at: "home", unfinished: null },
};
const stamp = { ceremonyId: null, revision: 0 };

/** Serves a room whose every command gives `outcome()`, and remembers what reached it. */
function served(outcome: () => Promise<Result<unknown>>) {
  const answers = new Map<CommandName, Answer>();
  const pushed: AppView[] = [];
  const reached: unknown[] = [];
  const listeners: ((view: AppView) => void)[] = [];
  const transport: Transport = {
    onCommand: (name, answer) => answers.set(name, answer),
    pushView: (pushedView) => pushed.push(pushedView),
  };
  const answer = ((name: CommandName, ...rest: unknown[]) => {
    reached.push([name, ...rest]);
    return outcome();
  }) as Room["answer"];
  serve(transport, {
    answer,
    onView: (listener) => listeners.push(listener),
    mayClose: () => true,
    leave: async () => undefined,
  });
  const send = (name: CommandName, input: unknown, from: Sender = "main-window", at: unknown = stamp) =>
    answers.get(name)?.(from, at, input);
  return { answers, pushed, reached, listeners, send };
}

describe("serve", () => {
  let stderr: MockInstance<typeof process.stderr.write>;
  beforeEach(() => {
    stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  });
  afterEach(() => {
    stderr.mockRestore();
  });

  it("answers every command of the contract", () => {
    const { answers } = served(async () => ok(null));
    expect([...answers.keys()]).toEqual(commandNames);
  });

  it("hands a checked command to the room and gives back what it answers", async () => {
    const { send, reached } = served(async () => ok(view));
    expect(await send("chooseShare", { index: 2 })).toEqual(ok(view));
    expect(reached).toEqual([["chooseShare", stamp, { index: 2 }]]);
  });

  it("gives back a failure of the room as it is", async () => {
    const { send } = served(async () => fail({ code: "ceremony.stale" }));
    expect(await send("back", null)).toEqual(fail({ code: "ceremony.stale" }));
  });

  it("refuses a stranger before it looks at anything else", async () => {
    const { send, reached } = served(async () => ok(view));
    expect(await send("getView", null, "somebody-else")).toEqual(fail({ code: "border.refused-sender" }));
    expect(await send("getView", { wrong: 1 }, "somebody-else")).toEqual(
      fail({ code: "border.refused-sender" }),
    );
    expect(reached).toEqual([]);
  });

  it.each([
    ["an input of another type", "chooseShare", "2", stamp],
    ["an unknown member", "chooseShare", { index: 2, more: true }, stamp],
    ["a number out of range", "chooseShare", { index: 256 }, stamp],
    ["an input where there is none", "getView", {}, stamp],
    ["no input", "chooseShare", undefined, stamp],
    ["no stamp", "getView", null, null],
    ["a stamp with more in it", "getView", null, { ...stamp, more: 1 }],
    ["a ceremony id that is none", "getView", null, { ceremonyId: "1", revision: 0 }],
    ["a revision below zero", "getView", null, { ceremonyId: null, revision: -1 }],
  ] as const)("refuses %s", async (_what, name, input, at) => {
    const { send, reached } = served(async () => ok(view));
    expect(await send(name, input, "main-window", at)).toEqual(
      fail({ code: "border.bad-input", command: name }),
    );
    expect(reached).toEqual([]);
  });

  it.each([
    ["thrown", () => fails(new TypeError("abandon ability\n    at able"))],
    ["rejected with no error", () => Promise.reject("abandon ability able")],
  ])("turns a bug that is %s into a reference, and says where but not what", async (_how, outcome) => {
    const { send } = served(outcome);
    const answer = await send("enterWords", { position: 1, text: "abandon ability able" });
    expect(answer).toEqual(fail({ code: "internal", reference: expect.stringMatching(/^[0-9a-f]{8}$/) }));
    expect(stderr).toHaveBeenCalledOnce();
    const said = String(stderr.mock.calls[0]?.[0]);
    expect(said).toMatch(/^Key Ceremony: internal error [0-9a-f]{8} in enterWords: .+\n$/);
    expect(said).not.toMatch(/abandon|ability|able/);
    if (!answer?.ok && answer?.error.code === "internal") expect(said).toContain(answer.error.reference);
  });

  it("names the place of a thrown error", async () => {
    const { send } = served(() => fails(new TypeError("no")));
    await send("getView", null);
    expect(String(stderr.mock.calls[0]?.[0])).toMatch(/TypeError at .*handle\.test\.ts/);
  });

  it("sends the room's views on", () => {
    const { listeners, pushed } = served(async () => ok(view));
    for (const listener of listeners) listener(view);
    expect(pushed).toEqual([view]);
  });
});

function fails(error: Error): never {
  throw error;
}

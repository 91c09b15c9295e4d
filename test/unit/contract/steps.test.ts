import { describe, expect, it } from "vitest";
import {
  ceremonySteps,
  checkSteps,
  holds,
  type Policy,
  recordSteps,
  type StepRow,
} from "../../../electron/contract/steps";
import type { AppView } from "../../../electron/contract/views";

type Table = Readonly<Record<string, StepRow>>;

const frame = ["script", "script-page", "script-printing"];
const looked = ["opened", "clock", "app-hash", "preflight"];
const plan = ["reason", "fingerprint", "vault", "people", "quorum", "key", "places", "review"];
const proof = ["proof", "proof-printing", "proof-read", "proven"];
const entry = ["enter-share", "searching", "repairs"];
const given = ["gather", ...entry, "bag", "opening", "names", "current-key"];
const handing = ["hand-over", "sheet", "printing", "printed", "copy", "read-back", "spoiled", "verified"];
const delivery = [
  "deliver",
  "delivering",
  "key-printed",
  "key-read-back",
  "key-bag",
  "writing",
  "not-written",
];
const written = ["second-copy", "old-keystore", "old-sheets"];
const signing = ["sign-off", "signing"];
const end = ["sealed", "record-page", "record-printing"];

/** Every step at which a policy holds, in a second hand: a row that is changed alone stands out. */
const expected: Readonly<Record<Policy, { ceremony: readonly string[]; check: readonly string[] }>> = {
  "under-way": {
    ceremony: [
      ...[...plan, ...frame, ...looked, ...proof, ...given],
      ...["making", "distribute", ...handing, ...delivery, "halted"],
    ],
    check: [...looked, "round", ...entry, "checked", "custody", ...signing, "halted"],
  },
  secret: {
    ceremony: ["enter-share", "repairs", "current-key", "copy", "read-back", "key-read-back"],
    check: ["enter-share", "repairs"],
  },
  camera: {
    ceremony: ["proof-read", "enter-share", "current-key", "read-back", "key-read-back"],
    check: ["enter-share"],
  },
  idle: { ceremony: [...given, "making"], check: [] },
};

const alone = ["enter-share", "searching", "repairs", "current-key", "copy", "read-back", "key-read-back"];
const ceremonySaid = [...plan, ...frame, ...looked, ...proof, ...given, "making", "distribute", ...handing];
const everyCeremonyStep = [
  ...[...ceremonySaid, ...delivery, ...written],
  ...[...signing, ...end, "halted", "done", "aborted"],
];

function where(table: Table, is: (row: StepRow) => boolean): readonly string[] {
  return Object.entries(table)
    .filter(([, row]) => is(row))
    .map(([step]) => step)
    .sort();
}

describe.each(Object.keys(expected) as Policy[])("the policy %s", (policy) => {
  it("holds at these steps, and at no other", () => {
    const has = ({ policies }: StepRow) => policies.has(policy);
    expect(where(ceremonySteps, has)).toEqual([...expected[policy].ceremony].sort());
    expect(where(checkSteps, has)).toEqual([...expected[policy].check].sort());
    expect(where(recordSteps, has)).toEqual([]);
  });

  it("holds for a page as for its step, and for none without steps", () => {
    for (const at of ["ceremony", "check"] as const) {
      for (const step of Object.keys(at === "check" ? checkSteps : ceremonySteps)) {
        const page = { at, step } as unknown as AppView["page"];
        expect(holds(policy, page)).toBe(expected[policy][at].includes(step));
      }
    }
    for (const at of ["home", "workstation", "keystore", "damaged", "unreadable"] as const) {
      expect(holds(policy, { at } as unknown as AppView["page"])).toBe(false);
    }
  });
});

describe("the record of a step", () => {
  const closed = [...end, "halted", "done", "aborted"];

  it("has begun, or takes lines, or takes none any more", () => {
    const none = [...plan, ...frame];
    const open = everyCeremonyStep.filter((step) => ![...none, ...alone, ...closed].includes(step));
    const said = { none, open, alone, closed };
    for (const [state, steps] of Object.entries(said)) {
      expect(where(ceremonySteps, ({ record }) => record === state)).toEqual([...steps].sort());
    }
  });

  it("of a round of checks is open between the sheets", () => {
    const said = {
      none: ["people", ...frame],
      open: [...looked, "round", "checked", "custody", ...signing],
      alone: entry,
      closed: [...end, "halted"],
    };
    for (const [state, steps] of Object.entries(said)) {
      expect(where(checkSteps, ({ record }) => record === state)).toEqual([...steps].sort());
    }
    expect(where(recordSteps, ({ record }) => record === "closed")).toHaveLength(3);
  });
});

it("says of each step in which part of its ceremony it is", () => {
  const phases = {
    Plan: plan,
    Prepare: [...frame, ...looked, ...proof],
    Open: given,
    "Make the keys": ["making"],
    Distribute: ["distribute", ...handing],
    Deliver: [...delivery, ...written],
    "Sign off": [...signing, "sealed"],
    Done: ["done"],
  };
  for (const [name, steps] of Object.entries(phases)) {
    expect(where(ceremonySteps, ({ phase }) => phase === name)).toEqual([...steps].sort());
  }
  const silent = where(ceremonySteps, ({ phase }) => phase === null);
  expect(silent).toEqual(["aborted", "halted", "record-page", "record-printing"]);
  expect(where({ ...checkSteps, ...recordSteps }, ({ phase }) => phase !== null)).toEqual([]);
});

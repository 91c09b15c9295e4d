import fc from "fast-check";
import { expect, it, test } from "vitest";
import { clockFailure, isTime, timeOf, writtenTime } from "../../../electron/contract/time";
import { parseKeystore } from "../../../electron/keystore/parse";
import { readLine } from "../../../electron/record/line";
import { openRecorder } from "../../../electron/record/recorder";
import { resealed } from "../keystore/resealed";
import { utf8, vault } from "../keystore/vectors";

const good = [
  "2000-01-01T00:00:00.000Z",
  "2026-11-23T22:00:00.000Z",
  "2024-02-29T23:59:59.999Z",
  "9999-12-31T23:59:59.999Z",
];
const bad = [
  "1999-12-31T23:59:59.999Z",
  "1970-01-01T00:00:00.000Z",
  "0999-01-01T00:00:00.000Z",
  "0000-01-01T00:00:00.000Z",
  "-000001-01-01T00:00:00.000Z",
  "+010000-01-01T00:00:00.000Z",
  "10000-01-01T00:00:00.000Z",
  "2026-02-30T22:00:00.000Z",
  "2023-02-29T00:00:00.000Z",
  "2026-11-23T24:00:00.000Z",
  "2026-11-23T22:00:60.000Z",
  "2026-11-23T22:00:00Z",
  "2026-11-23T22:00:00.000+00:00",
  "2026-11-23T22:00:00.000z",
  "2026-11-23 22:00:00.000Z",
  "2026-11-23T22:00:00.0000Z",
  " 2026-11-23T22:00:00.000Z",
  "2026-11-23T22:00:00.000Z\n",
  "２026-11-23T22:00:00.000Z",
  "",
];

/** What each reader of a document says of a time in it. */
const readers = {
  "the rule itself": isTime,
  "a keystore": (time: string) => parseKeystore(utf8(JSON.stringify(withTime(time)))).ok,
  "a record": (time: string) => readLine(lineWith(time), 1).ok,
};

for (const [reader, takes] of Object.entries(readers)) {
  test.each(good)(`${reader} takes %s`, (time) => expect(takes(time)).toBe(true));
  test.each(bad)(`${reader} refuses %j`, (time) => expect(takes(time)).toBe(false));
}

it("holds of every moment that is written, and what cannot be written is no time", () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: false }), (moment) => {
      const text = timeOf(moment);
      const year = moment.getUTCFullYear();
      expect(text !== null).toBe(year >= 2000 && year <= 9999);
      if (text === null) expect(() => writtenTime(moment)).toThrow(RangeError);
      else expect([isTime(text), new Date(text).getTime()]).toEqual([true, moment.getTime()]);
    }),
  );
});

test("no record begins while the clock says what none can hold", () => {
  const header = {
    ceremonyId: "e2b97b68-b07f-4ef1-8495-81fc2148ea34",
    kind: "generate",
    vaultId: "0eef0d22-1d3c-4020-8282-b63cb8729441",
    practice: false,
    parameters: null,
  } as const;
  const at = (time: string) => openRecorder(header, null, () => new Date(time));
  expect(at("1999-12-31T23:59:59.999Z")).toEqual({
    ok: false,
    error: { code: "ceremony.clock", year: 1999 },
  });
  expect(at("+010000-01-01T00:00:00.000Z")).toEqual({
    ok: false,
    error: { code: "ceremony.clock", year: 10000 },
  });
  expect(at("never")).toEqual({ ok: false, error: { code: "ceremony.clock", year: null } });
  expect(at("2000-01-01T00:00:00.000Z").ok).toBe(true);
  expect(at("9999-12-31T23:59:59.999Z").ok).toBe(true);
  expect(clockFailure(new Date(0)).year).toBe(1970);
});

test("a record that has begun repeats its last time while the clock says what no line can hold", () => {
  const clock = [
    "2026-11-23T12:00:00.000Z",
    "1970-01-01T00:00:00.000Z",
    "+012026-01-01T00:00:00.000Z",
    "never",
  ];
  const header = {
    ceremonyId: "e2b97b68-b07f-4ef1-8495-81fc2148ea34",
    kind: "generate",
    vaultId: "0eef0d22-1d3c-4020-8282-b63cb8729441",
    practice: false,
    parameters: null,
  } as const;
  let told = 0;
  const recorder = openRecorder(header, null, () => new Date(clock[told++] ?? ""));
  if (!recorder.ok) throw new Error(recorder.error.code);
  for (const _ of clock.slice(1)) {
    expect(recorder.value.note([{ event: "ceremony.begun", actor: "app", data: {} }]).ok).toBe(true);
  }
  expect(new Set(recorder.value.lines.map(({ time }) => time))).toEqual(new Set([clock[0]]));
  expect(recorder.value.lines.map(({ event }) => event)).toContain("clock backward");
  recorder.value.close();
});

function withTime(createdAt: string) {
  return resealed(vault(0), { createdAt });
}

function lineWith(time: string): string {
  return JSON.stringify({
    actor: "app",
    data: {},
    event: "a.b",
    prev: "0".repeat(64),
    seq: 0,
    time,
  });
}

import { expect, it } from "vitest";
import { inWords } from "../../../electron/record/in-words";

const line = {
  seq: 3,
  time: "2026-11-23T22:00:00.000Z",
  event: "wrapping-key.delivered",
  actor: "Çelik",
  data: {},
  prev: "0".repeat(64),
};

it("puts any event and data into words", () => {
  const data = {
    way: "file",
    sameMedium: false,
    index: 2,
    notes: [],
    list: [1, "b", null],
    more: { deep: true },
  };
  expect(inWords({ ...line, data })).toEqual({
    seq: 3,
    time: line.time,
    actor: "Çelik",
    event: "wrapping key delivered",
    text: "index: 2; way: file; same medium: no; notes: none; list: 1, b, none; more: (deep: yes)",
  });
  expect(inWords(line).text).toBe("");
});

it("tells an exception in the order in which it happened, whatever the order of the file", () => {
  const data = { decided: "We go on.", decidedBy: "Ada", expected: "Silence", happened: "A bell rang!" };
  expect(inWords({ ...line, data }).text).toBe(
    "expected: Silence; happened: A bell rang! decided: We go on. decided by: Ada",
  );
});

it("shows what is invisible, and does not follow endless nesting", () => {
  expect(inWords({ ...line, actor: "a\u202eb", data: { x: "\u0007" } })).toMatchObject({
    actor: "a\\u{202e}b",
    text: "x: \\u{7}",
  });
  let deep: unknown = 1;
  for (let level = 0; level < 3000; level++) deep = { deep };
  expect(inWords({ ...line, data: { deep } }).text).toMatch(/^(deep: \(){6}deep: …\){6}$/);
});

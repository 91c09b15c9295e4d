import { expect, test } from "vitest";
import { selfTest } from "../../../electron/crypto/self-test";

test("every known answer holds on this runtime", async () => {
  expect(await selfTest()).toEqual({ ok: true, value: null });
});

test.each([
  ["gives a wrong answer", () => false],
  ["gives a wrong answer later", async () => false],
  [
    "throws",
    () => {
      throw new Error("no such cipher");
    },
  ],
])("a test that %s is named, and none after it runs", async (_, passes) => {
  const ran: string[] = [];
  const note = (name: string) => () => ran.push(name) > 0;
  const answer = await selfTest([
    { name: "first", passes: note("first") },
    { name: "second", passes },
    { name: "third", passes: note("third") },
  ]);
  expect(answer).toEqual({ ok: false, error: { code: "ceremony.self-test", test: "second" } });
  expect(ran).toEqual(["first"]);
});

import { expect, it } from "vitest";
import { run, runJson } from "./command";

it("tells a person what was found, what is red first, and answers yes whatever it is", async () => {
  const { status, printed, remarked } = await run(["preflight"]);
  expect([status, remarked]).toEqual([0, ""]);
  expect(printed).toMatch(/^Runtime {13}Node\.js /m);
  expect(printed).toContain("NOT KNOWN: find out, or decide without\n");
  expect(printed).toMatch(/\n\d+ red, \d+ not known, of 14\.\n$/);
  for (const line of printed.split("\n")) expect(line.length).toBeLessThanOrEqual(140);
});

it("gives the same findings as one object", async () => {
  const [status, answer] = await runJson(["preflight"]);
  expect(status).toBe(0);
  expect(answer).toMatchObject({ ok: true, code: "preflight.read", red: expect.any(Number) });
  expect(answer.findings).toHaveLength(14);
  expect(answer.findings).toContainEqual({
    id: "printers",
    what: "Printers",
    verdict: "not-known",
    found: "Printers were not looked for.",
  });
});

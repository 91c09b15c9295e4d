import { expect, it } from "vitest";
import type { Exception, Finding } from "../../../electron/contract/preflight";
import { openReds, readException } from "../../../electron/preflight/exceptions";

const exception: Exception = {
  about: "swap",
  expected: "No swap.",
  happened: "Swap is in use.",
  decided: "The disk is destroyed afterwards.",
  by: "Ada",
  witnessedBy: "Björn",
};

it("takes texts as people type them, in one form", () => {
  const typed = { ...exception, by: "  Ada\n", witnessedBy: "Bjo\u0308rn" };
  expect(readException(typed)).toEqual({ ok: true, value: exception });
});

it.each([
  ["about", "", 120],
  ["expected", " \n ", 500],
  ["happened", "two\nlines", 500],
  ["decided", "x".repeat(501), 500],
  ["by", "é".repeat(121), 120],
  ["witnessedBy", "\ud800", 120],
] as const)("names the text that no record takes: %s", (member, text, limit) => {
  expect(readException({ ...exception, [member]: text })).toEqual({
    ok: false,
    error: { code: "exception.text", member, limit },
  });
});

it("takes texts of just the limit, in characters", () => {
  expect(readException({ ...exception, happened: "😀".repeat(500) }).ok).toBe(true);
});

const finding = (id: Finding["id"], verdict: Finding["verdict"]): Finding => ({
  id,
  what: id,
  found: "",
  verdict,
});

it("leaves the red findings that no exception is about", () => {
  const findings = [finding("swap", "red"), finding("network", "red"), finding("clock", "not-known")];
  const ids = (exceptions: readonly Exception[]) => openReds(findings, exceptions).map(({ id }) => id);
  expect(ids([])).toEqual(["swap", "network"]);
  expect(ids([exception])).toEqual(["network"]);
  expect(ids([exception, { ...exception, about: "network" }])).toEqual([]);
  expect(ids([{ ...exception, about: "a late witness" }])).toEqual(["swap", "network"]);
});

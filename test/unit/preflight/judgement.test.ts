import { expect, it } from "vitest";
import { shortList } from "../../../electron/preflight/judgement";

it("lists names, and counts those that are too many", () => {
  expect(shortList(["a", "b"])).toBe("a, b");
  expect(shortList(Array.from({ length: 1000 }, (_, at) => `n${at}`))).toBe(
    "n0, n1, n2, n3, n4, n5, n6, n7 and 992 more",
  );
});

it("cuts what is too long, and shows what is invisible", () => {
  expect(shortList(["x".repeat(100000)])).toBe(`${"x".repeat(120)}…`);
  expect(shortList(["a\u001b[2J\u202eb\n"])).toBe("a\\u{1b}[2J\\u{202e}b");
});

import { expect, it } from "vitest";
import { usualPaper } from "../../../electron/preflight/paper";

it.each(["US", "CA", "MX", "us"])("is US Letter in %s", (country) => {
  expect(usualPaper(country)).toBe("letter");
});

it.each(["GB", "DE", "JP", "BR", "", "C", "USA"])("is A4 in %j", (country) => {
  expect(usualPaper(country)).toBe("a4");
});

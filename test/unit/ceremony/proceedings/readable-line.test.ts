import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLine } from "../../../../electron/ceremony/proceedings/readable-line";
import { fail, ok } from "../../../../electron/contract/result";
import { canonicalText } from "../../../../electron/record/line";
import { looksSecret } from "../../../../electron/record/looks-secret";

const wrong = { code: "sign-off.reason", limit: 20 } as const;
const read = (text: string) => readLine(text, 20, wrong);

describe("a line for the record", () => {
  it.each([
    ["a b", "a b"],
    ["  a b\u00a0", "a b"],
    ["e\u0301", "é"],
    ["😀".repeat(20), "😀".repeat(20)],
    ["שלום", "שלום"],
  ])("is %j as %j", (typed, text) => {
    expect(read(typed)).toEqual(ok(text));
  });

  it.each([
    "",
    " \t ",
    "x".repeat(21),
    "a\nb",
    "a\rb",
    "a\u0085b",
    "a\u2029b",
    "a\u0007",
    "\ud83d",
    "x\udc00",
  ])("is refused as %j", (typed) => {
    expect(read(typed)).toEqual(fail(wrong));
  });

  it("is refused as a secret before anything else is said of it", () => {
    expect(read(`KCW1:${"A".repeat(64)}`)).toEqual(fail({ code: "text.secret" }));
    expect(read("zoo ".repeat(8))).toEqual(fail({ code: "text.secret" }));
  });

  it("gives only what a record can hold, and gives that back as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 25 }), (typed) => {
        const line = read(typed);
        if (!line.ok) return;
        expect(canonicalText(line.value)).not.toBe(null);
        expect([...line.value].length).toBeLessThanOrEqual(20);
        expect(looksSecret(line.value)).toBe(false);
        expect(read(line.value)).toEqual(line);
      }),
    );
  });
});

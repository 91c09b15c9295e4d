import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { visible, visibleJson } from "../../../electron/contract/escape";

describe("visible", () => {
  it.each([
    ["a\u202eb", "a\\u{202e}b"],
    ["a\u001b[31mb", "a\\u{1b}[31mb"],
    ["a\r\nb", "a\\u{d}\\u{a}b"],
    ["a\u2028b\u200bc\ufeffd", "a\\u{2028}b\\u{200b}c\\u{feff}d"],
    ["a\ud800", "a\\u{d800}"],
  ])("shows what is invisible: %j", (text, shown) => expect(visible(text)).toBe(shown));

  it.each(["Zürich 東京", "שלום", "👩‍⚕️ <script>", "می‌خواهم", ""])("leaves a name as it is: %s", (name) => {
    expect(visible(name)).toBe(name);
  });
});

describe("visibleJson", () => {
  it("means the same and holds nothing invisible", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        const json = visibleJson(JSON.stringify(value));
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(visible(json)).toBe(json);
      }),
    );
  });

  it("escapes a character beyond the first plane by its two halves", () => {
    expect(visibleJson('"\u{e0041}"')).toBe('"\\udb40\\udc41"');
  });
});

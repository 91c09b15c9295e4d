import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isName, NAME_LIMIT, nameKey, readName } from "../../../electron/keystore/names";

describe("readName", () => {
  it.each([
    ["  Ada Lovelace\n", "Ada Lovelace"],
    ["E\u0301tienne", "Étienne"],
    ["Ada  Lovelace", "Ada  Lovelace"],
    ["<script>alert(1)</script>", "<script>alert(1)</script>"],
    ["שלום עולם", "שלום עולם"],
    ["👩‍⚕️", "👩‍⚕️"],
    ["a\u202eb", "a\u202eb"],
    ["n".repeat(120), "n".repeat(120)],
    ["😀".repeat(120), "😀".repeat(120)],
  ])("takes %j", (typed, name) => expect(readName(typed)).toEqual({ ok: true, value: name }));

  it.each([
    ["", { code: "name.empty" }],
    [" \t\n", { code: "name.empty" }],
    ["n".repeat(300), { code: "name.too-long", limit: 120 }],
    ["😀".repeat(121), { code: "name.too-long", limit: 120 }],
    ["a\u0000b", { code: "name.characters" }],
    ["a\nb", { code: "name.characters" }],
    ["a\u0085b", { code: "name.characters" }],
    ["a\udc00", { code: "name.characters" }],
  ])("refuses %j", (typed, error) => expect(readName(typed)).toEqual({ ok: false, error }));

  it("gives only what a keystore may hold, and gives that back as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2 * NAME_LIMIT }), (typed) => {
        const name = readName(typed);
        if (!name.ok) return;
        expect(isName(name.value)).toBe(true);
        expect(readName(name.value)).toEqual(name);
      }),
    );
  });
});

describe("nameKey", () => {
  it.each([
    ["Ada Lovelace", "ADA  lovelace"],
    ["Ada Lovelace", "Ada\u00a0Lovelace"],
    ["Straße", "STRASSE"],
    ["STRAẞE", "strasse"],
    ["ﬁona", "Fiona"],
    ["Ｂｏｂ", "bob"],
    ["Σίσυφος", "ΣΊΣΥΦΟΣ"],
    ["İpek", "i\u0307pek"],
  ])("takes %s and %s for one person", (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  it.each([
    ["Ada", "Ida"],
    ["Custodian 1", "Custodian 11"],
    ["Alı", "Ali"],
    ["Jose", "José"],
  ])("tells %s and %s apart", (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));

  it("does not depend on case", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        if (name.includes("ı")) return;
        expect(nameKey(name.toUpperCase())).toBe(nameKey(name));
      }),
    );
  });
});

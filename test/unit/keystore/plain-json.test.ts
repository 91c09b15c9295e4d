import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UnusualJson } from "../../../electron/contract/errors";
import { sentence } from "../../../electron/contract/sentences";
import { readDamaged } from "../../../electron/keystore/damaged";
import { parseKeystore } from "../../../electron/keystore/parse";
import { departure } from "../../../electron/keystore/plain-json";
import { resealed } from "./resealed";
import { textOf, utf8, vault } from "./vectors";

const { keystore } = vault(0);
const text = textOf(vault(0));

/** What a reader says of the file as another program has saved it. */
function refusalOf(saved: string) {
  const parsed = parseKeystore(utf8(saved));
  if (parsed.ok) throw new Error("It is read.");
  return parsed.error;
}

const escaped = (written: string): UnusualJson => ({ kind: "escape", written });
const number = (written: string, plain: string): UnusualJson => ({ kind: "number", written, plain });
const repeated = (member: string): UnusualJson => ({ kind: "repeated", member });

describe("a keystore that another program has saved", () => {
  // Each replacement stays on its line, so the line to be named is the replaced one's.
  it.each<[string, string, string, UnusualJson]>([
    ["an escaped letter", '"Vector Vault"', '"V\\u0065ctor Vault"', escaped("\\u0065")],
    ["an escaped space", '"Vector Vault"', '"Vector\\u0020Vault"', escaped("\\u0020")],
    ["an escaped slash", '"Custodian 1"', '"Custodian\\/1"', escaped("\\/")],
    ["an escaped member’s name", '"generation": 1', '"g\\u0065neration": 1', escaped("\\u0065")],
    ["a number with a point", '"generation": 1,', '"generation": 1.0,', number("1.0", "1")],
    ["a number with a power", '"generation": 1,', '"generation": 1e0,', number("1e0", "1")],
    ["a large power", '"bits": 256', '"bits": 2.56E+2', number("2.56E+2", "256")],
    ["a repeated member", '"generation": 1,', '"generation": 1, "generation": 1,', repeated("generation")],
    ["a repeated member deep inside", '"index": 2,', '"index": 7, "index": 2,', repeated("index")],
    ["a repeated object", '"vault": {', '"vault": {"a": "{\\""}, "vault": {', repeated("vault")],
    ["a repeated member in disguise", '"index": 2,', '"ind\\u0065x": 7, "index": 2,', escaped("\\u0065")],
  ])("with %s is refused for that, at its line", (what, plain, odd, found) => {
    // Only a slash was not there before: what the seal is over is another name.
    const sealed = what !== "an escaped slash";
    const line = text.slice(0, text.indexOf(plain)).split("\n").length;
    const error = refusalOf(text.replace(plain, odd));
    expect(error).toEqual({ code: "keystore.not-canonical", line, found, sealed });
  });

  const names = { name: "Zahlungen “Süd” & <Åsa's> 😀" };
  const named = resealed(vault(0), { vault: { ...keystore.vault, ...names } });
  const saved = `${JSON.stringify(named, null, 2)}\n`;
  const hex = (character: string) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
      .join("");

  it.each<[string, string, string]>([
    ["Python’s json.dump", saved.replace(/\P{ASCII}/gu, hex), "\\u201c"],
    ["Go’s encoding/json", saved.replace(/[&<>]/g, hex), "\\u0026"],
    ["PowerShell’s ConvertTo-Json", saved.replace(/[&<>']/g, hex), "\\u0026"],
    ["a program that escapes by capital letters", saved.replace("ü", "\\u00FC"), "\\u00FC"],
    ["a program that escapes pairs", saved.replace("😀", hex), "\\ud83d\\ude00"],
  ])("by %s is told apart from a damaged one, and told how it is read again", (_, rewritten, written) => {
    const error = refusalOf(rewritten);
    expect(error).toMatchObject({ code: "keystore.not-canonical", found: { written }, sealed: true });
    expect(sentence(error)).toContain("Nothing is lost: the seal holds");
    expect(sentence(error)).toContain("jq . keystore.json > new.json");
    expect(readDamaged(utf8(rewritten))).toEqual({ ok: false, error });
    // What jq does with it: the value is written plainly again, and read.
    expect(parseKeystore(utf8(JSON.stringify(JSON.parse(rewritten), null, 2)))).toEqual({
      ok: true,
      value: named,
    });
  });

  it("and whose seal does not hold besides is damaged, and says so", () => {
    const error = refusalOf(text.replace('"Vector Vault"', '"V\\u0065ctor Vaults"'));
    expect(error).toMatchObject({ code: "keystore.not-canonical", sealed: false });
    expect(sentence(error)).toContain("Besides, its seal does not hold");
    expect(readDamaged(utf8(text.replace('"Vector Vault"', '"V\\u0065ctor Vaults"')))).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ["a negative zero", '"generation": 1,', '"generation": -0,', "generation"],
    ["a prototype", '"id": ', '"__proto__": {}, "id": ', "vault.__proto__"],
    ["a prototype in a list", '"index": 1,', '"__proto__": 7, "index": 1,', "shareSet.shares[0].__proto__"],
    ["a constructor", '"index": 1,', '"constructor": {}, "index": 1,', "shareSet.shares[0].constructor"],
  ])("with %s is refused by the member’s name", (_, plain, odd, member) => {
    expect(refusalOf(text.replace(plain, odd))).toMatchObject({ member });
  });

  it.each([["LE"], ["BE"]])("as UTF-16%s is refused by that name", (order) => {
    const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
    const parsed = parseKeystore(order === "LE" ? bytes : bytes.swap16());
    expect(parsed).toEqual({ ok: false, error: { code: "keystore.utf-16" } });
  });
});

it("departs exactly where the text is not JSON.stringify of its value, white space aside", () => {
  const spaces = fc.stringMatching(/^[ \t\r\n]{0,2}$/);
  const strings = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 4 }).map((value) => JSON.stringify(value)),
    fc.stringMatching(/^"([a-z{}[\]:,]|\\["\\/bfnrt]|\\u(00[0-9a-fA-F]{2}|d83d\\ude00|d83d|de00)){0,4}"$/),
  );
  const numbers = fc.oneof(
    fc.integer().map(String),
    fc.constantFrom("1.0", "1e3", "-0", "1.50", "0.5", "1E2", "1e21", "1e+21"),
  );
  const { document } = fc.letrec<{ document: string; list: string; object: string }>((tie) => ({
    document: fc.oneof(
      { maxDepth: 3 },
      strings,
      numbers,
      fc.constantFrom("true", "false", "null"),
      tie("list"),
      tie("object"),
    ),
    list: fc.array(tie("document"), { maxLength: 3 }).map((values) => `[${values.join(",")}]`),
    object: fc
      .array(
        fc.tuple(
          fc.oneof(fc.constantFrom('"a"', '"b"', '"\\u0061"'), strings),
          spaces,
          tie("document"),
          spaces,
        ),
        { maxLength: 3 },
      )
      .map(
        (members) =>
          `{${members.map(([name, a, value, b]) => `${b}${name}${a}:${b}${value}${a}`).join(",")}}`,
      ),
  }));
  fc.assert(
    fc.property(document, (json) => {
      const value: unknown = JSON.parse(json);
      fc.pre(!hasWholeName(value));
      expect(departure(json) === null).toBe(withoutSpace(json) === JSON.stringify(value));
    }),
    { numRuns: 2000 },
  );
});

/** A program sorts such names before the others: no member of a keystore has one. */
function hasWholeName(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([name, member]) => (!Array.isArray(value) && /^\d+$/.test(name)) || hasWholeName(member),
  );
}

function withoutSpace(json: string): string {
  return json.replace(/("(?:[^"\\]|\\.)*")|[ \t\r\n]+/gs, (_, string = "") => string);
}

it.each([
  ["a long string", JSON.stringify("x".repeat(3_000_000))],
  ["a string of escapes", JSON.stringify('"'.repeat(1_900_000))],
  ["brackets", "[".repeat(1_900_000) + "]".repeat(1_900_000)],
  ["objects", `${'{"a":'.repeat(500_000)}1${"}".repeat(500_000)}`],
  ["digits", "1".repeat(3_000_000)],
])("is found behind whatever the first of two members holds: %s", (_, ballast) => {
  const error = refusalOf(text.replace('"vault": {', `"vault": ${ballast}, "vault": {`));
  expect(error).toMatchObject({ code: "keystore.not-canonical", sealed: true });
});

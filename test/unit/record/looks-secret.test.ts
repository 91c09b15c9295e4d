import { wordlist } from "@scure/bip39/wordlists/english.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inFours } from "../../../electron/contract/fours";
import { looksSecret } from "../../../electron/record/looks-secret";
import { asTypedIn } from "../contract/typed-in-layout";
import { vault, vaults } from "../keystore/vectors";

const [words = "", qr = ""] = [vault(0).shares[0]?.words, vault(0).shares[0]?.qr];
const eight = words.split(" ").slice(0, 8);

describe("looks secret:", () => {
  it.each([
    ["a share's words", words],
    ["eight of them in a sentence", `He read out: ${eight.join(" ")}, and stopped.`],
    [
      "as people shout, space and number them",
      eight.map((word, at) => `${at + 1}. ${word.toUpperCase()}\n`).join(" "),
    ],
    ["four letters of each", eight.map((word) => word.slice(0, 4)).join("  ")],
    ["one unreadable among them", [...eight.slice(0, 4), "?", ...eight.slice(4)].join(" ")],
    [
      "in full-width letters",
      eight
        .join(" ")
        .replace(/[a-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
    ],
    [
      "with soft hyphens from a page",
      eight.map((word) => `${word.slice(0, 2)}\u00ad${word.slice(2)}`).join(" "),
    ],
    ["with zero width spaces alone between them", eight.join("\u200b")],
    ["with a dotless i", eight.join(", ").replaceAll("i", "ı")],
    ["with accents of a spelling checker", eight.join(" ").replaceAll("e", "é")],
    ["a code behind a scanner's prefix, in small letters", `]Q1${qr.toLowerCase()}\r`],
    ["a part of a code, spread by spaces", `${qr.slice(0, 24).replace(/./g, "$& ")}`],
    ...["German", "French", "Czech", "Russian", "Turkish (F)", "Dvorak"].flatMap((name) => [
      [`a code typed in ${name}`, `It said ${asTypedIn(name, qr, {})}.`],
      [`a part of it in ${name} with Caps Lock`, asTypedIn(name, qr.slice(0, 30), { capsLock: true })],
      [`a key's code typed in ${name}`, asTypedIn(name, `KCW1:${vault(0).wrappingKey.toUpperCase()}`, {})],
    ]),
    ["a Wrapping Key with O for 0", inFours(vault(0).wrappingKey.replaceAll("0", "O"))],
    ["a share's QR text", `Code ${qr}`],
    ["the same in small letters", qr.toLowerCase()],
    ["a Wrapping Key's QR text", `KCW1:${vault(0).wrappingKey.toUpperCase()}`],
    ["a Wrapping Key", vault(0).wrappingKey],
    ["a small one in groups of four", `The key is ${inFours(vault(1).wrappingKey)}.`],
    ["one in lines", vault(0).wrappingKey.replace(/.{16}/g, "$&\r\n  ")],
    ["one behind a word of its letters", `added ${vault(0).wrappingKey}`],
  ])("%s", (_, text) => {
    expect(looksSecret(text)).toBe(true);
  });
});

describe("does not look secret:", () => {
  it.each([
    ["nothing", ""],
    ["a reason", "The Wrapping Key’s medium was lost in the move; approved by the board on 2026-11-20."],
    ["seven words of a share", eight.slice(0, 7).join(" ")],
    ["seven, another one, and seven", [...eight.slice(0, 7), "the", ...eight.slice(0, 7)].join(" ")],
    ["a vault fingerprint in fours", "The fingerprint 16ae 03b0 0582 affc cf75 e44d c8cb 7800 was compared."],
    ["a ceremony's id and a bag", "Ceremony c27f43c3-28ec-478e-8349-2d73d1e84eec, bag A-0017 4711."],
    [
      "names that compare keys",
      "Wrapping Key 43d4 df2d d243 30bb instead of Wrapping Key 548f 216e 7dab 649b",
    ],
    [
      "a long path",
      "/media/operator/BACKUP-2026/ceremonies/payments-eu/wrapping-keys/KC-1/generation-0001.txt",
    ],
    ["a file address", "file:///home/operator/kc1/keystores/payments.generation-12.json?copy=2&of=KC"],
    [
      "words of a key's letters",
      "A cool blond added oil: decide, fade, feed, 100 beads, a cafe; all icicles fell off a balcony.",
    ],
    [
      "a question with digits",
      "Is bag A-0017-2211 the one of 12:30, and where are A-0018 to A-0031? 1, 2, 3, 4, 5, 6, 7, 8, 9.",
    ],
    ["other scripts", "Ключ утерян при переезде; 鍵を紛失した"],
  ])("%s", (_, text) => {
    expect(looksSecret(text)).toBe(false);
  });
});

const word = fc.constantFrom(...wordlist);
/** How people write one word: whole or in four letters, in any case. */
const written = fc
  .tuple(word, fc.boolean(), fc.boolean())
  .map(([whole, short, loud]) => (short ? whole.slice(0, 4) : whole)[loud ? "toUpperCase" : "toLowerCase"]());
const between = fc.stringMatching(/^[\s0-9.,;:?-]{1,4}$/);
/** Text that ends and begins with a word that is none of the list. */
const around = fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => `the ${text} the`);

it("eight words in a row are found wherever they stand and however they are written", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(written, between), { minLength: 8, maxLength: 31 }),
      around,
      around,
      (list, before, after) => {
        expect(looksSecret(`${before} ${list.flat().join("")} ${after}`)).toBe(true);
      },
    ),
  );
});

it("fewer are not, and neither is any digit by itself", () => {
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 7 }), { maxLength: 6 }), fc.nat(9), (runs, digit) => {
      expect(looksSecret(runs.map((run) => run.join(" ")).join(` the ${digit} `))).toBe(false);
    }),
  );
});

it("a key is found in any groups, and 47 digits are none", () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-fA-F]{${length}}$`));
  const grouped = (hex: string, size: number) => hex.replace(new RegExp(`.{${size}}`, "g"), "$& ");
  fc.assert(
    fc.property(
      fc.constantFrom(48, 60, 64, 80).chain(digits),
      digits(47),
      fc.integer({ min: 1, max: 20 }),
      around,
      (key, less, size, said) => {
        expect(looksSecret(`${said} ${grouped(key, size)} ${said}`)).toBe(true);
        expect(looksSecret(`Look: ${grouped(less, size)}.`)).toBe(false);
      },
    ),
  );
});

it("every share and key of the vectors looks secret, and no public name of theirs does", () => {
  for (const { shares, wrappingKey, masterKey, recoveryKey, keystore } of vaults) {
    for (const secret of [
      ...shares.flatMap((share) => [share.words, share.qr]),
      wrappingKey,
      masterKey,
      recoveryKey,
    ]) {
      expect(looksSecret(secret)).toBe(true);
    }
    for (const name of [
      keystore.vault.name,
      keystore.vault.id,
      keystore.masterKey.kid,
      keystore.shareSet.id,
    ]) {
      expect(looksSecret(name)).toBe(false);
    }
  }
});

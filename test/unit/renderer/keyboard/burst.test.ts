import { wordlist } from "@scure/bip39/wordlists/english.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layouts } from "../../../../electron/contract/keyboard-layouts";
import { codeKinds } from "../../../../electron/contract/typed-code";
import { type Burst, type Heard, hear, type Into, quiet } from "../../../../renderer/keyboard/burst";

const share = `KC1:${"A2".repeat(34)}B`;
const proof = `KCT1:${"A2".repeat(34)}`;
const key = `KCW1:${"0123456789ABCDEF".repeat(4)}`;
const shortKey = key.slice(0, 5 + 48);

const intos: readonly Into[] = ["text", "cells", "list", "nothing"];

/** A person or a scanner at the keys, `ms` apart. */
class Keys {
  burst: Burst = quiet;
  /** What reached the page, key by key: Enter as a line end, Tab as one. */
  passed = "";
  codes: string[] = [];
  begun = 0;
  ignored = 0;
  at = 1000;

  readonly into: Into;
  readonly ms: number;

  constructor(into: Into, ms: number) {
    this.into = into;
    this.ms = ms;
  }

  type(text: string): this {
    for (const one of text) {
      this.at += this.ms;
      if (one === "\n" || one === "\t") {
        this.#hear({ what: "end", key: one === "\n" ? "Enter" : "Tab", at: this.at }, one);
      } else {
        this.#hear({ what: "character", text: one, into: this.into, at: this.at }, one);
      }
    }
    return this;
  }

  waits(ms: number): this {
    this.at += ms;
    return this;
  }

  hears(heard: Heard): this {
    this.#hear(heard, "");
    return this;
  }

  #hear(heard: Heard, passes: string): void {
    const { burst, kept, begins, code, ignored } = hear(this.burst, heard);
    this.burst = burst;
    if (!kept) this.passed += passes;
    if (code !== undefined) this.codes.push(code.text);
    if (begins) this.begun += 1;
    if (ignored) this.ignored += 1;
  }
}

describe("a code that a scanner types", () => {
  it("is heard whole, whatever has the focus, however fast, behind any prefix, before any end", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...intos),
        fc.constantFrom(0, 10, 50, 400),
        fc.constantFrom("", "]Q1", "]Q3", "QR-Code:", "acme-", "https://acme.example/", "Q"),
        fc.constantFrom("", "\n", "\t", "\n\n", "\t\n"),
        fc.constantFrom(share, share.toLowerCase(), proof, key),
        (into, ms, prefix, end, code) => {
          const keys = new Keys(into, ms).type(prefix + code + end);
          expect(keys.codes).toEqual([code]);
          expect(keys.begun).toBe(1);
          // Its first letters at most, before the colon: the listener takes them away.
          expect(keys.passed).toBe(prefix + code.slice(0, code.indexOf(":")));
        },
      ),
    );
  });

  it("never answers: neither its Enter, nor that of its second and third reading, at any speed", () => {
    for (const ms of [0, 20, 400, 5000]) {
      const keys = new Keys("nothing", ms).type(`${share}\n${share}\n${proof}\n`);
      expect(keys.codes).toEqual([share, share, proof]);
      expect(keys.passed).not.toContain("\n");
    }
  });

  it("is heard anew behind itself when the scanner sends no end", () => {
    expect(new Keys("text", 5).type(share + share).codes).toEqual([share, share]);
  });

  it("takes what the scanner puts behind it, and what a person types later is theirs", () => {
    const keys = new Keys("text", 5).type(`${share}~x\n`).waits(2000).type("A-0001\n");
    expect(keys.passed).toBe("KC1A-0001\n");
  });

  it("ends with Enter, with a person or with silence where it is not whole", () => {
    const part = share.slice(0, 40);
    expect(new Keys("nothing", 5).type(`${part}\n`)).toMatchObject({ codes: [part], passed: "KC1" });
    expect(new Keys("nothing", 5).type(part).hears({ what: "person" }).codes).toEqual([part]);
    expect(new Keys("nothing", 5).type(part).hears({ what: "silence" }).codes).toEqual([part]);
    expect(new Keys("cells", 5).type(shortKey).codes).toEqual([]);
    expect(new Keys("cells", 5).type(`${shortKey}\n`).codes).toEqual([shortKey]);
    expect(hear(quiet, { what: "silence" })).toEqual({ burst: quiet, kept: false });
  });

  it("is known in a foreign keyboard layout, before much of it was typed", () => {
    const [us] = layouts;
    if (us === undefined) throw new Error("There is no layout.");
    for (const { name, plain, shifted } of layouts) {
      const typed = Array.from(share, (character) => {
        const isShifted = !us.plain.includes(character);
        const [from, to] = isShifted ? [us.shifted, shifted] : [us.plain, plain];
        return [...to][[...from].indexOf(character)] ?? "";
      })
        // A key that types nothing by itself.
        .filter((character) => character !== " ")
        .join("");
      const keys = new Keys("text", 5).type(`${typed}\n`);
      expect(keys.codes, name).toHaveLength(1);
      expect(keys.passed.length, name).toBeLessThan(20);
      expect(keys.passed, name).not.toContain("\n");
    }
  });

  it("is known by its length in a layout that nobody knows, but for words that are typed without spaces", () => {
    const strange = "ض1ص2ث3".repeat(12);
    const keys = new Keys("nothing", 5).type(`${strange}\n`);
    expect(keys.codes).toHaveLength(1);
    expect(keys.passed).toHaveLength(39);
  });
});

describe("what is no code", () => {
  const ean = "4006381333931";

  it("does not answer by its Enter where it went nowhere, however slowly it came", () => {
    for (const ms of [0, 50, 800, 60_000]) {
      const keys = new Keys("nothing", ms).type(`${ean}\n`);
      expect(keys.passed).toBe(ean);
      expect(keys.ignored).toBe(1);
    }
  });

  it("does not answer by a second line end, nor by Tab and Enter, nor by a space in it", () => {
    expect(new Keys("nothing", 10).type(`${ean}\n\n`).passed).toBe(ean);
    expect(new Keys("nothing", 10).type(`${ean}\t\n`).passed).toBe(ean);
    expect(new Keys("nothing", 10).type("AB 12\n").passed).toBe("AB12");
  });

  it("leaves a person's next Enter alone, and one after their focus or pointer moved", () => {
    expect(new Keys("nothing", 10).type(`${ean}\n`).waits(600).type("\n").passed).toBe(`${ean}\n`);
    expect(new Keys("nothing", 10).type(ean).hears({ what: "person" }).type("\n").passed).toBe(`${ean}\n`);
  });

  it("leaves a person's keys alone: Space, Enter, Tab, and a letter hit by mistake before Tab", () => {
    expect(new Keys("nothing", 200).type(" \n\t\n x\t\n").passed).toBe(" \n\t\n x\t\n");
  });

  it("goes into a field with its Enter, whose second line end goes no further", () => {
    expect(new Keys("text", 10).type(`${ean}\n`).passed).toBe(`${ean}\n`);
    expect(new Keys("text", 10).type(`${ean}\n\n`).passed).toBe(`${ean}\n`);
  });

  it("is every text that people write: words of the list in a row, names, paths, hashes", () => {
    const texts = [
      "Key Ceremony KC-1, KC 1 and KC10: 14:30",
      "/media/operator/VAULT-1/keystore-2026-05-03T10:15:00Z.json",
      "eth0 up: fe80::1c2b:3d4e:5f60:7a8b/64",
      "0123 4567 89ab cdef c0de",
      "C:\\Users\\Ada\\Desktop\\wrapping-key.txt",
      "Björn Ek, Elif Şahin, Dilnoza Karimova, Καλλιόπη, Ольга",
      `${"0123456789abcdef".repeat(4)} 5b1c`.replace(/.{4}/g, "$& "),
    ];
    for (const text of texts) expect(new Keys("text", 0).type(text).passed).toBe(text);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...wordlist), { maxLength: 31 }), fc.boolean(), (words, four) => {
        const text = words.map((word) => (four ? word.slice(0, 4) : `${word} `)).join("");
        expect(new Keys("cells", 0).type(text).passed).toBe(text);
      }),
    );
  });
});

it("every kind of code is told by its beginning", () => {
  for (const [kind, { tag }] of Object.entries(codeKinds)) {
    const { burst } = new Keys("nothing", 0).type(`${tag}:`);
    expect(burst).toMatchObject({ phase: "code", kind, code: `${tag}:` });
  }
});

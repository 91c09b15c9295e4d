import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Bags,
  readBagChange,
  readNewBag,
  withBags,
} from "../../../../electron/ceremony/proceedings/bags";
import { fail, ok } from "../../../../electron/contract/result";
import { bagged } from "../held-frame";

const used = fail({ code: "bag.used" });
/** A number as it is printed on a bag, and as somebody else might type it. */
const number = fc.stringMatching(/^[AB]-?[0-9]$/);
const spelt = fc
  .tuple(number, fc.boolean(), fc.array(fc.nat(4), { maxLength: 3 }))
  .map(([text, lower, spaces]) => {
    const cased = lower ? text.toLowerCase() : text;
    return spaces.reduce((all, at) => `${all.slice(0, at)} ${all.slice(at)}`, cased);
  });
const plain = (text: string) => text.replace(/\s/g, "").toLowerCase();

describe("the number of a new bag", () => {
  it("is kept as it was typed first, without white space around it", () => {
    expect(readNewBag({ number: "  ÄB 0017 ", again: "äb 0017" }, [])).toEqual(ok("ÄB 0017"));
    expect(readNewBag({ number: "A\u030A-1", again: "Å-1" }, [])).toEqual(ok("Å-1"));
    expect(readNewBag({ number: "AB 12", again: "ab12" }, [])).toEqual(ok("AB 12"));
    expect(readNewBag(null, ["AB 12"])).toEqual(ok(null));
  });

  it.each(["", "   ", "x".repeat(41), "A\n1", "A\u0000", "A\u2028B", "\ud800"])(
    "is refused as %j",
    (text) => {
      expect(readNewBag(bagged(text), [])).toEqual(fail({ code: "bag.number", limit: 40 }));
    },
  );

  it("may have 40 characters, whatever they are made of", () => {
    const longest = "𝟙".repeat(40);
    expect(readNewBag(bagged(longest), [])).toEqual(ok(longest));
  });

  it("is refused where two people typed two numbers, and where it looks like a secret", () => {
    expect(readNewBag({ number: "A-1", again: "A-2" }, [])).toEqual(fail({ code: "bag.differs" }));
    expect(readNewBag({ number: "A-1", again: "" }, [])).toEqual(fail({ code: "bag.differs" }));
    expect(readNewBag(bagged("kc1: abc"), [])).toEqual(fail({ code: "text.secret" }));
  });

  it("is never noted twice in a ceremony, in whatever case and with whatever spaces", () => {
    const changes = fc.array(
      fc.oneof(
        spelt.map((number) => ({ opened: null, sealed: bagged(number) })),
        fc.tuple(spelt, spelt).map(([opened, sealed]) => ({ opened, sealed: bagged(sealed) })),
        spelt.map((opened) => ({ opened, sealed: null })),
      ),
      { maxLength: 40 },
    );
    let refused = 0;
    fc.assert(
      fc.property(changes, (changes) => {
        let bags: Bags = [];
        for (const change of changes) {
          const asked = [change.opened, change.sealed?.number ?? null].flatMap((one) =>
            one === null ? [] : [plain(one)],
          );
          const read = readBagChange(change, bags);
          const known = new Set(bags.map(plain));
          const isTwice = asked.some((one) => known.has(one)) || new Set(asked).size < asked.length;
          expect(read.ok).toBe(!isTwice);
          if (!read.ok) {
            expect(read).toEqual(used);
            refused += 1;
            continue;
          }
          bags = withBags(bags, read.value.opened, read.value.sealed);
        }
        expect(new Set(bags.map(plain)).size).toBe(bags.length);
      }),
    );
    expect(refused).toBeGreaterThan(10);
  });
});

describe("a sheet that goes from one bag into another", () => {
  it("goes into a new one: nothing goes back into a bag that was opened", () => {
    expect(readBagChange({ opened: "A-1", sealed: bagged("a - 1") }, [])).toEqual(used);
    expect(readBagChange({ opened: "A-1", sealed: bagged("A-2") }, [])).toEqual(
      ok({ opened: "A-1", sealed: "A-2" }),
    );
  });

  it("came from no bag that was opened, or sealed, before in this ceremony", () => {
    expect(readBagChange({ opened: "a-1", sealed: null }, ["A-1"])).toEqual(used);
  });

  it("may have had no bag, and get none", () => {
    expect(readBagChange({ opened: null, sealed: null }, ["A-1"])).toEqual(
      ok({ opened: null, sealed: null }),
    );
  });

  it("is refused where either number is none", () => {
    const wrong = fail({ code: "bag.number", limit: 40 });
    expect(readBagChange({ opened: " ", sealed: null }, [])).toEqual(wrong);
    expect(readBagChange({ opened: "A", sealed: bagged("") }, [])).toEqual(wrong);
  });
});

describe("the numbers of a ceremony", () => {
  it("grow by those that there are", () => {
    expect(withBags(["A"], null, "B", null)).toEqual(["A", "B"]);
  });
});

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
    expect(readNewBag(null, [{ number: "AB 12", holds: "share 1" }])).toEqual(ok(null));
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

  it("names one bag in a ceremony, in whatever case and with whatever spaces", () => {
    const changes = fc.array(
      fc.record({
        sheet: fc.constantFrom("share 1", "share 2"),
        opened: fc.option(spelt),
        sealed: fc.option(spelt.map(bagged)),
      }),
      { maxLength: 40 },
    );
    let refused = 0;
    let opened = 0;
    fc.assert(
      fc.property(changes, (changes) => {
        let bags: Bags = [];
        // By number: which sheet is in it, or that it was opened.
        const now = new Map<string, string>();
        for (const { sheet, ...change } of changes) {
          const from = change.opened === null ? null : plain(change.opened);
          const into = change.sealed === null ? null : plain(change.sealed.number);
          const mayOpen = from === null || !now.has(from) || now.get(from) === sheet;
          const may = mayOpen && (into === null || (into !== from && !now.has(into)));
          const read = readBagChange(change, bags, sheet);
          expect(read.ok).toBe(may);
          if (!read.ok) {
            expect(read).toEqual(used);
            refused += 1;
            continue;
          }
          if (from !== null && now.has(from)) opened += 1;
          if (from !== null) now.set(from, "opened");
          if (into !== null) now.set(into, sheet);
          bags = withBags(bags, sheet, read.value);
        }
        expect(new Set(bags.map(({ number }) => plain(number))).size).toBe(bags.length);
      }),
      { numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(10);
    expect(opened).toBeGreaterThan(10);
  });
});

describe("a sheet that goes from one bag into another", () => {
  it("goes into a new one: nothing goes back into a bag that was opened", () => {
    expect(readBagChange({ opened: "A-1", sealed: bagged("a - 1") }, [], "share 1")).toEqual(used);
    expect(readBagChange({ opened: "A-1", sealed: bagged("A-2") }, [], "share 1")).toEqual(
      ok({ opened: "A-1", sealed: "A-2" }),
    );
  });

  it("may be fetched again, once, from the bag that it was sealed in, and from no other sheet's", () => {
    const sealed = withBags([], "share 1", { opened: null, sealed: "A-1" });
    const again = { opened: "a-1", sealed: bagged("A-2") };
    expect(readBagChange(again, sealed, "share 2")).toEqual(used);
    expect(readBagChange(again, sealed, "share 1")).toEqual(ok({ opened: "a-1", sealed: "A-2" }));
    const reopened = withBags(sealed, "share 1", { opened: "a-1", sealed: "A-2" });
    expect(readBagChange({ opened: "A-1", sealed: null }, reopened, "share 1")).toEqual(used);
    expect(readBagChange({ opened: "A-2", sealed: bagged("A-1") }, reopened, "share 1")).toEqual(used);
    expect(readBagChange({ opened: "A-2", sealed: bagged("A-3") }, reopened, "share 1").ok).toBe(true);
  });

  it("may have had no bag, and get none", () => {
    const change = { opened: null, sealed: null };
    const sealed = withBags([], "share 1", { opened: null, sealed: "A-1" });
    expect(readBagChange(change, sealed, "share 1")).toEqual(ok(change));
  });

  it("is refused where either number is none", () => {
    const wrong = fail({ code: "bag.number", limit: 40 });
    expect(readBagChange({ opened: " ", sealed: null }, [], "share 1")).toEqual(wrong);
    expect(readBagChange({ opened: "A", sealed: bagged("") }, [], "share 1")).toEqual(wrong);
  });
});

describe("the bags of a ceremony", () => {
  it("are those that there are", () => {
    const opened = { opened: "B", sealed: "C" };
    const before = withBags([], "share 1", { opened: null, sealed: "A" });
    expect(withBags(before, "share 2", opened)).toEqual([
      { number: "A", holds: "share 1" },
      { number: "B", holds: null },
      { number: "C", holds: "share 2" },
    ]);
  });
});

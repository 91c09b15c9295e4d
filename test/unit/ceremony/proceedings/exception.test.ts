import { describe, expect, it } from "vitest";
import { readException } from "../../../../electron/ceremony/proceedings/exception";
import type { Exception } from "../../../../electron/contract/proceedings";
import { fail, ok } from "../../../../electron/contract/result";

const people = { administrator: "Ada", witnesses: ["Wim", "Wanda"], custodians: ["Carla", "WIM"] };
const exception: Exception = {
  about: "swap",
  expected: "No swap",
  happened: "Swap is in use",
  decided: "Go on: it is encrypted",
  decidedBy: "Ada",
  witnessedBy: "Wim",
};
const read = (change: Partial<Exception>) => readException({ ...exception, ...change }, people);

describe("an exception", () => {
  it("is taken as it was typed, in NFC and without white space around it", () => {
    expect(read({ happened: "  U\u0308ber Nacht " })).toEqual(ok({ ...exception, happened: "Über Nacht" }));
    expect(read({ about: null })).toEqual(ok({ ...exception, about: null }));
  });

  it.each(["expected", "happened", "decided"] as const)("needs what was %s, on one line", (member) => {
    for (const text of ["", " ", "two\nlines", "a\tb", "x".repeat(501), "\udc00"]) {
      expect(read({ [member]: text })).toEqual(fail({ code: "exception.text", member, limit: 500 }));
    }
    expect(read({ [member]: "😀".repeat(500) }).ok).toBe(true);
  });

  it("was decided by somebody of the ceremony", () => {
    for (const decidedBy of ["Ada", "Wanda", "Carla"]) expect(read({ decidedBy }).ok).toBe(true);
    for (const decidedBy of ["", "Nobody", "ada"]) {
      expect(read({ decidedBy })).toEqual(fail({ code: "exception.person", member: "decidedBy" }));
    }
  });

  it("was seen by a witness", () => {
    for (const witnessedBy of ["", "Ada", "Carla", "Nobody"]) {
      expect(read({ decidedBy: "Wanda", witnessedBy })).toEqual(
        fail({ code: "exception.person", member: "witnessedBy" }),
      );
    }
  });

  it("is witnessed by nobody who decided it, however their name is spelt in their other part", () => {
    for (const decidedBy of ["Wim", "WIM"]) {
      expect(read({ decidedBy, witnessedBy: "Wim" })).toEqual(fail({ code: "exception.same-person" }));
    }
  });
});

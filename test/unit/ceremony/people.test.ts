import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkParts,
  readAdministrator,
  readPeople,
  readWitnesses,
  sharedParts,
} from "../../../electron/ceremony/people";
import { fail, ok } from "../../../electron/contract/result";

const people = { administrator: "Ada", witnesses: ["Wim", "Wanda"], custodians: ["Carla", "Chen", "Cosima"] };

describe("the people of a ceremony", () => {
  it("are named in NFC, and each place that is empty, too long or unreadable is told", () => {
    expect(readAdministrator(" A\u030Ada ")).toEqual(ok("Åda"));
    expect(readAdministrator("")).toEqual(
      fail({ code: "plan.name-empty", role: "administrator", position: 0 }),
    );
    expect(readWitnesses([])).toEqual(fail({ code: "plan.too-few-witnesses" }));
    expect(readWitnesses(["Wim", "x".repeat(121)])).toEqual(
      fail({ code: "plan.name-too-long", role: "witness", position: 1, limit: 120 }),
    );
    expect(readPeople("custodian", ["Carla", "Chen", "C\n"])).toEqual(ok(["Carla", "Chen", "C"]));
    expect(readPeople("custodian", ["Carla", "Ch\nen"])).toEqual(
      fail({ code: "plan.name-characters", role: "custodian", position: 1 }),
    );
  });

  it("are one person in whatever case and with whatever spaces, and that person has one part", () => {
    const spelt = fc.constantFrom("ada admin", "ADA  ADMIN", "Ada\u00a0Admin", "ａｄａ Admin");
    const place = fc.constantFrom("administrator", "witness", "custodian");
    fc.assert(
      fc.property(spelt, spelt, place, place, fc.boolean(), (one, other, first, second, accepted) => {
        const named = (role: string) => [
          ...(first === role ? [one] : []),
          ...(second === role ? [other] : []),
        ];
        const [administrator = "Somebody"] = named("administrator");
        const parts = {
          administrator,
          witnesses: ["Wim", ...named("witness")],
          custodians: ["C", ...named("custodian")],
        };
        if (first === "administrator" && second === "administrator") return;
        const result = checkParts(parts, accepted);
        const isShared = first !== second && [first, second].includes("custodian");
        if (!isShared) expect(result).toMatchObject({ error: { code: "plan.same-person" } });
        else if (accepted) expect(result).toEqual(ok(named("custodian")));
        else
          expect(result).toEqual(fail({ code: "plan.confirm-roles", person: named("custodian")[0] ?? "" }));
      }),
    );
  });

  it("may have two parts only where one of them is a share, and that is wanted", () => {
    expect(checkParts(people, false)).toEqual(ok([]));
    const small = { ...people, custodians: ["Ada", "wim", "Chen"] };
    expect(checkParts(small, true)).toEqual(ok(["Ada", "wim"]));
    expect(sharedParts(small)).toEqual(["Ada", "wim"]);
    expect(checkParts({ ...people, witnesses: ["Ada"] }, true)).toEqual(
      fail({ code: "plan.same-person", first: "Ada", second: "Ada" }),
    );
    expect(checkParts({ ...people, custodians: ["Chen", "chen "] }, true)).toEqual(
      fail({ code: "plan.same-person", first: "Chen", second: "chen " }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { isWrongName } from "../../../../renderer/components/wrong-name";

describe("the names that a refusal is about", () => {
  it("are both of two that are the same person's, wherever they are", () => {
    const problem = { code: "plan.same-person", first: "Ada Okafor", second: "ada  okafor" } as const;
    expect(isWrongName(problem, "administrator", 0, "Ada Okafor")).toBe(true);
    expect(isWrongName(problem, "custodian", 2, " ada  okafor ")).toBe(true);
    expect(isWrongName(problem, "custodian", 3, "Ruth Lindqvist")).toBe(false);
  });

  it("are those of a person with two parts", () => {
    const problem = { code: "plan.confirm-roles", person: "Chen Wei" } as const;
    expect(isWrongName(problem, "witness", 0, "Chen Wei")).toBe(true);
    expect(isWrongName({ code: "exception.roles", names: ["Chen Wei"] }, "custodian", 1, "Chen Wei")).toBe(
      true,
    );
    expect(isWrongName(problem, "witness", 1, "")).toBe(false);
  });

  it("are the one at a place", () => {
    const problem = { code: "plan.name-empty", role: "witness", position: 1 } as const;
    expect(isWrongName(problem, "witness", 1, "")).toBe(true);
    expect(isWrongName(problem, "witness", 0, "")).toBe(false);
    expect(isWrongName(problem, "custodian", 1, "")).toBe(false);
    expect(isWrongName(null, "witness", 1, "")).toBe(false);
  });
});

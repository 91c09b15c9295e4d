import { describe, expect, it } from "vitest";
import { filledRows, pastedNames } from "../../../../renderer/components/pasted-names";

describe("a pasted list of names", () => {
  it("is one name a line, whatever ends the lines", () => {
    expect(pastedNames("Ada\r\nBo\nCy\n")).toEqual(["Ada", "Bo", "Cy"]);
  });

  it("is one name a cell of a spreadsheet", () => {
    expect(pastedNames("Ada\tBo\r\nCy\tDi")).toEqual(["Ada", "Bo", "Cy", "Di"]);
  });

  it("loses numbering and bullets, and nothing else", () => {
    expect(pastedNames("1. Ada\n2) Bo\n• Cy\n- Di\n3rd Baron Ek\nO’Neill-Hart")).toEqual([
      "Ada",
      "Bo",
      "Cy",
      "Di",
      "3rd Baron Ek",
      "O’Neill-Hart",
    ]);
  });

  it("is no list when it is one name: a name may hold commas and spaces", () => {
    expect(pastedNames("Lindqvist, Ruth")).toBeNull();
    expect(pastedNames("\n  Ada \n")).toBeNull();
    expect(pastedNames("")).toBeNull();
  });
});

describe("rows filled from a list", () => {
  it("begin where it was pasted and leave the others", () => {
    expect(filledRows(["a", "", "", "d"], 1, ["x", "y"], 255)).toEqual(["a", "x", "y", "d"]);
  });

  it("grow as far as the list needs, and no further than is allowed", () => {
    expect(filledRows(["a", "b"], 1, ["x", "y", "z"], 255)).toEqual(["a", "x", "y", "z"]);
    expect(filledRows(["a", "b"], 1, ["x", "y", "z"], 3)).toEqual(["a", "x", "y"]);
  });
});

import { describe, expect, it } from "vitest";
import { groupedLine, isWholeLine, pastedLines } from "../../../../renderer/components/key-line";

const line = "0123 4567 89ab cdef c0de";

describe("a line of a Wrapping Key sheet as it is typed", () => {
  it("is grouped as on the sheet, in lowercase, without anything that is not hex", () => {
    expect(groupedLine("01234")).toBe("0123 4");
    expect(groupedLine("0123-4567 89AB.cdefg c0de")).toBe(line);
  });

  it("ends after its check", () => {
    expect(groupedLine(`${line} ffff`)).toBe(line);
    expect(isWholeLine(line)).toBe(true);
    expect(isWholeLine("0123 4567 89ab cdef")).toBe(false);
  });
});

describe("pasted lines", () => {
  it("fill every line of the key", () => {
    expect(pastedLines(`${line}\n${line}\n${line}`, 3)).toEqual([line, line, line]);
    expect(pastedLines(`${line} ${line}`, 4)).toEqual([line, line, "", ""]);
  });

  it("are not one line, which its own field takes", () => {
    expect(pastedLines(line, 4)).toBeNull();
  });
});

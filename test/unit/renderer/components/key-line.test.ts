import { describe, expect, it } from "vitest";
import { groupedLine, isTypedCode, isWholeLine, pastedLines } from "../../../../renderer/components/key-line";

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

describe("a code, from a scanner that types", () => {
  it("is told from a line by its first letter, as far as it was typed", () => {
    for (const code of [`KCW1:${"0123456789ABCDEF".repeat(3)}`, `kcw1:${"0".repeat(64)}`, "KC1:AB", " k"]) {
      for (let typed = code.search(/k/i) + 1; typed <= code.length; typed += 1) {
        expect(isTypedCode(code.slice(0, typed))).toBe(true);
      }
    }
    expect(isTypedCode(line)).toBe(false);
    expect(isTypedCode("")).toBe(false);
  });
});

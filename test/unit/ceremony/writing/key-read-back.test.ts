import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bagged } from "../held-frame";
import { recordIn } from "../held-record";
import { type HeldRoom, handOver, holdRoom, ordered, planAndBegin } from "../held-room";

/** A generation whose Wrapping Key has just come out on paper. */
async function printKey() {
  const held = await holdRoom();
  await planAndBegin(held);
  for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
  // The planned file's place is taken: only then may the key go on paper instead.
  const path = join(held.folder, "wrapping-key.txt");
  await writeFile(path, "somebody else's");
  await held.must("deliver", { delivery: { way: "file", path }, order: null });
  await held.must("deliver", { delivery: { way: "sheet" }, order: ordered("paper") });
  await held.must("answerKeyPrinted", { cameOut: true });
  const sheet = held.printed.at(-1);
  if (sheet?.kind !== "wrapping-key") throw new Error("No Wrapping Key sheet was printed.");
  const lines = sheet.lines.map(({ groups, check }) => [...groups, check].join(" "));
  return { held, code: sheet.qr, lines };
}

async function readBackBy(held: HeldRoom) {
  const { lines } = await recordIn(held.folder);
  return lines.filter(({ event }) => event === "wrapping-key.read-back").map(({ data }) => data);
}

describe("the read-back of a Wrapping Key's sheet", () => {
  it("by its code asks for one line besides, and the code is not enough", async () => {
    const { held, code, lines } = await printKey();
    await held.must("enterWrappingKey", { text: code });
    const { asked } = held.at("key-read-back");
    expect([1, 2, 3, 4]).toContain(asked);
    const at = (asked ?? 0) - 1;
    const line = { problem: { code: "wrapping-key.line-check", line: asked } };
    for (const text of [
      code,
      lines.join("\n"),
      lines[(at + 1) % 4] ?? "",
      "",
      (lines[at] ?? "").slice(0, 19),
    ]) {
      await held.must("enterWrappingKey", { text });
      expect(held.at("key-read-back")).toMatchObject({ asked, ...line });
    }
    await held.must("enterWrappingKey", { text: (lines[at] ?? "").toUpperCase() });
    held.at("key-bag");
    expect(await readBackBy(held)).toEqual([{ by: "code" }]);
    await held.must("keyBagged", { bag: bagged("K-1") });
    held.at("second-copy");
  });

  it("asks for every line in the end, by chance", async () => {
    const { held, code } = await printKey();
    const asked = new Set<number | null>();
    while (asked.size < 4) {
      await held.must("enterWrappingKey", { text: code });
      asked.add(held.at("key-read-back").asked);
      await held.must("back", null);
      await held.must("deliver", { delivery: { way: "sheet" }, order: ordered("paper") });
      await held.must("answerKeyPrinted", { cameOut: true });
    }
    expect([...asked].sort()).toEqual([1, 2, 3, 4]);
  });

  it("takes no line of another sheet, though its own check holds", async () => {
    const { held, code } = await printKey();
    const other = await printKey();
    await held.must("enterWrappingKey", { text: code });
    const { asked } = held.at("key-read-back");
    await held.must("enterWrappingKey", { text: other.lines[(asked ?? 0) - 1] ?? "" });
    expect(held.at("key-read-back")).toMatchObject({
      asked,
      problem: { code: "ceremony.key-read-back" },
    });
  });

  it("refuses another key's code, and one that is none, and asks for nothing then", async () => {
    const { held, code, lines } = await printKey();
    for (const [text, refused] of [
      [`KCW1:${"5E".repeat(32)}`, "ceremony.key-read-back"],
      [`KCW1:${"5E".repeat(24)}`, "ceremony.key-read-back"],
      [code.slice(0, -2), "wrapping-key.not-code"],
      ["KC1:ABCD", "wrapping-key.not-code"],
    ] as const) {
      await held.must("enterWrappingKey", { text });
      expect(held.at("key-read-back")).toMatchObject({ asked: null, problem: { code: refused } });
    }
    await held.must("enterWrappingKey", { text: lines.join("\n") });
    held.at("key-bag");
    expect(await readBackBy(held)).toEqual([{ by: "lines" }]);
  });
});

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { othersIn } from "./held-record";
import { holdRoom, ordered, planAndBegin, printShare } from "./held-room";

describe("the sheets of a rehearsal", () => {
  it("replace nothing that stands beside the keystore, and go without it", async () => {
    const held = await holdRoom();
    await mkdir(join(held.folder, "sheets"));
    await writeFile(join(held.folder, "sheets", "share-1.pdf"), "somebody else's");
    await planAndBegin(held, true);
    await printShare(held, 1);
    expect(await readdir(join(held.folder, "sheets-2"))).toEqual(["share-1.pdf"]);
    await held.must("askAbort", null);
    await held.must("abort", null);
    expect(held.at("aborted").remaining).toEqual([]);
    expect(await othersIn(held.folder)).toEqual(["sheets"]);
    expect(await readFile(join(held.folder, "sheets", "share-1.pdf"), "utf8")).toBe("somebody else's");
  });

  it("take the place of their own spoiled ones", async () => {
    const held = await holdRoom();
    await planAndBegin(held, true);
    await printShare(held, 1);
    await held.must("reprint", null);
    await held.must("answerSpoiled", { seenByOthers: false });
    await held.must("printShare", ordered("pdf-folder"));
    held.at("printed");
    expect(await readdir(join(held.folder, "sheets"))).toEqual(["share-1.pdf"]);
  });
});

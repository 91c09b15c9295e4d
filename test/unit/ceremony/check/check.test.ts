import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SecretBytes } from "../../../../electron/crypto/secret-bytes";
import { searchHere } from "../../../../electron/share/repair/search-here";
import { openRound, page } from "../held-check";
import { signAndSeal } from "../held-frame";
import { holdRoom } from "../held-room";
import { makeVaultFile } from "../held-vault";

describe("a round of checks", () => {
  it("says of each custodian whether the sheet is good, whose it is and how it was entered", async () => {
    const [held, { sheets }] = await openRound();
    await held.must("checkSheet", { index: 2 });
    await held.must("enterWords", { position: 1, text: sheets[1]?.words.join(" ") ?? "" });
    expect(page(held, "checked").sheet).toMatchObject({ custodian: "Chen", state: "good", how: "words" });
    await held.must("sheetChecked", { opened: null, sealed: null });
    await held.must("checkSheet", { index: 1 });
    await held.must("enterWords", { position: 1, text: sheets[0]?.qr ?? "" });
    expect(page(held, "checked").sheet).toMatchObject({ state: "good", how: "code" });
    await held.must("sheetChecked", { opened: null, sealed: null });
    await held.must("sheetAbsent", { index: 3 });
    expect(page(held, "round").sheets.map(({ state }) => state)).toEqual(["good", "good", "absent"]);
  });

  it("does not take another custodian's sheet for this one's", async () => {
    const [held, { sheets }] = await openRound();
    await held.must("checkSheet", { index: 1 });
    await held.must("enterWords", { position: 1, text: sheets[2]?.words.join(" ") ?? "" });
    expect(page(held, "enter-share").problem).toEqual({
      code: "ceremony.other-custodian",
      custodian: "Cosima",
    });
    await held.must("sheetBad", null);
    expect(page(held, "checked").sheet).toMatchObject({
      state: "bad",
      problem: { code: "ceremony.other-custodian" },
    });
  });

  it("tells a sheet of another set by its first four words", async () => {
    const [held] = await openRound();
    const other = await makeVaultFile((await holdRoom()).folder);
    await held.must("checkSheet", { index: 1 });
    await held.must("enterWords", { position: 1, text: other.sheets[0]?.words.slice(0, 4).join(" ") ?? "" });
    const { problem, cells } = page(held, "enter-share");
    expect(problem?.code).toBe("share.other-set");
    expect(cells.slice(0, 4)).toEqual(["empty", "empty", "empty", "empty"]);
  });

  it("searches when a word is unreadable, offers what was found, and takes it only with a yes", async () => {
    let found: SecretBytes | null = null;
    const [held, { sheets }] = await openRound({
      searchShare: async (entered, known) => {
        expect(entered.length).toBe(31);
        expect(known?.sets.map(({ threshold }) => threshold)).toEqual([2]);
        const answer = searchHere(entered, known);
        found = answer.ok ? (answer.value.solutions[0]?.payload ?? null) : null;
        return answer;
      },
    });
    await held.must("checkSheet", { index: 1 });
    const typed = sheets[0]?.words.map((word, at) => (at === 8 ? "?" : word)).join(" ") ?? "";
    await held.must("enterWords", { position: 1, text: typed });
    const { offered, cells } = page(held, "repairs");
    expect(offered).toEqual([{ kind: "missing-words", positions: [9], proof: "commitment" }]);
    expect(cells[8]).toBe("unreadable");
    expect(await held.must("revealRepair", { offer: 0 })).toEqual([
      { position: 9, word: sheets[0]?.words[8] },
    ]);
    await held.must("refuseRepairs", null);
    expect(page(held, "enter-share").cells[8]).toBe("unreadable");
    expect((found as SecretBytes | null)?.wiped).toBe(true);
    expect((await held.send("revealRepair", { offer: 0 })).ok).toBe(false);
    await held.must("takeRepair", { offer: 0 });
    expect(page(held, "enter-share").problem).toEqual({ code: "ceremony.not-now" });
    await held.must("enterWords", { position: 9, text: "?" });
    await held.must("takeRepair", { offer: 0 });
    expect(page(held, "checked").sheet).toMatchObject({ state: "good", how: "repaired" });
    expect((found as SecretBytes | null)?.wiped).toBe(true);
  });

  it("never takes what is only probable", async () => {
    const [held, { sheets }] = await openRound({
      searchShare: async () => ({
        ok: true,
        value: {
          solutions: [
            { kind: "missing-words", changes: [], payload: SecretBytes.random(39), proof: "probable" },
          ],
        },
      }),
    });
    await held.must("checkSheet", { index: 1 });
    const typed = sheets[0]?.words.map((word, at) => (at > 28 ? "?" : word)).join(" ") ?? "";
    await held.must("enterWords", { position: 1, text: typed });
    await held.must("takeRepair", { offer: 0 });
    expect(page(held, "enter-share").problem).toEqual({ code: "share.only-probable" });
  });

  it("ends a search that the person cancels, and keeps the words", async () => {
    const [held, { sheets }] = await openRound({
      searchShare: (_entered, _known, { signal, onProgress }) => {
        onProgress(0.25);
        return new Promise((resolve) =>
          signal.addEventListener("abort", () => resolve({ ok: false, error: { code: "share.checksum" } })),
        );
      },
    });
    await held.must("checkSheet", { index: 1 });
    const typed = sheets[0]?.words.map((word, at) => (at === 8 ? "?" : word)).join(" ") ?? "";
    const entered = held.send("enterWords", { position: 1, text: typed });
    expect(page(held, "searching").done).toBe(0.25);
    expect(await held.send("enterWords", { position: 1, text: "zoo" })).toMatchObject({ ok: false });
    await held.must("cancelSearch", null);
    expect((await entered).ok).toBe(true);
    expect(page(held, "enter-share").cells.filter((cell) => cell === "word")).toHaveLength(30);
  });

  it("lets a sheet be left while it is searched, and nothing of it reach the next one", async () => {
    const ends: (() => void)[] = [];
    const found: SecretBytes[] = [];
    const [held, { sheets }] = await openRound({
      searchShare: (entered, known, { onProgress }) => {
        const answer = searchHere(entered, known);
        if (answer.ok) found.push(...answer.value.solutions.map(({ payload }) => payload));
        return new Promise((resolve) => {
          ends.push(() => {
            onProgress(0.75);
            resolve(answer);
          });
        });
      },
    });
    const enterSheet = async (index: number) => {
      await held.must("checkSheet", { index });
      const typed = sheets[index - 1]?.words.map((word, at) => (at === 8 ? "?" : word)).join(" ") ?? "";
      return { answer: held.send("enterWords", { position: 1, text: typed }) };
    };
    const first = await enterSheet(1);
    await held.must("leaveSheet", null);
    const second = await enterSheet(2);
    ends[0]?.();
    expect((await first.answer).ok).toBe(true);
    expect(found.map(({ wiped }) => wiped)).toEqual([true, false]);
    expect(page(held, "searching").done).toBe(0);
    ends[1]?.();
    await second.answer;
    expect(await held.must("revealRepair", { offer: 0 })).toEqual([
      { position: 9, word: sheets[1]?.words[8] },
    ]);
  });

  it("looks for the place of a missing word when the sheet holds only thirty", async () => {
    const lengths: number[] = [];
    const [held, { sheets }] = await openRound({
      searchShare: async (entered) => {
        lengths.push(entered.length);
        return { ok: false, error: { code: "share.checksum" } };
      },
    });
    await held.must("checkSheet", { index: 1 });
    await held.must("enterWords", { position: 1, text: sheets[0]?.words.slice(0, 29).join(" ") ?? "" });
    await held.must("endWords", null);
    expect(page(held, "enter-share").problem).toEqual({ code: "share.word-count", count: 29 });
    await held.must("enterWords", { position: 30, text: sheets[0]?.words[30] ?? "" });
    await held.must("endWords", null);
    expect(lengths).toEqual([30]);
  });

  it("writes who was checked when to a new file, with an alarm below the threshold", async () => {
    const [held, { sheets }] = await openRound();
    await held.must("checkSheet", { index: 2 });
    await held.must("enterWords", { position: 1, text: sheets[1]?.qr ?? "" });
    await held.must("sheetChecked", { opened: null, sealed: null });
    await held.must("endRound", null);
    const path = join(held.folder, "custody.txt");
    await held.must("saveCustody", { path });
    expect(page(held, "custody").savedTo).toBe(path);
    const text = await readFile(path, "utf8");
    expect(text).toContain("Chen: good, 2026-11-23T22:00:00.000Z, by its code");
    expect(text).toContain("Carla: not checked");
    expect(text).toContain("ALARM");
    await held.must("saveCustody", { path });
    expect(page(held, "custody").problem).toEqual({ code: "file.exists", path });
    expect(await held.send("goHome", null)).toMatchObject({ error: { code: "ceremony.not-now" } });
    await held.must("sealRecord", null);
    await signAndSeal(held);
    await held.must("goHome", null);
    expect(held.view().page.at).toBe("home");
  });

  it("shows no word of a share in any view", async () => {
    const [held, { sheets }] = await openRound();
    await held.must("checkSheet", { index: 1 });
    const words = sheets[0]?.words ?? [];
    for (const [at, text] of words.entries()) await held.must("enterWords", { position: at + 1, text });
    page(held, "checked");
    const said = (JSON.stringify(held.views).match(/[a-z]+/g) ?? []).join(" ");
    // Single words of the list, such as "enter", are said by the views anyway; three in the share's order are not.
    const threes = words.slice(6).map((_, at) => words.slice(at + 4, at + 7).join(" "));
    expect(threes).toHaveLength(25);
    expect(threes.filter((three) => said.includes(three))).toEqual([]);
  });
});

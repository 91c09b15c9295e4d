import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import { codesOn, wordsOf } from "./drive/paper.mjs";
import { beginRehearsal, pdfFiles, type Rehearsal, smallPlan } from "./drive/rehearsal";
import { test } from "./drive/test";
import { copies } from "./drive/window";

test.describe("typing a sheet back", () => {
  let rehearsal: Rehearsal;
  let words: string[];
  test.beforeEach(async ({ folder, open }) => {
    rehearsal = await beginRehearsal(await open(), smallPlan(folder));
    const { ceremony, sheet } = rehearsal;
    await ceremony.prints(1, pdfFiles);
    words = await wordsOf(sheet(1));
    await ceremony.presses("Yes, I have the page");
    await ceremony.sees("Read the sheet back");
  });

  test("completes words in place, goes back, and says at once what is not on the list", async () => {
    const { ceremony, page } = rehearsal;
    await expect(cell(page, 1)).toBeFocused();
    await ceremony.types("aban");
    await isEntered(page, 1);
    // Whoever types the word to its end sees the rest dropped.
    await ceremony.types("don");
    await expect(cell(page, 2)).toHaveValue("don");
    await ceremony.hits("Space");
    await expect(cell(page, 2)).toHaveValue("");

    await ceremony.hits("Backspace");
    await expect(cell(page, 1)).toBeFocused();
    await expect(page.getByText("0 of 31 words entered")).toBeVisible();

    // Three letters that begin a longer word wait.
    for (const [position, key] of [
      [1, "Space"],
      [2, "Enter"],
    ] as const) {
      await ceremony.types("act");
      await expect(cell(page, position)).toHaveValue("act");
      await ceremony.hits(key);
      await isEntered(page, position);
      await expect(cell(page, position + 1)).toBeFocused();
    }

    await ceremony.types("ab");
    await expect(cell(page, 3)).toHaveAttribute("aria-invalid", "false");
    await ceremony.types("x");
    await expect(cell(page, 3)).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText(/^No word of the list begins like this\./)).toBeVisible();
    await ceremony.hits("Backspace");
    await expect(cell(page, 3)).toHaveAttribute("aria-invalid", "false");
    await ceremony.hits("Space");
    await expect(cell(page, 3)).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText("2 of 31 words entered")).toBeVisible();
  });

  test("takes all words from one paste; with the code, pasted or typed by a scanner, three words are asked", async () => {
    const { app, ceremony, page, sheet } = rehearsal;
    await copies(app, words.map((word, at) => `${at + 1}. ${word},\u200b`).join("\r\n"));
    await ceremony.hits("Control+V");
    await ceremony.sees("The share is proven");
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe("");
    await ceremony.sealsBag();

    const pastes = async (code: string) => {
      await copies(app, code);
      await ceremony.hits("Control+V");
    };
    const scans = (code: string) => ceremony.types(code);
    for (const [index, enters] of [
      [2, pastes],
      [3, scans],
    ] as const) {
      await ceremony.prints(index, pdfFiles);
      const [code = ""] = await codesOn(sheet(index));
      await ceremony.presses("Yes, I have the page");
      await expect(cell(page, 1)).toBeFocused();
      await enters(code);
      await expect(page.getByText("28 of 31 words entered")).toBeVisible();
      const printed = await wordsOf(sheet(index));
      for (const position of await openCells(page)) {
        await expect(cell(page, position)).toBeFocused();
        await ceremony.types((printed[position - 1] ?? "").slice(0, 4));
        if (printed[position - 1]?.length === 3) await ceremony.hits("Space");
      }
      await ceremony.sees("The share is proven");
      await ceremony.sealsBag();
    }
  });

  test("tells which words are not the sheet’s, keeps saying so, and knows another custodian’s sheet", async () => {
    const { ceremony, page, sheet } = rehearsal;
    const [one = "", two = "", three = "", four = "", ...others] = words;
    // Quick fingers run on behind two words that were swapped.
    await ceremony.typesWords([one, two, four, three, ...others.slice(0, 6)]);
    await ceremony.isTold(/^Words 3 and 4 may be swapped\./);
    await expect(page.getByText("2 of 31 words entered")).toBeVisible();
    await cell(page, 3).fill("");
    await cell(page, 3).focus();
    await ceremony.typesWords([three]);
    await isEntered(page, 3);
    await ceremony.isTold(/^Words 3 and 4 may be swapped\./);
    await expect(cell(page, 4)).toBeFocused();
    await ceremony.typesWords([four]);
    await isEntered(page, 4);
    await expect(page.getByText(/may be swapped/)).toHaveCount(0);
    await expect(cell(page, 5)).toBeFocused();
    await ceremony.presses("This sheet is spoiled");
    await ceremony.presses("Nobody else saw it; it is destroyed");
    await ceremony.presses("Choose another custodian");
    await ceremony.prints(2, pdfFiles);
    await ceremony.presses("Yes, I have the page");

    // The first four words of a real share of another set are no words of this sheet: nothing else is known.
    const real = await vectorWords();
    await ceremony.typesWords(real.slice(0, 4));
    await ceremony.isTold(/^Words 1, 2.* are not what the sheet should say\./);
    await ceremony.typesWords(words);
    await ceremony.isTold(/^These are the words of share 1, another custodian’s\./);
    await ceremony.typesWords(await wordsOf(sheet(2)));
    await ceremony.sees("The share is proven");
  });
});

function cell(page: Page, position: number): Locator {
  return page.getByLabel(`Word ${position}`, { exact: true });
}

/** The positions of the words that are still to be entered. */
async function openCells(page: Page): Promise<number[]> {
  const labels = await page.getByRole("textbox").evaluateAll((cells) => cells.map((one) => one.ariaLabel));
  return labels.map((label) => Number(label?.replace("Word ", "")));
}

async function isEntered(page: Page, position: number): Promise<void> {
  await expect(
    page.getByRole("button", { name: `Word ${position} is entered. Enter it again` }),
  ).toBeVisible();
}

/** The words of a production share that is not from this machine. */
async function vectorWords(): Promise<string[]> {
  const vectors = new URL("../vectors/keystores.json", import.meta.url);
  const { vaults } = JSON.parse(await readFile(vectors, "utf8"));
  return vaults[0].shares[0].words.split(" ");
}

import { access, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { GenerationAtTheKeyboard } from "./drive/generation.mjs";
import { wordsOf } from "./drive/paper.mjs";
import { dataOf, eventsIn, recordName, recordOf, verified } from "./drive/record";
import { beginRehearsal, pdfFiles, type Rehearsal, smallPlan } from "./drive/rehearsal";
import { test } from "./drive/test";
import { closesWindow, endsByWindow } from "./drive/window";

const question = "Abort this ceremony?";

test.describe("a ceremony with two sheets on paper, one of them read back", () => {
  test("is aborted by its button, asks once, and leaves nothing but its sealed record on disk", async ({
    folder,
    open,
  }) => {
    const rehearsal = await midway(await beginRehearsal(await open(), smallPlan(folder)));
    const { ceremony, page } = rehearsal;
    await ceremony.presses("Abort the ceremony");
    await expect(dialog(page)).toContainText("Two custodians have a sheet on paper.");
    await expect(page.getByRole("button", { name: "Keep going" })).toBeFocused();
    await ceremony.hits("Enter");
    await expect(dialog(page)).toBeHidden();
    await ceremony.sees("Read the sheet back");
    await expect(page.getByText("2 of 31 words entered")).toBeVisible();
    await expect(page.getByRole("button", { name: "Abort the ceremony" })).toBeFocused();

    await ceremony.hits("Enter");
    await ceremony.confirmsAbort();
    await isAborted(rehearsal, folder);
    const head = await ceremony.seesAbortedRecord();
    await expect(page.getByText("This is the record of a ceremony that was aborted.")).toBeVisible();
    const record = await recordOf(rehearsal.plan.keystore);
    const answer = await verified(record, head);
    expect(answer.said).toMatch(/^It is authentic: its head is the one that was given\./m);
    expect(answer.status).toBe(0);
    await ceremony.presses("Back to the start");
    await ceremony.sees("What would you like to do?");
    expect(await endsByWindow(rehearsal)).toEqual([0, null]);
  });

  test("is aborted by closing the window, which then closes without a question", async ({ folder, open }) => {
    const rehearsal = await midway(await beginRehearsal(await open(), smallPlan(folder)));
    const { app, ceremony, page } = rehearsal;
    const cell = page.getByLabel("Word 3", { exact: true });
    await expect(cell).toBeFocused();
    await closesWindow(app);
    await expect(dialog(page)).toBeVisible();
    await closesWindow(app);
    await expect(dialog(page)).toHaveCount(1);
    await ceremony.hits("Escape");
    await expect(dialog(page)).toBeHidden();
    await expect(cell).toBeFocused();

    await closesWindow(app);
    await ceremony.confirmsAbort();
    await isAborted(rehearsal, folder);
    expect(await endsByWindow(rehearsal)).toEqual([0, null]);
  });
});

test("an abort after the delivery takes the Wrapping Key away again, and nothing that is not its own", async ({
  folder,
  open,
}) => {
  const plan = smallPlan(folder);
  const rehearsal = await beginRehearsal(await open(), plan);
  const { ceremony, page, sheet } = rehearsal;
  await ceremony.distributes([1, 2, 3], pdfFiles, sheet);
  await writeFile(plan.keystore, "somebody else’s");
  await ceremony.presses("Write the Wrapping Key");
  await ceremony.sees("The keystore was not written");
  await ceremony.isTold(/exists already, and is never replaced\./);
  expect(await readdir(folder)).toContain("wrapping-key.txt");
  await ceremony.aborts();
  await expect(page.getByText(/^Key Share \d of /)).toHaveCount(3);
  expect((await readdir(folder)).sort()).toEqual([expect.stringMatching(recordName), "keystore.json"]);
  expect((await eventsIn(await recordOf(plan.keystore))).slice(-4)).toEqual([
    "wrapping-key.sent",
    "wrapping-key.delivered",
    "keystore.not-written",
    "ceremony.aborted",
    "record.sealed",
  ]);
  expect(await readFile(plan.keystore, "utf8")).toBe("somebody else’s");
});

test("a ceremony that is aborted while it is planned has nothing on paper and nothing on disk", async ({
  folder,
  open,
}) => {
  const opened = await open();
  const ceremony = new GenerationAtTheKeyboard(opened.page);
  await ceremony.plans(smallPlan(folder), false);
  await closesWindow(opened.app);
  await expect(dialog(opened.page)).toContainText("No share sheet has been printed or copied yet.");
  await ceremony.confirmsAbort();
  await expect(opened.page.getByText("Nothing new is on paper, and nothing new is on disk.")).toBeVisible();
  expect(await readdir(folder)).toEqual([]);
});

/** Share 1 is proven; the sheet of share 2 is on paper and two of its words are typed. */
async function midway(rehearsal: Rehearsal): Promise<Rehearsal> {
  const { ceremony, sheet } = rehearsal;
  await ceremony.prints(1, pdfFiles);
  await ceremony.readsBack(await wordsOf(sheet(1)));
  await ceremony.prints(2, pdfFiles);
  const words = await wordsOf(sheet(2));
  await ceremony.presses("Yes, I have the page");
  await ceremony.typesWords(words.slice(0, 2));
  return rehearsal;
}

async function isAborted({ app, page, plan }: Rehearsal, folder: string): Promise<void> {
  const [first, second] = plan.custodians;
  await expect(page.getByRole("region", { name: /^Destroy these sheets/ }).getByRole("listitem")).toHaveText([
    `Key Share 1 of ${first}`,
    `Key Share 2 of ${second}`,
  ]);
  expect(await readdir(folder, { recursive: true })).toEqual([expect.stringMatching(recordName)]);
  const record = await recordOf(plan.keystore);
  expect((await eventsIn(record)).slice(-2)).toEqual(["ceremony.aborted", "record.sealed"]);
  expect(await dataOf(record, "ceremony.aborted")).toEqual([
    { because: "by choice", sheetsToDestroy: [1, 2], wrappingKeySheets: 0, filesThatStayed: [] },
  ]);
  const profile = await app.evaluate((electron) => electron.app.getPath("userData"));
  await expect(access(join(profile, "unfinished.json"))).rejects.toThrow("ENOENT");
}

function dialog(page: Page): Locator {
  return page.getByRole("dialog", { name: question });
}

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import type { Opened } from "../../scripts/rehearsal/launch.mjs";
import { type HeldVault, makeVaultFile } from "../unit/ceremony/held-vault";
import { drops } from "./drive/drop";
import { pageOfCodes, toPng } from "./drive/pictures";
import { actsIn, recordName, recordOf, verified } from "./drive/record";
import { RenewalAtTheKeyboard } from "./drive/renewal.mjs";
import { test } from "./drive/test";
import { framing, looksOnce } from "./drive/wcag";

interface Round extends Opened {
  readonly check: RenewalAtTheKeyboard;
  readonly vault: HeldVault;
  readonly wordsOf: (index: number) => readonly string[];
}

/** Opens a round over a vault of two of three: Carla, Chen and Cosima; in a rehearsal unless it is meant. */
async function beginRound(opened: Opened, folder: string, inProduction = false): Promise<Round> {
  const vault = await makeVaultFile(folder, !inProduction);
  const { look } = looksOnce(opened.page, inProduction ? [] : framing);
  const check = new RenewalAtTheKeyboard(opened.page, look);
  await check.opens("check", vault.path);
  await check.plansCheck(inProduction);
  const wordsOf = (index: number) => vault.sheets[index - 1]?.words ?? [];
  return { ...opened, check, vault, wordsOf };
}

test("a round finds sheets good by their words, repaired words and code, and its record and report say so", async ({
  folder,
  open,
}) => {
  const { check, page, vault, wordsOf } = await beginRound(await open(), folder, true);
  const before = await readFile(vault.path);
  await check.look("round");
  await check.presses("Check the next sheet");
  await check.sees("Enter the share");
  await check.look("enter-share");
  await check.entersWords(wordsOf(1));
  await check.sees("The sheet of Carla is good");
  await expect(page.getByText("All its words were read.")).toBeVisible();
  await check.look("checked");
  await check.changesBag();

  await check.presses("Check share 2");
  await check.sees("Enter the share");
  await check.entersWords(wordsOf(2).map((word, at) => (at === 6 ? "?" : word)));
  await check.sees("Is this what the sheet says?");
  await expect(page.getByText(/^Word 7 can only have been what the search found\./)).toBeVisible();
  const word = page.getByRole("list", { name: "The words in question" });
  const take = page.getByRole("button", { name: "Yes, take it so" });
  await expect(word).toHaveText("7");
  await expect(take).toBeDisabled();
  await check.look("repairs");
  await check.hits("Enter");
  await expect(word).toHaveText(`7${wordsOf(2)[6]}`);
  await check.hits("Tab");
  await expect(take).toBeFocused();
  await check.hits("Enter");
  await check.sees("The sheet of Chen is good");
  await expect(page.getByText(/^Some words could no longer be read and were found again\./)).toBeVisible();
  await check.changesBag();

  await check.presses("Check the next sheet");
  await check.sees("Enter the share");
  await check.types(vault.sheets[2]?.qr ?? "");
  await check.sees("The sheet of Cosima is good");
  await expect(page.getByText(/^Its code was read, and the words were not looked at\./)).toBeVisible();
  await check.presses("There is no new bag");
  await check.presses("Go on without a bag");
  await check.presses("End the round");
  await check.sees("A quorum is reachable");
  await check.look("custody");

  // Nothing that stands is ever replaced, and least of all the keystore.
  await check.fills("Custody report", vault.path);
  await check.presses("Save the report");
  await check.isTold(/exists already/);
  const report = join(folder, "custody.txt");
  await check.fills("Custody report", report);
  await check.presses("Save the report");
  await expect(page.getByText(`The report was saved as ${report}`)).toBeVisible();
  const text = await readFile(report, "utf8");
  expect(text).toMatch(/^ {2}1 {2}Carla: good, \d{4}-.*Z, by its words$/m);
  expect(text).toMatch(/^ {2}2 {2}Chen: good, .*, by its words, some of which were repaired$/m);
  expect(text).toMatch(/^ {2}3 {2}Cosima: good, .*, by its code$/m);
  expect(text).toMatch(/^Good sheets {8}3; needed: 2\nA quorum is reachable\.$/m);
  await check.presses("Go on to the sign-off");
  await check.sealsRecord();
  const head = await check.copiesHash();
  await check.presses("Back to the start");
  await check.sees("What would you like to do?");
  expect(await readFile(vault.path)).toEqual(before);
  expect((await readdir(folder)).sort()).toEqual([
    "custody.txt",
    expect.stringMatching(recordName),
    "vault.json",
  ]);
  const record = await recordOf(vault.path);
  const answer = await verified(record, head);
  expect(answer.said).toMatch(/^It is authentic: its head is the one that was given\./m);
  expect(answer.status).toBe(0);
  expect(await actsIn(record)).toEqual([
    "sheet.good",
    "bag.opened",
    "bag.sealed",
    "share.searched",
    "sheet.good",
    "bag.opened",
    "bag.sealed",
    "sheet.good",
    "bag.none",
    "round.ended",
    "custody-report.saved",
    "sign-off.confirmed",
    "sign-off.confirmed",
    "sign-off.absent",
    "ceremony.ended",
    "record.sealed",
  ]);
});

test("refuses what is not this custodian’s sheet, and raises an alarm below the threshold", async ({
  folder,
  open,
}) => {
  const { check, page, vault, wordsOf } = await beginRound(await open(), folder);
  await mkdir(join(folder, "other"));
  const other = await makeVaultFile(join(folder, "other"), true);
  await check.presses("Check share 1");
  await check.sees("Enter the share");
  await check.entersWords(other.sheets[0]?.words.slice(0, 4) ?? []);
  await check.isTold(/^This share belongs to share set .* It is a sheet of another vault or another set\./);
  await expect(page.getByText("0 of 31 words entered")).toBeVisible();
  await check.types(vault.sheets[1]?.qr ?? "");
  await check.isTold(/^This is a good sheet, but the one of “Chen”\. Nothing was noted\./);
  await check.look("enter-share with a problem");
  await check.presses("This sheet is not good");
  await check.sees("The sheet of Carla is not good");
  await check.look("checked, not good");
  await check.changesBag();
  await check.presses("The custodian of share 2 is not reachable");
  await check.look("round with every state");

  await check.presses("End the round");
  await check.sees("Too few sheets are known to be good");
  await expect(page.getByText("0 of 3 sheets are known to be good; a recovery needs 2.")).toBeVisible();
  await check.look("custody with an alarm");
  const report = join(folder, "custody.txt");
  await check.fills("Custody report", report);
  await check.presses("Save the report");
  await page.getByText("The report was saved as").waitFor();
  const text = await readFile(report, "utf8");
  expect(text).toMatch(/^ {2}1 {2}Carla: NOT GOOD, .*: This is a good sheet, but the one of “Chen”\./m);
  expect(text).toMatch(/^ {2}2 {2}Chen: not reachable, /m);
  expect(text).toMatch(/^ {2}3 {2}Cosima: not checked$/m);
  expect(text).toMatch(/^ALARM: /m);

  // The round goes on: two good sheets end the alarm.
  await check.presses("Back to the list");
  for (const index of [1, 3]) {
    await check.presses(`Check share ${index}`);
    await check.sees("Enter the share");
    // Two that are missing take the search's own hashing, in its threads.
    const unread = index === 3 ? [6, 20] : [];
    await check.entersWords(wordsOf(index).map((word, at) => (unread.includes(at) ? "?" : word)));
    if (unread.length > 0) {
      await check.sees("Is this what the sheet says?");
      await expect(
        page.getByText(/^Words 7 and 21 can only have been what the search found\./),
      ).toBeVisible();
      await check.hits("Enter");
      await check.presses("Yes, take it so");
    }
    await check.sees(/ is good$/);
    await check.changesBag();
  }
  await check.presses("End the round");
  await check.sees("A quorum is reachable");
});

test("reads a sheet’s code from a picture, opened or dropped", async ({ folder, open }) => {
  const { check, page, vault } = await beginRound(await open(), folder);
  const pictures = await Promise.all(
    vault.sheets.map(async ({ qr }, at) => {
      const path = join(folder, `sheet-${at + 1}.png`);
      await writeFile(path, toPng(pageOfCodes([qr])));
      return path;
    }),
  );
  await check.presses("Check share 1");
  await check.sees("Enter the share");
  await page.getByLabel("Picture of the sheet", { exact: true }).setInputFiles(pictures[0] ?? "");
  await check.sees("The sheet of Carla is good");
  await check.changesBag();
  await check.presses("Check share 3");
  await check.sees("Enter the share");
  await drops(page, [pictures[1] ?? ""]);
  await check.isTold(/^This is a good sheet, but the one of “Chen”\./);
  await drops(page, [pictures[2] ?? ""]);
  await check.sees("The sheet of Cosima is good");
});

test("255 custodians, long names and other scripts leave the action in sight", async ({ folder, open }) => {
  const long =
    "Maximiliana von Wolfeschlegelsteinhausenbergerdorff of the Department for Continuity and Recovery";
  const others = Array.from({ length: 252 }, (_, at) => `Custodian ${at + 4} of the Northern Office`);
  const names = [long, "عبد الرحمن بن محمد الأنصاري", "מרים כהן־לוי", ...others];
  const vault = await makeVaultFile(folder, false, names);
  const { app, page } = await open();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 775));
  const actions: Readonly<Record<string, string>> = {
    script: "Start the ceremony",
    opened: "Everybody has written it down",
    clock: "They agree",
    "app-hash": "They are the same",
    preflight: "Go on",
    "sign-off": "Ada Okafor signs off",
    signing: "Sign",
    sealed: "Back to the start",
  };
  const looked: string[] = [];
  const check = new RenewalAtTheKeyboard(page, async (name) => {
    const action = actions[name];
    if (action === undefined || looked.includes(name)) return;
    looked.push(name);
    await stands(action);
  });
  const stands = async (action: string) => {
    await expect(page.getByRole("button", { name: action, exact: true })).toBeInViewport({ ratio: 1 });
    const isCutOff = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(isCutOff, action).toBe(false);
  };
  await check.opens("check", vault.path);
  await check.plansCheck(true);
  await stands("Check the next sheet");
  await check.presses("Check the next sheet");
  await check.sees("Enter the share");
  await stands("Scan the code with the camera");
  await check.types(vault.sheets[0]?.qr ?? "");
  await check.sees(`The sheet of ${long} is good`);
  await stands("The sheet is in its bag");
  await check.changesBag();
  await sheetsAreBad(page, 40);
  await check.presses("End the round");
  await check.sees("Too few sheets are known to be good");
  await stands("Save the report");
  await check.presses("Go on without saving");
  await check.sealsRecord();
  expect(looked).toEqual(Object.keys(actions));
});

/** Past every button, for it is done so often: the sheets from the second to `last` are not good. */
async function sheetsAreBad(page: Page, last: number): Promise<void> {
  await page.evaluate(async (last) => {
    const { send } = window.ceremony;
    const stamp = { ceremonyId: "", revision: 0 };
    // The command's answer is the view that the next one is given on.
    const gives = async (given: ReturnType<(typeof send)["checkSheet"]>) => {
      const answer = await given;
      if (!answer.ok) throw new Error(answer.error.code);
      Object.assign(stamp, { ceremonyId: answer.value.ceremonyId, revision: answer.value.revision });
    };
    await gives(send.getView({ ceremonyId: null, revision: 0 }, null));
    for (let index = 2; index <= last; index += 1) {
      await gives(send.checkSheet(stamp, { index }));
      await gives(send.sheetBad(stamp, null));
      await gives(send.sheetChecked(stamp, { opened: null, sealed: null }));
    }
  }, last);
}

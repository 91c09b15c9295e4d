import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { inFours } from "../../electron/contract/fours";
import { unnoticedFlips } from "../unit/record/every-flip";
import { runs } from "./drive/command-line";
import { GenerationAtTheKeyboard } from "./drive/generation.mjs";
import { textOf, wordsOf } from "./drive/paper.mjs";
import { recordOf, verifies } from "./drive/record";
import { pdfFiles, smallPlan } from "./drive/rehearsal";
import { test } from "./drive/test";
import { meetsWcag } from "./drive/wcag";
import { closesWindow } from "./drive/window";

test("a rehearsal with a red item, an exception, a spoiled sheet and a dissenting witness tells its story", async ({
  folder,
  open,
}) => {
  test.slow();
  const { app, page } = await open();
  const ceremony = new GenerationAtTheKeyboard(page, (name) => meetsWcag(page, name));
  const plan = smallPlan(folder);
  const sheets = join(folder, "sheets");
  await ceremony.plans(plan, true);

  // The script is read, and printed with the hash of what is frozen from here on.
  await ceremony.freezesPlan(false);
  await ceremony.presses("Print the script");
  await ceremony.sees("Print the script");
  await ceremony.chooses("radio", pdfFiles);
  await ceremony.look("script-page");
  await ceremony.presses("Print it");
  await ceremony.sees("Read the script");

  // The clock is wrong: that is red, and is lived with.
  await ceremony.presses("Start the ceremony");
  await ceremony.sees("Write down where the record begins");
  const firstHash = await hashOn(page);
  await ceremony.presses("Everybody has written it down");
  await ceremony.sees("Compare the clock");
  await ceremony.fills("Compared with", "The clock of the tower");
  await ceremony.presses("They differ");
  await ceremony.sees("Compare the app’s hash");
  await ceremony.fills("Compared with", "The hash on the company’s notice board");
  await ceremony.presses("They are the same");
  await ceremony.sees("Look at the workstation");
  await ceremony.presses("Record an exception: Clock");
  await ceremony.recordsException({
    expected: "The clock agrees to the minute",
    happened: "It is four minutes slow",
    decided: "We go on, and add four minutes to every time",
  });
  await ceremony.look("preflight with an exception");
  await ceremony.presses(/^Go on/);
  await ceremony.sees("Prove the printer");
  await ceremony.presses("Begin without a proof");
  await ceremony.sees(/^Next is /);

  // Somebody opened the door. What looks like a secret is not taken down.
  await ceremony.presses("Record an exception");
  await page.getByRole("dialog").waitFor();
  await ceremony.fills("What was expected", "KC1:ABCDEFG");
  await ceremony.hits("Enter");
  await expect(page.getByRole("dialog").getByRole("alert")).toHaveText(/^That was the code of a Key Share\./);
  await expect(page.getByLabel("What was expected", { exact: true })).toHaveValue("");
  await ceremony.recordsException({
    expected: "The door is locked",
    happened: "A cleaner opened it, and saw no sheet",
    decided: "The door was locked again, and we went on",
    by: "Amara Diallo",
  });

  // The first sheet is spoiled.
  await ceremony.prints(1, pdfFiles);
  await ceremony.presses("Yes, I have the page");
  await ceremony.presses("This sheet is spoiled");
  await ceremony.presses("Nobody else saw it; it is destroyed");
  await ceremony.sees("Put the share on paper");
  await ceremony.presses("Print the sheet");
  await ceremony.sees("Did the page come out?");
  const words = await wordsOf(join(sheets, "share-1.pdf"));
  await ceremony.readsBack(words);
  // The same bag cannot be used twice, whoever types it.
  await ceremony.prints(2, pdfFiles);
  await ceremony.presses("Yes, I have the page");
  await ceremony.typesWords(await wordsOf(join(sheets, "share-2.pdf")));
  await ceremony.sees("The share is proven");
  await ceremony.fills("Bag’s number", "a-0001");
  await ceremony.fills("The same, typed by a second person", " A-0001");
  await ceremony.presses("The sheet is in its bag");
  await ceremony.isTold(/^A bag of this number was noted in this ceremony already/);
  await ceremony.sealsBag();
  await ceremony.distributes([3], pdfFiles, (index) => join(sheets, `share-${index}.pdf`));
  await ceremony.deliversToFile();
  await ceremony.presses("Go on without a second copy");

  // Nobody leaves unasked before the record is signed.
  await ceremony.sees("Sign off the record");
  await closesWindow(app);
  const leaving = page.getByRole("dialog", { name: "Leave before the sign-off?" });
  await expect(leaving.getByRole("button", { name: "Keep going" })).toBeFocused();
  await ceremony.look("leave");
  await ceremony.hits("Enter");
  await expect(leaving).toBeHidden();

  // The witness does not agree, and says why; a custodian stays and signs, the others have left.
  await ceremony.sees("Sign off the record");
  await ceremony.presses(`${plan.administrator} signs off`);
  await ceremony.chooses("radio", "I confirm");
  await ceremony.presses("Sign");
  await ceremony.presses("Sign off: Chen Wei");
  await ceremony.chooses("radio", "I confirm");
  await ceremony.presses("Sign");
  await ceremony.presses("Ruth Lindqvist signs off");
  await ceremony.chooses("radio", "I disagree");
  await ceremony.presses("Sign");
  await ceremony.isTold(/^Whoever disagrees says why/);
  await ceremony.fills("Why", "The cleaner was in the room for a minute, not at the door");
  await ceremony.look("signing with a disagreement");
  await ceremony.presses("Sign");
  await ceremony.sees("Sign off the record");
  await ceremony.look("sign-off with a disagreement");
  await ceremony.presses("Seal the record");
  await ceremony.sees("Write down the record’s head");
  const head = await hashOn(page);
  await ceremony.presses("Print the record");
  await ceremony.sees("Print the record");
  await ceremony.chooses("radio", pdfFiles);
  await ceremony.presses("Print it");
  await ceremony.sees("Write down the record’s head");
  await ceremony.presses("Everybody has written it down");
  await ceremony.sees("The vault is made");

  // The file tells it to somebody who was not there, and to a verifier.
  const path = await recordOf(plan.keystore);
  const bytes = await readFile(path);
  const lines = bytes
    .toString("utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const told = lines.map(({ event, actor }) => `${event} by ${actor}`);
  expect(told.filter((line) => /exception|spoiled|sign-off|bag|clock/.test(line))).toEqual([
    "clock.compared by Ada Okafor",
    "exception.recorded by Ada Okafor",
    "exception.recorded by Amara Diallo",
    "share.spoiled by Amara Diallo",
    "bag.sealed by Amara Diallo",
    "bag.refused by Björn Ek",
    "bag.sealed by Björn Ek",
    "bag.sealed by Chen Wei",
    "sign-off.confirmed by Ada Okafor",
    "sign-off.confirmed by Chen Wei",
    "sign-off.disagreed by Ruth Lindqvist",
    "sign-off.absent by app",
  ]);
  expect(lines[0].data).toMatchObject({ kind: "generate", practice: true });
  const byHead = await runs(["verify-record", path, "--head", head]);
  expect(byHead.said).toMatch(/^It is authentic: its head is the one that was given\./m);
  expect(byHead.status).toBe(0);
  expect((await runs(["verify-record", path, "--head", firstHash])).status).toBe(1);
  expect(await verifies(path, plan.keystore)).toMatch(/^It is authentic/m);

  // The paper tells it too, with what ties it to the file.
  const script = await textOf(join(sheets, "script.pdf"));
  const { parameters } = lines[0].data;
  expect(parameters).toMatchObject({ vaultName: plan.vaultName, threshold: 2 });
  const hash = /[0-9a-f]{4}(?: [0-9a-f]{4}){15}/.exec(script)?.[0] ?? "";
  const paper = await textOf(join(sheets, "record.pdf"));
  const printed = paper.replace(/\s+/g, " ");
  for (const part of [
    "REHEARSAL",
    inFours(head.slice(0, 32)),
    hash,
    "It is four minutes slow",
    "A cleaner opened it, and saw no sheet",
    "The cleaner was in the room for a minute, not at the door",
    "Share spoiled",
    "Spoiled sheets Line",
    "A-0001",
    "Ruth Lindqvist",
  ]) {
    expect(printed, part).toContain(part);
  }
  expect(script).toContain("REHEARSAL");
  expect(await textOf(join(sheets, "share-1.pdf"))).toContain(hash);
  const recorded = bytes.toString("utf8");
  for (let at = 0; at + 3 <= words.length; at += 1) {
    expect(recorded).not.toContain(words.slice(at, at + 3).join(" "));
  }

  // No bit of it can be changed unnoticed.
  expect(unnoticedFlips(new Uint8Array(bytes))).toEqual([]);
});

/** The hash that the screen shows large, 64 hex. */
async function hashOn(page: Page): Promise<string> {
  const text = await page.getByRole("main").innerText();
  const found = /(?:[0-9a-f]{4}\s+){15}[0-9a-f]{4}/.exec(text)?.[0] ?? "";
  return found.replace(/\s/g, "");
}

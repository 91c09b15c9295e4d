import { readdir, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect } from "@playwright/test";
import { makeVaultFile } from "../unit/ceremony/held-vault";
import { staysStarted } from "./drive/command";
import { masterKeyIn } from "./drive/jose";
import { codesOn, keyLinesOf, wordsOf } from "./drive/paper.mjs";
import { startPrivatePrinter } from "./drive/private-printer.mjs";
import { actsIn, eventsIn, recordName, recordOf, recordsOf, verified, verifies } from "./drive/record";
import { beginRehearsal, pdfFiles, smallPlan } from "./drive/rehearsal";
import { RenewalAtTheKeyboard, sampleRenewal } from "./drive/renewal.mjs";
import { test } from "./drive/test";
import { framing, looksOnce } from "./drive/wcag";

test("a vault whose Wrapping Key is lost is recovered from its printed sheets", async ({ folder, open }) => {
  test.slow();
  const { sheets: real } = await makeVaultFile(folder);
  await rm(join(folder, "vault.json"));
  const plan = smallPlan(folder);
  const opened = await open();
  const { ceremony, page, sheet } = await beginRehearsal(opened, plan);
  await ceremony.distributes([1, 2, 3], pdfFiles, sheet);
  await ceremony.deliversToFile();
  await ceremony.ends(null);
  await ceremony.presses("Close this ceremony");
  const before = await readFile(plan.keystore);
  const [generated] = await recordsOf(plan.keystore);
  const files = await readdir(folder);
  const oldKey = await readFile(join(folder, "wrapping-key.txt"), "ascii");

  const recover = new RenewalAtTheKeyboard(page);
  const newKeyFile = join(folder, "new-key.txt");
  await recover.plansNewKey(sampleRenewal("recover", plan.keystore, { wrappingKey: newKeyFile }));
  await recover.acceptsPlan(false);
  await recover.sees("Two custodians are needed");
  await staysStarted(page);
  const [lastCode = ""] = await codesOn(sheet(3));
  await recover.comesToTheDesk();
  await recover.types(lastCode);
  await recover.putsSheetAway();
  await recover.sees("The share of Chen Wei is in");
  await expect(page.getByText("One more custodian is needed.")).toBeVisible();

  // What does not count disturbs nothing that was entered, and neither does a reload.
  await recover.comesToTheDesk();
  await recover.types(lastCode);
  await recover.isTold(/^The share of “Chen Wei” was entered already\./);
  await recover.types(real[0]?.qr ?? "");
  await recover.isTold(/^This is a real share, and this is a rehearsal\./);
  await recover.entersWords((await wordsOf(sheet(1))).slice(0, 20));
  await page.getByText("20 of 31 words entered").waitFor();
  await page.reload();
  await recover.sees("Enter the share");
  await expect(page.getByText("20 of 31 words entered")).toBeVisible();
  await recover.presses("Back to the list");
  await recover.sees("The share of Chen Wei is in");
  await expect(page.getByRole("listitem").filter({ hasText: "Entered" })).toHaveText(/Chen Wei/);
  expect(await readFile(plan.keystore)).toEqual(before);

  await recover.comesToTheDesk();
  await expect(page.getByText("0 of 31 words entered")).toBeVisible();
  await recover.entersWords(await wordsOf(sheet(1)));
  await recover.sees("Put the sheet away");
  await recover.presses("There is no new bag");
  await recover.presses("Go on without a bag");
  await recover.sees("Deliver the Wrapping Key");
  // What the quorum has approved is no longer a choice.
  await expect(page.getByRole("definition").filter({ hasText: newKeyFile })).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(0);
  expect(await readFile(plan.keystore)).toEqual(before);
  await recover.deliversToFile();
  await recover.presses("Go on without a second copy");
  await recover.sees("Keep the old keystore for now");
  await recover.presses("Keep it");
  await recover.sealsRecord();
  const head = await recover.copiesHash();
  await recover.presses("Everybody has written it down");
  await recover.sees("The vault is recovered");
  await expect(page.getByRole("main")).toContainText("in the new bags. They stay valid.");

  const [record = ""] = (await recordsOf(plan.keystore)).filter((path) => path !== generated);
  const keptAs = join(folder, "keystore.generation-1.json");
  expect(await readFile(keptAs)).toEqual(before);
  expect((await readdir(folder)).sort()).toEqual(
    [...files, basename(record), "keystore.generation-1.json", "new-key.txt"].sort(),
  );
  const answer = await verified(record, head);
  expect(answer.said).toMatch(/^It is authentic: its head is the one that was given\./m);
  expect(answer.status).toBe(0);
  expect(await verifies(record, plan.keystore)).toMatch(/^It is authentic/m);
  expect(await actsIn(record)).toEqual([
    "share.entered",
    "bag.opened",
    "bag.sealed",
    "share.refused",
    "share.refused",
    "share.entered",
    "bag.none",
    "keystore.opened",
    "keys.made",
    "wrapping-key.sent",
    "wrapping-key.delivered",
    "keystore.written",
    "second-copy.skipped",
    "old-keystore.kept",
    "sign-off.confirmed",
    "sign-off.confirmed",
    "sign-off.absent",
    "ceremony.ended",
    "record.sealed",
  ]);
  const [old, next] = [
    JSON.parse(before.toString("utf8")),
    JSON.parse(await readFile(plan.keystore, "utf8")),
  ];
  expect(next).toMatchObject({ generation: 2, masterKey: old.masterKey, shareSet: old.shareSet });
  expect(next.recoveryKey).toEqual(old.recoveryKey);
  const newKey = await readFile(newKeyFile, "ascii");
  const masterKey = await masterKeyIn(old, oldKey);
  expect(await masterKeyIn(next, newKey)).toEqual(masterKey);
  await expect(masterKeyIn(next, oldKey)).rejects.toThrow();
});

test("the new Wrapping Key leaves on paper, is typed back, and the old keystore is removed at a word", async ({
  folder,
  open,
}) => {
  const printer = await startPrivatePrinter();
  try {
    const { page } = await open({ env: printer.env });
    const vault = await makeVaultFile(folder);
    const recover = new RenewalAtTheKeyboard(page, looksOnce(page, framing).look);
    await recover.plansNewKey(sampleRenewal("recover", vault.path));
    await recover.acceptsPlan(true);
    await recover.sees("Prove the printer");
    await recover.presses("Begin without a proof");
    await recover.sees("Two custodians are needed");
    for (const { qr } of vault.sheets.slice(1)) await recover.givesShare(qr);
    await recover.sees("Deliver the Wrapping Key");
    await recover.chooses("radio", printer.queue);
    await recover.presses("Print the Wrapping Key");
    await recover.sees("Did the Wrapping Key sheet come out?");
    const lines = await keyLinesOf(await printer.page(1));
    await recover.presses("Yes, I have the page");
    await recover.sees("Type the Wrapping Key back");
    for (const line of lines) await recover.types(line);
    await recover.hits("Enter");
    await recover.sees("Put the Wrapping Key away");
    await recover.sealsBag();
    await recover.sees("Make a second copy of the keystore");
    await recover.fills("Second copy", join(folder, "second.json"));
    await recover.presses("Make the copy");
    await recover.sees("Keep the old keystore for now");
    await recover.look("old-keystore");
    await recover.presses("The vault runs on the new one: remove the old file");
    await recover.closesRecord();
    await recover.sees("The vault is recovered");
    await recover.look("renewed");
    expect((await readdir(folder)).sort()).toEqual([
      "second.json",
      expect.stringMatching(recordName),
      "vault.json",
    ]);
    expect(await verifies(await recordOf(vault.path), vault.path)).toMatch(/^It is authentic/m);
    expect(await readFile(join(folder, "second.json"))).toEqual(await readFile(vault.path));
    const key = lines.map((line) => line.replaceAll(" ", "").slice(0, 16)).join("");
    const keystore = JSON.parse(await readFile(vault.path, "utf8"));
    expect(await masterKeyIn(keystore, key)).toHaveLength(32);
    await expect(masterKeyIn(keystore, vault.wrappingKey)).rejects.toThrow();
  } finally {
    await printer.stop();
  }
});

test("a recovery that is aborted after the quorum has opened the vault changes nothing", async ({
  folder,
  open,
}) => {
  const { page } = await open();
  const vault = await makeVaultFile(folder, true);
  const before = await readFile(vault.path);
  const recover = new RenewalAtTheKeyboard(page);
  await recover.plansNewKey(
    sampleRenewal("recover", vault.path, { wrappingKey: join(folder, "new-key.txt") }),
  );
  await recover.acceptsPlan(false);
  await recover.sees("Two custodians are needed");
  for (const { qr } of vault.sheets.slice(0, 2)) await recover.givesShare(qr);
  await recover.sees("Deliver the Wrapping Key");
  expect((await readdir(folder)).sort()).toEqual([
    expect.stringMatching(recordName),
    "vault.json",
    "vault.json.lock",
  ]);
  await recover.aborts();
  await expect(page.getByText("Nothing new is on paper, and nothing new is on disk.")).toBeVisible();
  expect(await readFile(vault.path)).toEqual(before);
  expect((await readdir(folder)).sort()).toEqual([expect.stringMatching(recordName), "vault.json"]);
  // What the quorum has done stands in the record; the keystore names no ceremony that has not changed it.
  const record = await recordOf(vault.path);
  const events = await eventsIn(record);
  expect(events.filter((event) => event === "share.entered")).toHaveLength(2);
  expect(events.slice(-2)).toEqual(["ceremony.aborted", "record.sealed"]);
  expect((await verified(record, await recover.seesAbortedRecord())).status).toBe(0);
  expect(await verifies(record, vault.path)).not.toContain("It is authentic");
});

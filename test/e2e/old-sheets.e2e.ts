import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { makeVaultFile } from "../unit/ceremony/held-vault";
import { wordsOf } from "./drive/paper.mjs";
import { dataOf, recordOf } from "./drive/record";
import { pdfFiles } from "./drive/rehearsal";
import { RenewalAtTheKeyboard, sampleRenewal } from "./drive/renewal.mjs";
import { test } from "./drive/test";
import { meetsWcag } from "./drive/wcag";

test("a reshare's record says which old sheets were seen destroyed; the keystore waits for the next", async ({
  folder,
  open,
}) => {
  test.slow();
  const { page } = await open();
  const vault = await makeVaultFile(folder, true);
  const reshare = new RenewalAtTheKeyboard(page);
  const sheet = (index: number) => join(folder, "sheets", `share-${index}.pdf`);
  await reshare.plansNewSet(sampleRenewal("reshare", vault.path), ["Dalia", "Dmitri", "Dora"], 2);
  await reshare.acceptsPlan(false);
  await reshare.sees("Prove the printer");
  await reshare.presses("Begin without a proof");
  await reshare.sees("Two custodians are needed");
  for (const { qr } of vault.sheets.slice(0, 2)) await reshare.givesShare(qr);
  for (const index of [1, 2, 3]) {
    await reshare.prints(index, pdfFiles);
    await reshare.readsBack(await wordsOf(sheet(index)));
  }
  await reshare.sees("Make a second copy of the keystore");
  await reshare.presses("Go on without a second copy");
  await reshare.presses("Keep it");

  await reshare.sees("Which old sheets were seen destroyed?");
  await expect(page.getByRole("checkbox", { checked: false })).toHaveCount(3);
  await expect(page.getByRole("button", { name: "None yet" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Abort the ceremony" })).toHaveCount(0);
  await meetsWcag(page, "old-sheets");
  await reshare.notesOldSheets(["Cosima", "Carla"]);
  await reshare.closesRecord();
  await reshare.sees("The vault is reshared");

  const keystore = JSON.parse(await readFile(vault.path, "utf8"));
  const [retired] = keystore.retiredShareSets;
  expect(await dataOf(await recordOf(vault.path), "sheet.destroyed")).toEqual([
    { setId: retired.id, index: 1, custodian: "Carla" },
    { setId: retired.id, index: 3, custodian: "Cosima" },
  ]);
  expect(retired.shares.filter((share: object) => "destroyedAt" in share)).toEqual([]);
});

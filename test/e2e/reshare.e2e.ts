import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { makeVaultFile } from "../unit/ceremony/held-vault";
import { runs } from "./drive/command-line";
import { codesOn, wordsOf } from "./drive/paper.mjs";
import { startPrivatePrinter } from "./drive/private-printer.mjs";
import { actsIn, recordOf, verified, verifies } from "./drive/record";
import { RenewalAtTheKeyboard, sampleRenewal } from "./drive/renewal.mjs";
import { test } from "./drive/test";
import { meetsWcag } from "./drive/wcag";

test("a vault is reshared to new custodians, and the old sheets are retired and then noted as destroyed", async ({
  folder,
  open,
}) => {
  test.slow();
  const printer = await startPrivatePrinter();
  try {
    const { page } = await open({ env: printer.env });
    const vault = await makeVaultFile(folder, true);
    const before = JSON.parse(await readFile(vault.path, "utf8"));
    const reshare = new RenewalAtTheKeyboard(page);
    const names = ["Dalia", "Dmitri", "Đorđe"];
    await reshare.plansNewSet(sampleRenewal("reshare", vault.path), names, 2);
    await reshare.acceptsPlan(false);
    await reshare.sees("Prove the printer");
    await reshare.presses("Begin without a proof");
    await reshare.sees("Two custodians are needed");
    // Whoever approves sees who the new custodians are.
    await expect(page.getByRole("definition").filter({ hasText: "Dalia" })).toHaveText(names.join(""));
    await meetsWcag(page, "reshare-gather");
    for (const { qr } of vault.sheets.slice(0, 2)) await reshare.givesShare(qr);
    await reshare.sees("Next is Dalia");
    const sheets: string[] = [];
    for (const index of [1, 2, 3]) {
      await reshare.prints(index, printer.queue);
      const sheet = await printer.page(index);
      sheets.push(...(await codesOn(sheet)));
      await reshare.presses("Yes, I have the page");
      expect(JSON.parse(await readFile(vault.path, "utf8"))).toEqual(before);
      await reshare.typesWords(await wordsOf(sheet));
      await reshare.sees("The share is proven");
      await reshare.sealsBag();
    }
    await reshare.sees("Make a second copy of the keystore");
    await reshare.presses("Go on without a second copy");
    await reshare.sees("Keep the old keystore for now");
    await reshare.presses("Keep it");
    await reshare.notesOldSheets();
    await reshare.sealsRecord();
    const head = await reshare.copiesHash();
    await reshare.presses("Everybody has written it down");
    await reshare.sees("The vault is reshared");
    await meetsWcag(page, "reshared");
    const said = page.getByRole("main");
    await expect(said).toContainText(
      "Resharing takes nothing away from somebody who keeps an old copy of the keystore: with 2 old sheets it still opens.",
    );
    await expect(said).toContainText("replacing the Master Key is advised");

    const after = JSON.parse(await readFile(vault.path, "utf8"));
    expect(after).toMatchObject({ encryptedKey: before.encryptedKey, wrappingKey: before.wrappingKey });
    expect(after.retiredShareSets).toMatchObject([
      { id: before.shareSet.id, shares: before.shareSet.shares },
    ]);
    expect((await runs(["combine", vault.path], sheets.slice(1))).status).toBe(0);
    const retired = await runs(["check-share", vault.path], [vault.sheets[1]?.qr ?? ""]);
    expect(retired.said).toMatch(/which was retired \(it was the share of “Chen”\)/);
    expect(retired.status).toBe(1);

    const record = await recordOf(vault.path);
    const answer = await verified(record, head);
    expect(answer.said).toMatch(/^It is authentic: its head is the one that was given\./m);
    expect(answer.status).toBe(0);
    expect(await verifies(record, vault.path)).toMatch(/^It is authentic/m);
    expect(await actsIn(record)).toEqual([
      "proof.skipped",
      ...twice(["share.entered", "bag.opened", "bag.sealed"]),
      "keystore.opened",
      "keys.made",
      ...names.flatMap(() => [
        "share.handed-over",
        "share.sent",
        "share.printed",
        "share.verified",
        "bag.sealed",
      ]),
      "keystore.written",
      "second-copy.skipped",
      "old-keystore.kept",
      ...twice(["sign-off.confirmed"]),
      "sign-off.absent",
      "ceremony.ended",
      "record.sealed",
    ]);

    // The next ceremony that opens the Master Key notes which of them were destroyed.
    await reshare.presses("Close this ceremony");
    await reshare.sees("What would you like to do?");
    await reshare.fills("Keystore file", vault.path);
    await reshare.presses("Open the keystore");
    await expect(page.getByText(/^Of a retired share set so many sheets may still exist that/)).toBeVisible();
    await reshare.presses("Close the keystore");
    await reshare.opens("rotate", vault.path);
    await reshare.sees("Rotate the Wrapping Key");
    await expect(page.getByRole("checkbox", { name: /^Key Share \d of set/ })).toHaveCount(3);
    await reshare.chooses("checkbox", /^Key Share 2 of set .* of Chen$/);
    await meetsWcag(page, "destroyed sheets");
    await reshare.fills("Why this ceremony is held", "It is due");
    await reshare.fills("Who authorised it", "The board");
    await reshare.presses("Continue");
    await reshare.sees("Say who takes part");
    await reshare.fills("Administrator’s name", "Ada Okafor");
    await reshare.fills("Witness 1", "Ruth Lindqvist");
    await reshare.plansKeyAndPlace(vault.path, join(folder, "new-key.txt"));
    await reshare.acceptsPlan(false);
    await reshare.sees("Bring the current Wrapping Key");
    await reshare.chooses("radio", "On a sheet");
    for (const [at, line] of (vault.wrappingKey.match(/.{16}/g) ?? []).entries()) {
      await reshare.fills(`Line ${at + 1}`, line);
    }
    await reshare.presses("Open the keystore");
    await reshare.sees("Deliver the Wrapping Key");
    await reshare.deliversToFile();
    const [noted] = JSON.parse(await readFile(vault.path, "utf8")).retiredShareSets;
    expect(noted.shares.map(({ destroyedAt }: { destroyedAt?: string }) => destroyedAt ?? null)).toEqual([
      null,
      expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      null,
    ]);
  } finally {
    await printer.stop();
  }
});

function twice(events: readonly string[]): readonly string[] {
  return [...events, ...events];
}

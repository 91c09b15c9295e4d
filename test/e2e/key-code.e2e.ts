import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { makeVaultFile } from "../unit/ceremony/held-vault";
import { drops } from "./drive/drop";
import { keyLinesOf } from "./drive/paper.mjs";
import { pageAsJpeg, pageOfCodes, toPng } from "./drive/pictures";
import { beginRehearsal, pdfFiles, smallPlan } from "./drive/rehearsal";
import { RenewalAtTheKeyboard, sampleRenewal } from "./drive/renewal.mjs";
import { test } from "./drive/test";
import { meetsWcag } from "./drive/wcag";

test.describe("the current Wrapping Key comes by its sheet's code", () => {
  test("from a picture of its sheet's code; any other code is told for what it is", async ({
    folder,
    open,
  }) => {
    const { page } = await open();
    const { vault, rotate } = await atItsSheet(page, folder);
    const picture = async (name: string, codes: readonly string[]) => {
      await writeFile(join(folder, name), toPng(pageOfCodes(codes)));
      return join(folder, name);
    };
    const key = keyCode(vault.wrappingKey);
    for (const [path, sentence] of [
      [await picture("none.png", []), /^No code was found in this picture\. Nothing was entered\./],
      [
        await picture("share.png", [vault.sheets[0]?.qr ?? ""]),
        /^This is the code of a share, not of a Wrapping/,
      ],
      [await picture("proof.png", ["KCT1:ABCD"]), /^This code is not one of a Wrapping Key sheet\./],
      [await picture("web.png", ["https://example.org/"]), /^This code is not one of a Wrapping Key sheet\./],
      [await picture("both.png", [key, vault.sheets[0]?.qr ?? ""]), /^More than one code is in view\./],
      [
        await picture("cut.png", [key.slice(0, 40)]),
        /^This is not the code of a Wrapping Key sheet, or not all/,
      ],
      [
        await picture("other.png", [keyCode("00".repeat(32))]),
        /^This Wrapping Key does not open this keystore\./,
      ],
      [
        await picture("size.png", [keyCode("00".repeat(24))]),
        /^This Wrapping Key does not open this keystore\./,
      ],
    ] as const) {
      await drops(page, [path]);
      await rotate.isTold(sentence);
    }
    await meetsWcag(page, "current-key, a picture refused");
    const dialog = page.waitForEvent("filechooser");
    await rotate.presses("Open a picture of the sheet");
    await (await dialog).setFiles(await picture("key.png", [key]));
    await rotate.sees("Deliver the Wrapping Key");
  });

  test("from a scanner that types the code; a share's is told apart", async ({ folder, open }) => {
    const { page } = await open();
    const { vault, rotate } = await atItsSheet(page, folder);
    await rotate.hits("Tab");
    await rotate.types(vault.sheets[0]?.qr ?? "");
    await rotate.hits("Enter");
    await rotate.isTold(/^This is not the code of a Wrapping Key sheet, or not all of it\./);
    await rotate.fills("Line 1", keyCode(vault.wrappingKey));
    await rotate.hits("Enter");
    await rotate.sees("Deliver the Wrapping Key");
  });
});

test("a new key's sheet is read back by its code and one line", async ({ folder, open }) => {
  test.slow();
  const plan = smallPlan(folder, { wrappingKey: null });
  const { ceremony, page, sheet } = await beginRehearsal(await open(), plan);
  await ceremony.distributes([1, 2, 3], pdfFiles, sheet);
  await ceremony.presses("Print the Wrapping Key");
  await ceremony.presses("Yes, I have the page");
  await ceremony.sees("Type the Wrapping Key back");
  await meetsWcag(page, "key-read-back");
  const paper = join(folder, "sheets", "wrapping-key.pdf");
  await drops(page, [await pageAsJpeg(sheet(1), 150)]);
  await ceremony.isTold(/^This is the code of a share, not of a Wrapping Key sheet\./);
  await drops(page, [await pageAsJpeg(paper, 150)]);
  await expect(page.getByRole("status")).toHaveText(/^The code is read\. Now type line \d/);
  await meetsWcag(page, "key-read-back, a line asked");
  const field = page.getByRole("textbox");
  await expect(field).toBeFocused();
  const asked = Number((await page.locator(".key-lines label").innerText()).replace("Line ", ""));
  const lines = await keyLinesOf(paper);
  await ceremony.types(lines[asked % lines.length] ?? "");
  await ceremony.hits("Enter");
  await ceremony.isTold(new RegExp(`^Line ${asked} does not fit the four check characters`));
  await ceremony.fills(`Line ${asked}`, lines[asked - 1] ?? "");
  await ceremony.hits("Enter");
  await ceremony.sees("Put the Wrapping Key away");
});

/** A vault that is to be rotated, where its current Wrapping Key is asked for and is on a sheet. */
async function atItsSheet(page: Page, folder: string) {
  const vault = await makeVaultFile(folder);
  const rotate = new RenewalAtTheKeyboard(page);
  await rotate.plansNewKey(sampleRenewal("rotate", vault.path, { wrappingKey: join(folder, "new-key.txt") }));
  await rotate.acceptsPlan(true);
  await rotate.sees("Bring the current Wrapping Key");
  await rotate.chooses("radio", "On a sheet");
  return { vault, rotate };
}

/** What the code of a Wrapping Key's sheet says. */
function keyCode(wrappingKey: string): string {
  return `KCW1:${wrappingKey.toUpperCase()}`;
}

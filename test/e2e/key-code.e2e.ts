import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { makeVaultFile } from "../unit/ceremony/held-vault";
import { drops } from "./drive/drop";
import { pageOfCodes, toPng } from "./drive/pictures";
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

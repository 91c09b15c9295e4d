import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { flattenedDecrypt } from "jose";
import { drops } from "./drive/drop";
import { codesOn, keyLinesOf, pagesOf } from "./drive/paper.mjs";
import { pageAsJpeg } from "./drive/pictures";
import { eventsIn, recordName, recordOf } from "./drive/record";
import { beginRehearsal, pdfFiles, smallPlan } from "./drive/rehearsal";
import { RenewalAtTheKeyboard, sampleRenewal } from "./drive/renewal.mjs";
import { test } from "./drive/test";
import { meetsWcag } from "./drive/wcag";

test("a 192-bit Wrapping Key leaves on paper, is typed back, and opens the keystore; its picture opens a rotation", async ({
  folder,
  open,
}) => {
  const plan = smallPlan(folder, { bits: 192, wrappingKey: null });
  const { ceremony, page, sheet } = await beginRehearsal(await open(), plan);
  await ceremony.distributes([1, 2, 3], pdfFiles, sheet);
  await ceremony.presses("Print the Wrapping Key");
  await ceremony.sees("Did the Wrapping Key sheet come out?");
  const paper = join(folder, "sheets", "wrapping-key.pdf");
  expect(await pagesOf(paper)).toBe(1);
  const lines = await keyLinesOf(paper);
  expect(lines).toHaveLength(3);
  const key = lines.map((line) => line.replaceAll(" ", "").slice(0, 16)).join("");
  expect(await codesOn(paper)).toEqual([`KCW1:${key.toUpperCase()}`]);

  await ceremony.presses("Yes, I have the page");
  await ceremony.sees("Type the Wrapping Key back");
  const line = (number: number) => page.getByLabel(`Line ${number}`);
  await expect(line(1)).toBeFocused();
  // A whole line moves on by itself. The second one is typed wrong.
  const [first = "", second = "", third = ""] = lines;
  await ceremony.types(first.toUpperCase());
  await expect(line(2)).toBeFocused();
  await ceremony.types((second.startsWith("0") ? "1" : "0") + second.slice(1));
  await ceremony.types(third.replaceAll(" ", ""));
  await ceremony.hits("Enter");
  await ceremony.isTold(/^Line 2 does not fit the four check characters at its end\./);
  await expect(line(2)).toBeFocused();
  expect(await readdir(folder)).not.toContain("keystore.json");

  await ceremony.fills("Line 2", second);
  await ceremony.presses("Check the Wrapping Key");
  await ceremony.sees("Put the Wrapping Key away");
  expect(await readdir(folder)).not.toContain("keystore.json");
  await meetsWcag(page, "key-bag");
  await ceremony.sealsBag();
  await ceremony.sees("Make a second copy of the keystore");
  await ceremony.ends(join(folder, "second.json"));
  const keystore = JSON.parse(await readFile(plan.keystore, "utf8"));
  expect(keystore.wrappingKey.bits).toBe(192);
  const opened = await flattenedDecrypt(keystore.encryptedKey, Buffer.from(key, "hex"));
  expect(opened.plaintext).toHaveLength(32);
  expect(opened.protectedHeader).toMatchObject({
    enc: "A192GCM",
    typ: "key-ceremony/practice-encrypted-key",
  });
  expect((await readdir(folder)).sort()).toEqual([
    expect.stringMatching(recordName),
    "keystore.json",
    "second.json",
    "sheets",
  ]);
  const events = await eventsIn(await recordOf(plan.keystore));
  expect(events.slice(events.indexOf("wrapping-key.delivered"), events.indexOf("keystore.written"))).toEqual([
    "wrapping-key.delivered",
    "wrapping-key.refused",
    "wrapping-key.read-back",
    "bag.sealed",
  ]);

  await ceremony.presses("Close this ceremony");
  const rotate = new RenewalAtTheKeyboard(page);
  await rotate.plansNewKey(
    sampleRenewal("rotate", plan.keystore, { wrappingKey: join(folder, "new-key.txt") }),
  );
  await rotate.acceptsPlan(false);
  await rotate.sees("Bring the current Wrapping Key");
  await rotate.chooses("radio", "On a sheet");
  await drops(page, [await pageAsJpeg(paper, 150)]);
  await rotate.sees("Deliver the Wrapping Key");
});

import { access, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { GenerationAtTheKeyboard } from "./drive/generation.mjs";
import { insertMedium, type Medium, mayMount, noMounting } from "./drive/medium";
import { dataOf, recordOf, verified, verifies } from "./drive/record";
import { beginRehearsal, pdfFiles, smallPlan } from "./drive/rehearsal";
import { test } from "./drive/test";
import { meetsWcag } from "./drive/wcag";

test("a place that cannot take a new file is refused in the plan, and another can be chosen", async ({
  folder,
  open,
}) => {
  const plan = smallPlan(folder);
  await writeFile(join(folder, "there.json"), "");
  await mkdir(join(folder, "a-folder"));
  const { page } = await open();
  const ceremony = new GenerationAtTheKeyboard(page);
  await ceremony.comesToPlaces(plan, true);
  const tries = async (keystore: string, sentence: RegExp) => {
    await ceremony.fills("Keystore file", keystore);
    await ceremony.presses("Try both places");
    await ceremony.isTold(sentence);
    await expect(page.getByLabel("Keystore file", { exact: true })).toBeFocused();
    await ceremony.sees("Choose where they go");
  };
  await ceremony.fills("Wrapping Key file", String(plan.wrappingKey));
  await tries(join(folder, "there.json"), /exists already, and is never replaced\./);
  await tries(join(folder, "a-folder"), /is a folder, not a file\./);
  await tries(join(folder, "gone", "keystore.json"), /^The folder “.*gone” is not there\./);
  await tries("keystore.json", /does not say where it begins\./);
  await tries(join(folder, "n".repeat(300)), /is too long\./);
  await ceremony.fills("Keystore file", String(plan.wrappingKey));
  await ceremony.presses("Try both places");
  await ceremony.isTold(/^The keystore and the Wrapping Key cannot both go to /);
  expect((await readdir(folder)).sort()).toEqual(["a-folder", "there.json"]);
  // As they are pasted: what was meant stands in the plan.
  await ceremony.choosesPlaces({
    ...plan,
    keystore: `${plan.keystore} `,
    wrappingKey: `${plan.wrappingKey}  `,
  });
  for (const path of [plan.keystore, String(plan.wrappingKey)]) {
    await expect(page.getByText(path, { exact: true })).toBeVisible();
  }
});

test.describe("media", () => {
  test.skip(!mayMount, noMounting);
  const media: Medium[] = [];
  const insert = async (folder: string, options: string) => {
    const medium = await insertMedium(folder, options);
    media.push(medium);
    return medium.folder;
  };
  test.afterEach(async () => {
    for (const medium of media.splice(0)) await medium.remove();
  });

  test("that are read-only or full are refused in the plan", async ({ folder, open }) => {
    const readOnly = await insert(join(folder, "read-only"), "ro");
    const full = await insert(join(folder, "full"), "size=64k");
    const plan = smallPlan(folder);
    const { page } = await open();
    const ceremony = new GenerationAtTheKeyboard(page);
    await ceremony.comesToPlaces(plan, true);
    await ceremony.fills("Wrapping Key file", String(plan.wrappingKey));
    for (const [medium, sentence] of [
      [readOnly, /lies on a medium that cannot be written to\./],
      [full, /^There is not enough room for “/],
    ] as const) {
      await ceremony.fills("Keystore file", join(medium, "keystore.json"));
      await ceremony.presses("Try both places");
      await ceremony.isTold(sentence);
      expect(await readdir(medium)).toEqual([]);
    }
    await ceremony.choosesPlaces(plan);
  });

  test("that turn read-only keep a lock, which is named and does not stand in the way", async ({
    folder,
    open,
  }) => {
    const stick = await insert(join(folder, "stick"), "size=2m");
    const plan = smallPlan(folder, { keystore: join(stick, "keystore.json") });
    const opened = await open();
    const { ceremony, page } = await beginRehearsal(opened, plan);
    await media[0]?.turnReadOnly();
    await ceremony.aborts();
    await expect(page.getByText(join(stick, "keystore.json.lock"))).toBeVisible();
    await expect(page.getByText("nothing new is on disk")).toHaveCount(0);
    await ceremony.seesAbortedRecord();
    await media[0]?.turnWritable();
    await ceremony.presses("Back to the start");
    await beginRehearsal(opened, plan);
  });

  test("that fill up halt the ceremony before its next secret, until there is room again", async ({
    folder,
    open,
  }) => {
    const stick = await insert(join(folder, "stick"), "size=2m");
    const plan = smallPlan(folder, { keystore: join(stick, "keystore.json") });
    const { ceremony, page } = await beginRehearsal(await open(), plan);
    const filling = join(stick, "filling");
    await expect(writeFile(filling, Buffer.alloc(2 * 1024 * 1024))).rejects.toThrow("ENOSPC");
    // The page of memory that the record ends in has room for a few lines more.
    const halted = page.getByRole("heading", { name: "The record cannot be written" });
    const onPaper = page.getByRole("heading", { name: "Put the share on paper" });
    let handedOver = 0;
    for (;;) {
      await ceremony.presses("Choose share 1");
      await ceremony.presses("I am here alone");
      await halted.or(onPaper).waitFor();
      if (await halted.isVisible()) break;
      handedOver += 1;
      await ceremony.presses("Choose another custodian");
    }
    await ceremony.isTold(
      /^The next line could not be written into the record at “.*: its disk is full; make room there\./,
    );
    await meetsWcag(page, "halted");
    await ceremony.presses("Try again");
    await halted.waitFor();
    const record = await recordOf(plan.keystore);
    expect(await dataOf(record, "share.handed-over")).toHaveLength(handedOver);
    expect((await verified(record)).said).toMatch(/without its seal/);

    await rm(filling);
    await ceremony.presses("Try again");
    await onPaper.waitFor();
    expect(await dataOf(record, "share.handed-over")).toHaveLength(handedOver + 1);
    await ceremony.aborts();
    expect((await verified(record, await ceremony.seesAbortedRecord())).status).toBe(0);
  });

  test("that are full or taken out at the end leave the ceremony where it is", async ({ folder, open }) => {
    const stick = await insert(join(folder, "stick"), "size=2m");
    const plan = smallPlan(folder, { keystore: join(stick, "keystore.json") });
    const { ceremony, page, sheet } = await beginRehearsal(await open(), plan);
    await ceremony.distributes([1, 2, 3], pdfFiles, sheet);
    await media[0]?.swap();
    await ceremony.presses("Write the Wrapping Key");
    await ceremony.sees("The record cannot be written");
    await ceremony.isTold(
      /^The next line could not be written into the record at “.*: it is not there any more; put its medium back\./,
    );
    expect(await readdir(stick)).toEqual([]);
    // It comes before the key leaves.
    await expect(access(join(folder, "wrapping-key.txt"))).rejects.toThrow("ENOENT");

    await media[0]?.putBack();
    await writeFile(plan.keystore, "somebody else’s");
    await ceremony.presses("Try again");
    await ceremony.sees("The keystore was not written");
    const full = await insert(join(folder, "full"), "size=64k");
    await ceremony.fills("Keystore file", join(full, "keystore.json"));
    await ceremony.presses("Write it here");
    await ceremony.isTold(/^There is not enough room for “/);
    await ceremony.sees("The keystore was not written");
    expect(await readdir(full)).toEqual([]);

    const elsewhere = join(folder, "elsewhere.json");
    await ceremony.fills("Keystore file", elsewhere);
    await ceremony.presses("Write it here");
    await ceremony.isTold(/would bring keystore and Wrapping Key onto one medium/);
    await ceremony.presses("Write it here");
    await ceremony.sees("Make a second copy of the keystore");
    await ceremony.fills("Second copy", join(full, "copy.json"));
    await ceremony.presses("Make the copy");
    await ceremony.isTold(/^There is not enough room for “/);
    await ceremony.ends(join(folder, "second.json"));
    await expect(page.getByText(elsewhere)).toBeVisible();
    await expect(access(`${elsewhere}.lock`)).rejects.toThrow("ENOENT");
    // The record stayed where it began, and the keystore anchors it from there.
    expect(await verifies(await recordOf(plan.keystore), elsewhere)).toMatch(/^It is authentic/m);
  });
});

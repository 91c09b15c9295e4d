import { access, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { GenerationAtTheKeyboard } from "./drive/generation.mjs";
import { insertMedium, type Medium, mayMount, noMounting } from "./drive/medium";
import { beginRehearsal, pdfFiles, smallPlan } from "./drive/rehearsal";
import { test } from "./drive/test";

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
  await ceremony.choosesPlaces(plan);
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
    await ceremony.presses("Abort the ceremony");
    await ceremony.presses("Abort and wipe");
    await ceremony.sees("The ceremony was aborted");
    await expect(page.getByText(join(stick, "keystore.json.lock"))).toBeVisible();
    await expect(page.getByText("nothing new is on disk")).toHaveCount(0);
    await media[0]?.turnWritable();
    await ceremony.presses("Back to the start");
    await beginRehearsal(opened, plan);
  });

  test("that are full or taken out at the end leave the ceremony where it is", async ({ folder, open }) => {
    const stick = await insert(join(folder, "stick"), "size=2m");
    const plan = smallPlan(folder, { keystore: join(stick, "keystore.json") });
    const { ceremony, page, sheet } = await beginRehearsal(await open(), plan);
    await ceremony.distributes([1, 2, 3], pdfFiles, sheet);
    await media[0]?.remove();
    await ceremony.presses("Write the Wrapping Key");
    await ceremony.sees("The keystore was not written");
    await ceremony.isTold(/is another medium now than the one that was tried\. Nothing was written\./);
    expect(await readdir(stick)).toEqual([]);

    const full = await insert(join(folder, "full"), "size=64k");
    await ceremony.fills("Keystore file", join(full, "keystore.json"));
    await ceremony.presses("Write it here");
    await ceremony.isTold(/^There is not enough room for “/);
    await ceremony.sees("The keystore was not written");
    expect(await readdir(full)).toEqual([]);

    await ceremony.fills("Keystore file", join(folder, "elsewhere.json"));
    await ceremony.presses("Write it here");
    await ceremony.isTold(/would bring keystore and Wrapping Key onto one medium/);
    await ceremony.presses("Write it here");
    await ceremony.sees("Make a second copy of the keystore");
    await ceremony.fills("Second copy", join(full, "copy.json"));
    await ceremony.presses("Make the copy");
    await ceremony.isTold(/^There is not enough room for “/);
    await ceremony.ends(join(folder, "second.json"));
    await expect(page.getByText(join(folder, "elsewhere.json"))).toBeVisible();
    await expect(access(join(folder, "elsewhere.json.lock"))).rejects.toThrow("ENOENT");
  });
});

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { flattenedDecrypt } from "jose";
import { GenerationAtTheKeyboard, samplePlan } from "./drive/generation.mjs";
import { codesOn, pagesOf, wordsOf } from "./drive/paper.mjs";
import { startPrivatePrinter } from "./drive/private-printer.mjs";
import { eventsIn, recordName, recordOf, verifies } from "./drive/record";
import { test } from "./drive/test";

const nothingLeft = "No job of this app is left at the printer’s queue.";
const nothingKept = "CUPS on this machine is told to keep no copy of what it printed.";

test.describe("a production ceremony, three of five", () => {
  test("is held at the keyboard, printed by CUPS, and opens with the delivered Wrapping Key", async ({
    folder,
    open,
  }) => {
    test.slow();
    const printer = await startPrivatePrinter();
    try {
      const { page, said } = await open({ env: printer.env });
      const ceremony = new GenerationAtTheKeyboard(page);
      const plan = samplePlan(folder);
      await ceremony.plans(plan, false);
      await ceremony.begins(true, { printer: printer.queue, page: () => printer.page(1) });
      expect(await codesOn(await printer.page(1))).toEqual([expect.stringMatching(/^KCT1:[A-Z2-7]{68}$/)]);
      expect(await printer.spooled()).toEqual([]);
      const order = [3, 1, 5, 2, 4];
      for (const [at, index] of order.entries()) {
        await ceremony.prints(index, printer.queue);
        const sheet = await printer.page(at + 2);
        expect(await pagesOf(sheet)).toBe(1);
        const codes = await codesOn(sheet);
        expect(codes).toHaveLength(1);
        expect(codes[0]).toMatch(/^KC1:[A-Z2-7]{69}$/);
        await expect(page.getByText(`${nothingLeft} ${nothingKept}`)).toBeVisible();
        expect(await printer.spooled()).toEqual([]);
        await ceremony.readsBack(await wordsOf(sheet));
        expect(await readdir(folder)).toEqual([expect.stringMatching(recordName), "keystore.json.lock"]);
      }
      await ceremony.deliversToFile();
      await ceremony.ends(join(folder, "second.json"));
      expect(await printer.spooled()).toEqual([]);

      const bytes = await readFile(plan.keystore);
      const keystore = JSON.parse(bytes.toString("utf8"));
      expect(keystore.shareSet.shares.map(({ custodian }: { custodian: string }) => custodian)).toEqual(
        plan.custodians,
      );
      expect(keystore.practice).toBe(false);
      const wrappingKey = await readFile(join(folder, "wrapping-key.txt"), "ascii");
      expect(wrappingKey).toMatch(/^[0-9a-f]{64}$/);
      const opened = await flattenedDecrypt(keystore.encryptedKey, Buffer.from(wrappingKey, "hex"));
      expect(opened.plaintext).toHaveLength(32);
      expect((await stat(plan.keystore)).mode & 0o777).toBe(0o600);
      expect((await stat(join(folder, "wrapping-key.txt"))).mode & 0o777).toBe(0o600);
      expect(await readFile(join(folder, "second.json"))).toEqual(bytes);
      expect((await readdir(folder)).sort()).toEqual([
        expect.stringMatching(recordName),
        "keystore.json",
        "second.json",
        "wrapping-key.txt",
      ]);
      const record = await recordOf(plan.keystore);
      expect(await verifies(record, plan.keystore)).toMatch(/^It is authentic/m);
      expect(await eventsIn(record)).toContain("exception.recorded");
      expect(said.join("")).not.toContain("Key Ceremony:");

      await ceremony.presses("Close this ceremony");
      await ceremony.fills("Keystore file", plan.keystore);
      await ceremony.presses("Open the keystore");
      await ceremony.sees("Payments EU");
    } finally {
      await printer.stop();
    }
  });
});

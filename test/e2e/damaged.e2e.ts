import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { inFours } from "../../electron/contract/fours";
import { fingerprintOf } from "../../electron/keystore/facts";
import { parseKeystore } from "../../electron/keystore/parse";
import { makeVaultFile } from "../unit/ceremony/held-vault";
import { gives } from "./drive/command";
import { actsIn, recordOf, verifies } from "./drive/record";
import { RenewalAtTheKeyboard } from "./drive/renewal.mjs";
import { test } from "./drive/test";
import { meetsWcag } from "./drive/wcag";

const below = (page: Page) => page.getByRole("region", { name: "As this file says — unproven" });

test("a keystore whose seal fails is recovered by its quorum, and the damaged file is kept", async ({
  folder,
  open,
}) => {
  const vault = await makeVaultFile(folder, true);
  const sound = await readFile(vault.path, "utf8");
  const fingerprint = fingerprintIn(sound);
  const damaged = sound.replace("Payments EU", "Payments US").replace(/("commitment": )"[^"]+"/, '$1"zz"');
  await writeFile(vault.path, damaged);
  const { page } = await open();
  const recover = new RenewalAtTheKeyboard(page);

  await recover.sees("What would you like to do?");
  await recover.fills("Keystore file", vault.path);
  await recover.presses("Open the keystore");
  await recover.sees("This keystore is damaged");
  await expect(page.getByRole("main")).toContainText("the member “shareSet.shares[0].commitment” is not as");
  await expect(below(page)).toContainText("Payments US");
  await recover.fills("Vault fingerprint on a share sheet", inFours(fingerprint).toUpperCase());
  await expect(page.getByText("The file names the same vault.")).toBeVisible();
  await meetsWcag(page, "damaged");
  await recover.presses("Recover from what is left");

  await recover.sees("Recover from a damaged keystore");
  await recover.fills("Why this ceremony is held", "The medium failed on 3 May");
  await recover.fills("Who authorised it", "The board, on 4 May");
  await recover.presses("Continue");
  await recover.sees("Say which vault it is");
  await recover.fills("Vault fingerprint on a share sheet", "0123");
  await recover.hits("Enter");
  await recover.isTold(/^A vault fingerprint has 32 characters.* 4 characters were entered: 28 too few\./);
  await recover.fills("Vault fingerprint on a share sheet", fingerprint);
  await meetsWcag(page, "fingerprint");
  await recover.hits("Enter");
  await recover.sees("Say who takes part");
  await recover.fills("Administrator’s name", "Ada Okafor");
  await recover.fills("Witness 1", "Ruth Lindqvist");
  await recover.plansKeyAndPlace(vault.path, join(folder, "new-key.txt"));
  await expect(page.getByRole("main")).toContainText("as the damaged file says: nothing proves it");
  await meetsWcag(page, "damaged-review");
  await recover.acceptsPlan(false);

  await recover.sees("The first custodian is needed");
  await recover.comesToTheDesk();
  await recover.types(vault.sheets[2]?.qr ?? "");
  await recover.sees("Put the sheet away");
  await meetsWcag(page, "bag, of nobody who is known");
  await recover.changesBag();
  await recover.sees("One share is in");
  await expect(page.getByText("One more custodian is needed, as the shares say.")).toBeVisible();
  await meetsWcag(page, "gather-unlisted");
  await recover.comesToTheDesk();
  await recover.entersWords((vault.sheets[1]?.words ?? []).map((word, at) => (at === 8 ? "?" : word)));
  await recover.sees("Is this what the sheet says?");
  // The answer that comes after the window has lost the focus is too late.
  await page.evaluate(() => {
    const buttons = [...document.querySelectorAll("button")];
    buttons.find(({ textContent }) => textContent === "Show the words in question")?.click();
    window.dispatchEvent(new Event("blur"));
  });
  expect(await gives(page, "revealRepair", { offer: 0 })).toMatchObject({
    ok: true,
    value: [{ position: 9 }],
  });
  await expect(page.getByLabel("The words in question")).toHaveText("9");
  await expect(page.getByRole("button", { name: "Yes, take it so" })).toBeDisabled();
  await recover.presses("Show the words in question");
  await recover.presses("Yes, take it so");
  await recover.putsSheetAway();

  await recover.sees("Confirm the names");
  await expect(page.getByRole("region", { name: "Listed in the file, and not proven" })).toContainText(
    "Carla",
  );
  await expect(page.getByLabel("Share 1", { exact: true })).toHaveValue("Chen");
  await meetsWcag(page, "left-out");
  await recover.presses("Another custodian enters a share");
  await recover.sees("Enter the share");
  await recover.types(vault.sheets[0]?.qr ?? "");
  await recover.putsSheetAway();
  await recover.sees("Confirm the names");
  await recover.fills("Share 3", "Carla");
  await expect(page.getByRole("region", { name: "Listed in the file, and not proven" })).toBeHidden();
  await recover.fills("Vault", "Payments EU");
  await expect(page.getByRole("region", { name: "What is not kept of the damaged file" })).toContainText(
    "the file lists 1 entry",
  );
  await meetsWcag(page, "names");
  await recover.presses("The quorum confirms these names");
  await recover.sees("Deliver the Wrapping Key");
  expect(await readFile(vault.path, "utf8")).toBe(damaged);
  await recover.deliversToFile();
  await recover.presses("Go on without a second copy");
  await recover.sees("Keep the old keystore for now");
  await recover.presses("Keep it");
  await recover.closesRecord();
  await recover.sees("The vault has a clean keystore");
  await meetsWcag(page, "damaged-done");

  const kept = (await readdir(folder)).find((name) => name.startsWith("vault.damaged-")) ?? "";
  const record = await recordOf(vault.path);
  expect((await readdir(folder)).sort()).toEqual(
    ["new-key.txt", "vault.json", kept, basename(record)].sort(),
  );
  expect(await readFile(join(folder, kept), "utf8")).toBe(damaged);
  const clean = await readFile(vault.path, "utf8");
  expect(fingerprintIn(clean)).toBe(fingerprint);
  expect(JSON.parse(clean)).toMatchObject({ vault: JSON.parse(sound).vault, generation: 2 });
  expect(JSON.parse(clean).shareSet.shares).toHaveLength(3);
  expect(await verifies(record, vault.path)).toMatch(/^It is authentic/m);
  expect(await actsIn(record)).toEqual([
    "share.entered",
    "bag.opened",
    "bag.sealed",
    "share.searched",
    "share.entered",
    "bag.opened",
    "bag.sealed",
    "quorum.proven",
    "share.entered",
    "bag.opened",
    "bag.sealed",
    "quorum.proven",
    "names.confirmed",
    "damaged.dropped",
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
});

test("a sound copy beside a damaged keystore is named first, and opened", async ({ folder, open }) => {
  const vault = await makeVaultFile(folder);
  const sound = await readFile(vault.path, "utf8");
  const copy = join(folder, "Copy of yesterday");
  await writeFile(copy, sound);
  const altered = {
    ...JSON.parse(sound),
    generation: 7,
    ceremonies: [],
    vault: { id: "x", name: "Payments US" },
  };
  await writeFile(vault.path, JSON.stringify(altered));
  const { page } = await open();
  const recover = new RenewalAtTheKeyboard(page);
  await recover.fills("Keystore file", vault.path);
  await recover.presses("Open the keystore");
  await recover.sees("This keystore is damaged");
  await expect(page.getByRole("region", { name: "A sound copy lies beside: use that one" })).toContainText(
    copy,
  );
  await expect(page.getByRole("button", { name: "Recover from what is left" })).toHaveCount(0);
  await meetsWcag(page, "damaged-copy");
  // By the fingerprint of another vault's sheet it is none of that vault's.
  await recover.fills("Vault fingerprint on a share sheet", "0".repeat(32));
  await expect(page.getByRole("button", { name: "Recover from what is left" })).toHaveCount(1);
  await recover.fills("Vault fingerprint on a share sheet", inFours(fingerprintIn(sound)));
  await recover.presses("Open generation 1");
  await recover.sees("Keystore of Payments EU");
  // What is cut off cannot be recovered at all, and its copies are named all the same.
  await recover.presses("Close the keystore");
  await writeFile(vault.path, sound.slice(0, 900));
  await recover.fills("Keystore file", vault.path);
  await recover.presses("Open the keystore");
  await recover.sees("This keystore cannot be used");
  await recover.fills("Vault fingerprint on a share sheet", fingerprintIn(sound));
  await expect(page.getByRole("region", { name: "Sound keystores of the same vault" })).toContainText(copy);
  await meetsWcag(page, "unreadable");
});

function fingerprintIn(text: string): string {
  const keystore = parseKeystore(Buffer.from(text));
  if (!keystore.ok) throw new Error(keystore.error.code);
  return fingerprintOf(keystore.value);
}

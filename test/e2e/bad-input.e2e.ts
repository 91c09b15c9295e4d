import { execFile } from "node:child_process";
import { mkdir, open as openFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { GenerationAtTheKeyboard } from "./drive/generation.mjs";
import { pdfFiles, smallPlan } from "./drive/rehearsal";
import { test } from "./drive/test";

const run = promisify(execFile);

test("a file that is no sound keystore is refused in a sentence of its own, and nothing is written", async ({
  folder,
  open,
}) => {
  const sound = await vectorKeystore();
  const lines = `${JSON.stringify(sound, null, 2)}\n`;
  const files: readonly (readonly [name: string, content: string | null, sentence: RegExp])[] = [
    [
      "not-json",
      "Dear vault,",
      /^This file is not a keystore, or only a part of one: it is not complete JSON\./,
    ],
    ["truncated", lines.slice(0, 900), /it is not complete JSON\./],
    [
      "newer",
      changed({ ...sound, version: 2 }),
      /^This keystore was made by a newer version of Key Ceremony/,
    ],
    [
      "saved/twice",
      lines.replace('  "generation": 1,\n', '$&  "generation": 1,\n'),
      /^Line \d+ of this keystore has the member “generation” a second time/,
    ],
    [
      "saved/escaped",
      lines.replace("Vector Vault", "Vector\\u0020Vault"),
      /^Line \d+ of this keystore writes a character as the escape “\\u0020”.* jq \. keystore\.json/,
    ],
    ["large", null, /^This file is larger than any keystore \(4 MiB\)\./],
    ["folder", null, /is a folder, not a file\./],
    ["missing-file", null, /^There is no file “/],
    ["pipe", null, /is not an ordinary file\./],
  ];
  // Their seals hold over what they say: the files beside them would be told of them.
  await mkdir(join(folder, "saved"));
  for (const [name, content] of files) {
    if (content !== null) await writeFile(join(folder, name), content);
  }
  const large = await openFile(join(folder, "large"), "w");
  await large.truncate(100 * 1024 * 1024);
  await large.close();
  await mkdir(join(folder, "folder"));
  await run("mkfifo", [join(folder, "pipe")]);
  const before = (await readdir(folder)).sort();

  const { page } = await open();
  const hands = new GenerationAtTheKeyboard(page);
  await hands.sees("What would you like to do?");
  for (const [name, , sentence] of files) {
    await hands.fills("Keystore file", join(folder, name));
    await hands.presses("Open the keystore");
    await hands.isTold(sentence);
  }
  expect((await readdir(folder)).sort()).toEqual(before);

  // What a quorum could still open gets a page, with the same sentence; nothing of it can be used as it is.
  const damaged: readonly (readonly [content: string, sentence: RegExp])[] = [
    [changed({ ...sound, note: "" }), /^This keystore has a member “note” that does not belong there\./],
    [changed({ ...sound, seal: undefined }), /^This keystore lacks its member “seal”\./],
    [changed({ ...sound, generation: "1" }), /the member “generation” is not as it must be\./],
    [lines.replace("Vector Vault", "Vector Wault"), /^The seal of this keystore does not hold/],
  ];
  for (const [content, sentence] of damaged) {
    await writeFile(join(folder, "damaged"), content);
    await hands.fills("Keystore file", join(folder, "damaged"));
    await hands.presses("Open the keystore");
    await hands.sees("This keystore is damaged");
    await expect(page.getByText(sentence)).toBeVisible();
    await hands.presses("Close the keystore");
    await hands.sees("What would you like to do?");
  }
  expect((await readdir(folder)).sort()).toEqual([...before, "damaged"].sort());

  await writeFile(join(folder, "sound"), lines);
  await hands.fills("Keystore file", join(folder, "sound"));
  await hands.presses("Open the keystore");
  await hands.sees("Keystore of Vector Vault");
});

test("names are text in any script; equal ones and too long ones are refused", async ({ folder, open }) => {
  const { page } = await open();
  const ceremony = new GenerationAtTheKeyboard(page);
  await ceremony.presses("Rehearse");
  await ceremony.sees("Name the vault");
  await ceremony.fills("Vault name", "v".repeat(300));
  await ceremony.hits("Enter");
  await ceremony.isTold(/^The vault needs a name of 1 to 120 characters/);
  const vaultName = "<script>document.title='run'</script> 🔐";
  await ceremony.fills("Vault name", vaultName);
  await ceremony.hits("Enter");

  const custodians = ["\u202Eעדי לוי", "𝒜da <b>K</b>", `👩‍🚀 ${"Zoë".normalize("NFD")}`];
  const plan = smallPlan(folder, { vaultName, custodians });
  await ceremony.namesPeople({ ...plan, custodians: ["n".repeat(300), "Bo", "Cy"] });
  await ceremony.isTold(/^The name of custodian 1 is longer than 120 characters\./);
  await expect(page.getByLabel("Custodian 1", { exact: true })).toBeFocused();
  await ceremony.fills("Custodian 1", " ADA   okafor");
  await ceremony.presses("Continue");
  await ceremony.isTold(/^“ADA {3}okafor” would have two parts\. Each person should have one/);
  await ceremony.fills("Custodian 1", " BO");
  await ceremony.presses("Continue");
  await ceremony.isTold(/^“BO” and “Bo” are the same name but for case, spaces or what cannot be seen\./);
  await ceremony.fills("Witness 1", "ada  OKAFOR");
  await ceremony.presses("Continue");
  await ceremony.isTold(
    /^“Ada Okafor” and “ada {2}OKAFOR” are the same name but for case, spaces or what cannot be seen\./,
  );
  await ceremony.fills("Witness 1", "Ruth Lindqvist");
  for (const [at, name] of custodians.entries()) await ceremony.fills(`Custodian ${at + 1}`, name);
  await ceremony.presses("Continue");

  await ceremony.sees("Choose the quorum");
  await ceremony.fills("Custodians needed", "3");
  await ceremony.hits("Enter");
  await ceremony.isTold(/^With this threshold every share is needed: one lost share loses the vault\./);
  await ceremony.fills("Custodians needed", "4");
  await ceremony.hits("Enter");
  await ceremony.isTold(/^The threshold is a whole number from 2 to 3/);
  await ceremony.fills("Custodians needed", "3");
  await ceremony.chooses("checkbox", /one lost share loses the vault/);
  await ceremony.presses("Continue");
  await ceremony.presses("Continue");
  await ceremony.choosesPlaces(plan);

  await expect(page.getByRole("main")).toContainText(vaultName);
  for (const name of custodians) await expect(page.getByRole("main")).toContainText(name.normalize("NFC"));
  expect(await page.title()).toBe("Read the plan aloud — Key Ceremony");
  expect(await page.locator("main script, main b").count()).toBe(0);
  await ceremony.begins(false);
  await ceremony.prints(1, pdfFiles);
});

/** A keystore of an independent implementation. */
async function vectorKeystore(): Promise<Record<string, unknown>> {
  const vectors = new URL("../vectors/keystores.json", import.meta.url);
  return JSON.parse(await readFile(vectors, "utf8")).vaults[0].keystore;
}

function changed(document: Record<string, unknown>): string {
  return JSON.stringify(document, null, 2);
}

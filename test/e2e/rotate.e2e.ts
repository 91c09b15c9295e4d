import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { SecretBytes } from "../../electron/crypto/secret-bytes";
import { wrappingKeyLines } from "../../electron/keystore/wrapping-key-text";
import { type HeldVault, makeVaultFile } from "../unit/ceremony/held-vault";
import { runs } from "./drive/command-line";
import { masterKeyIn } from "./drive/jose";
import { actsIn, recordName, recordOf, verifies } from "./drive/record";
import { RenewalAtTheKeyboard, sampleRenewal } from "./drive/renewal.mjs";
import { test } from "./drive/test";
import { meetsWcag } from "./drive/wcag";

interface Rotation {
  readonly vault: HeldVault;
  readonly rotate: RenewalAtTheKeyboard;
  readonly newKeyFile: string;
}

test.describe("the current Wrapping Key opens the vault for a new one", () => {
  let rotation: Rotation;
  test.beforeEach(async ({ folder, open }) => {
    const { page } = await open();
    const vault = await makeVaultFile(folder, true);
    const rotate = new RenewalAtTheKeyboard(page);
    const newKeyFile = join(folder, "new-key.txt");
    await rotate.plansNewKey(sampleRenewal("rotate", vault.path, { wrappingKey: newKeyFile }));
    await rotate.acceptsPlan(false);
    await rotate.sees("Bring the current Wrapping Key");
    rotation = { vault, rotate, newKeyFile };
  });

  test("from its file; every share still opens it, and the old key does not", async ({ folder }) => {
    const { vault, rotate, newKeyFile } = rotation;
    await meetsWcag(rotate.page, "current-key");
    const [keyFile, wrongFile] = [join(folder, "key.txt"), join(folder, "wrong.txt")];
    await writeFile(keyFile, vault.wrappingKey, { mode: 0o600 });
    await writeFile(wrongFile, "0".repeat(64), { mode: 0o600 });
    await rotate.fills("Wrapping Key file", wrongFile);
    await rotate.hits("Enter");
    await rotate.isTold(/does not open this keystore/);
    await rotate.fills("Wrapping Key file", keyFile);
    await rotate.hits("Enter");
    await rotate.sees("Deliver the Wrapping Key");
    await endsKeepingTheOld(rotate);

    const [before, after] = await bothGenerations(folder);
    expect(after).toMatchObject({
      generation: 2,
      recoveryKey: before.recoveryKey,
      shareSet: before.shareSet,
    });
    const newKey = await readFile(newKeyFile, "ascii");
    expect(await masterKeyIn(after, newKey)).toEqual(await masterKeyIn(before, vault.wrappingKey));
    await expect(masterKeyIn(after, vault.wrappingKey)).rejects.toThrow();
    const shares = [vault.sheets[2]?.qr ?? "", vault.sheets[0]?.words.join(" ") ?? ""];
    const combined = await runs(["combine", vault.path], shares);
    expect(combined.said).toMatch(/^These shares open this keystore\./m);
    expect(combined.status).toBe(0);
    expect((await readdir(folder)).sort()).toEqual([
      "key.txt",
      "new-key.txt",
      expect.stringMatching(recordName),
      "vault.generation-1.json",
      "vault.json",
      "wrong.txt",
    ]);
    const record = await recordOf(vault.path);
    expect(await verifies(record, vault.path)).toMatch(/^It is authentic/m);
    expect(await actsIn(record)).toEqual([
      "key.refused",
      "key.entered",
      "keystore.opened",
      "keys.made",
      "wrapping-key.delivered",
      "keystore.written",
      "second-copy.skipped",
      "old-keystore.kept",
      "sign-off.confirmed",
      "sign-off.confirmed",
      "ceremony.ended",
      "record.sealed",
    ]);
  });

  test("typed from its sheet; a slip is told by its line", async ({ folder }) => {
    const { vault, rotate, newKeyFile } = rotation;
    await rotate.chooses("radio", "On a sheet");
    await meetsWcag(rotate.page, "current-key, typed");
    await rotate.hits("Tab");
    const [first = "", second = "", ...others] = sheetLines(vault.wrappingKey);
    await rotate.types(first);
    await rotate.types((second.startsWith("0") ? "1" : "0") + second.slice(1));
    for (const line of others) await rotate.types(line);
    await rotate.hits("Enter");
    await rotate.isTold(/^Line 2 does not fit the four check characters at its end\./);
    await rotate.fills("Line 2", second);
    await rotate.presses("Open the keystore");
    await rotate.sees("Deliver the Wrapping Key");
    await endsKeepingTheOld(rotate);
    const [before, after] = await bothGenerations(folder);
    const newKey = await readFile(newKeyFile, "ascii");
    expect(await masterKeyIn(after, newKey)).toEqual(await masterKeyIn(before, vault.wrappingKey));
  });
});

async function endsKeepingTheOld(rotate: RenewalAtTheKeyboard): Promise<void> {
  await rotate.deliversToFile();
  await rotate.presses("Go on without a second copy");
  await rotate.sees("Keep the old keystore for now");
  await rotate.presses("Keep it");
  await rotate.closesRecord();
  await rotate.sees("The Wrapping Key is rotated");
  const said = rotate.page.getByRole("main");
  await expect(said).toContainText("Every old copy of the keystore still opens with the old Wrapping Key");
  await expect(said).toContainText(
    "The custodians’ sheets were not needed, and stay in their bags. They stay valid.",
  );
}

/** The lines of a Wrapping Key's sheet, each with its check at the end. */
function sheetLines(wrappingKey: string): readonly string[] {
  const key = SecretBytes.copyOf(Buffer.from(wrappingKey, "hex"));
  return wrappingKeyLines(key).map(({ groups, check }) => [...groups, check].join(" "));
}

/** The keystore that was replaced, and the one in its place. */
async function bothGenerations(folder: string) {
  const names = ["vault.generation-1.json", "vault.json"];
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return texts.map((text) => JSON.parse(text));
}

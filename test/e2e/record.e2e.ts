import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { inFours } from "../../electron/contract/fours";
import { serializeKeystore } from "../../electron/keystore/serialize";
import type { Opened } from "../../scripts/rehearsal/launch.mjs";
import { resealed } from "../unit/keystore/resealed";
import { vault } from "../unit/keystore/vectors";
import { ceremonyNotes, writeCeremonyRecord } from "../unit/record/ceremony-record";
import { GenerationAtTheKeyboard } from "./drive/generation.mjs";
import { test } from "./drive/test";
import { meetsWcag } from "./drive/wcag";

/** At the field for a record's path. */
async function beginLooking({ page }: Opened): Promise<GenerationAtTheKeyboard> {
  const hands = new GenerationAtTheKeyboard(page, (name) => meetsWcag(page, name));
  await hands.sees("What would you like to do?");
  await hands.presses("Look at a ceremony’s record");
  await hands.look("home, for a record");
  return hands;
}

test("a record tells its story, and is authentic by the head on paper and by the vault’s keystore", async ({
  folder,
  open,
}) => {
  const { keystore } = vault(0);
  const [ceremony] = keystore.ceremonies;
  if (ceremony === undefined) throw new Error("The vector has one ceremony.");
  const header = { ceremonyId: ceremony.id, vaultId: keystore.vault.id, kind: "generate" } as const;
  const { path, head, recordKey } = writeCeremonyRecord(folder, header);
  const anchor = join(folder, "keystore.json");
  await writeFile(
    anchor,
    serializeKeystore(resealed(vault(0), { ceremonies: [{ ...ceremony, recordKey }] })),
  );
  const before = await readFile(path);

  const opened = await open();
  const { page } = opened;
  const hands = await beginLooking(opened);
  await hands.fills("Record file", path);
  await hands.presses("Open the record");
  await hands.sees("Record of a generation");
  await expect(page.getByText("it cannot say of itself")).toBeVisible();
  await expect(page.getByText(inFours(head))).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(1 + 1 + ceremonyNotes.length + 1);
  await expect(
    page.getByRole("row", { name: /Wim Witness sign off dissent reason: Left the room/ }),
  ).toBeVisible();
  await hands.look("record");

  const wrong = head.replace(/^./, (one) => (one === "0" ? "1" : "0"));
  await hands.fills("Head, as a witness wrote it down", wrong);
  await hands.presses("Compare");
  await hands.isTold(/^The head on paper is not this record’s/);
  await hands.fills("Head, as a witness wrote it down", inFours(head).toUpperCase());
  await hands.presses("Compare");
  await expect(page.getByText(/^It is authentic: its head/)).toBeVisible();
  await hands.chooses("radio", "The vault’s keystore");
  await hands.fills("Keystore file", anchor);
  await hands.presses("Compare");
  await expect(page.getByText(/^It is authentic: the sealed keystore of Vector Vault/)).toBeVisible();
  await hands.look("record, authentic");
  await hands.presses("Close the record");
  await hands.sees("What would you like to do?");
  expect(await readFile(path)).toEqual(before);
});

test("a record that was changed is refused by its line, and one without a seal is shown for what it is", async ({
  folder,
  open,
}) => {
  const { path } = writeCeremonyRecord(folder, { practice: true });
  const text = await readFile(path, "utf8");
  const lines = text.trimEnd().split("\n");
  const opened = await open();
  const hands = await beginLooking(opened);
  for (const [content, sentence] of [
    ["", /^This file is empty/],
    [text.replace("Ä-0017", "Ä-0018"), /^Line 7 of this record does not follow from the line before/],
    [text.replaceAll("\n", "\r\n"), /^Line 1 of this record ends as lines do on Windows/],
    [text.slice(0, -1), /^This record stops in the middle of line 10/],
    ["x".repeat(100e6), /^Line 1 of this file is longer than any of a record/],
  ] as const) {
    await writeFile(path, content);
    await hands.fills("Record file", path);
    await hands.presses("Open the record");
    await hands.isTold(sentence);
  }
  await writeFile(
    path,
    lines
      .slice(0, 4)
      .map((line) => `${line}\n`)
      .join(""),
  );
  await hands.presses("Open the record");
  await hands.sees("Record of a generation");
  await expect(opened.page.getByText(/^This record ends behind line 4 without its seal/)).toBeVisible();
  await expect(opened.page.getByText("REHEARSAL", { exact: true })).toBeVisible();
  await hands.look("record, unsealed");
  await hands.presses("Close the record");
  await hands.sees("What would you like to do?");
});

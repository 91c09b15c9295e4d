import { expect, type Page } from "@playwright/test";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { Hands } from "../../scripts/rehearsal/hands.mjs";
import { test } from "./drive/test";

for (const zoom of [1, 2]) {
  test(`a refusal comes to the person, and the focus is never lost, at ${zoom * 100} %`, async ({ open }) => {
    const { app, page } = await open();
    await app.evaluate(({ BrowserWindow }, factor) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(factor);
    }, zoom);
    const hands = new Hands(page);
    await hands.presses("Rehearse");
    await hands.sees("Name the vault");
    await hands.hits("Enter");
    await comesToThePerson(page, "Vault name", /^The vault needs a name/);
    await hands.types("Payments EU");
    await hands.hits("Enter");
    await hands.sees("Say who takes part");

    // Rows come and go under the focus.
    await hands.presses("Remove custodian 5");
    await expect(page.getByLabel("Custodian 4", { exact: true })).toBeFocused();
    await hands.presses("Remove custodian 4");
    await hands.presses("Add a custodian");
    await expect(page.getByLabel("Custodian 4", { exact: true })).toBeFocused();

    await hands.fills("Administrator’s name", "Ada Okafor");
    await hands.fills("Witness 1", "Ruth Lindqvist");
    for (const [at, name] of ["Chen Wei", "Elif Şahin", "Björn Ek", "chen  wei"].entries()) {
      await hands.fills(`Custodian ${at + 1}`, name);
    }
    await hands.presses("Continue");
    await comesToThePerson(page, "Custodian 1", /are the same name/);
    const wrong = await page.locator('[aria-invalid="true"]').evaluateAll(namesOf);
    expect(wrong).toEqual(["Custodian 1", "Custodian 4"]);
    await hands.fills("Custodian 4", "Dilnoza Karimova");
    await hands.presses("Continue");

    await hands.sees("Choose the quorum");
    await hands.fills("Custodians needed", "5");
    await hands.hits("Enter");
    await comesToThePerson(page, "Custodians needed", /^The threshold is a whole number from 2 to 4/);
    await hands.fills("Custodians needed", "4");
    await hands.hits("Enter");
    // It is about no field: the sentence itself is what is seen.
    await hands.isTold(/^With this threshold every share is needed/);
    await expect(page.getByRole("alert").locator("p")).toBeInViewport({ ratio: 1 });

    // A question comes and goes.
    await hands.presses("Abort the ceremony");
    await expect(page.getByRole("button", { name: "Keep going" })).toBeFocused();
    await hands.hits("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(page.getByRole("button", { name: "Abort the ceremony" })).toBeFocused();
  });
}

test("a share that is pasted or typed into a plain field is not drawn there", async ({ open }) => {
  const { app, page } = await open();
  const hands = new Hands(page);
  await hands.presses("Rehearse");
  await hands.sees("Name the vault");
  const field = page.getByLabel("Vault name", { exact: true });
  await hands.types("Payments");
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), `]Q1KC1:${"AB23".repeat(17)}C`);
  await hands.hits("Control+V");
  await hands.isTold(/^That was the code of a Key Share\./);
  await expect(field).toHaveValue("Payments");
  await hands.fills("Vault name", "");
  // Five words might be a sentence; of the sixth on nothing is seen, and eight are taken away with all that follow.
  await hands.types(`${wordlist.slice(40, 46).join(" ")} `);
  await expect(field).toHaveCSS("-webkit-text-security", "disc");
  await hands.types(wordlist.slice(46, 71).join(" "));
  await hands.isTold(/^That looked like the words of a Key Share/);
  await expect(field).toHaveValue("");
  await hands.types(" Payments EU");
  await expect(field).toHaveValue("Payments EU");
  await hands.hits("Enter");
  await hands.sees("Say who takes part");
});

/** The first wrong field has the focus, stands in the window, is marked, and is described by the sentence. */
async function comesToThePerson(page: Page, label: string, sentence: RegExp): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await expect(page.getByRole("alert")).toHaveText(sentence);
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport({ ratio: 1 });
  await expect(field).toHaveAttribute("aria-invalid", "true");
  const described = await field.evaluate((one) => one.getAttribute("aria-describedby")?.split(" ") ?? []);
  const texts = await page.evaluate(
    (ids) => ids.map((id) => document.getElementById(id)?.textContent ?? ""),
    described,
  );
  expect(texts.some((text) => sentence.test(text))).toBe(true);
}

function namesOf(fields: Element[]): string[] {
  return fields.map((field) => (field instanceof HTMLInputElement && field.labels?.[0]?.textContent) || "");
}

import { expect, type Locator, type Page } from "@playwright/test";
import { GenerationAtTheKeyboard } from "./drive/generation.mjs";
import { codesOn, wordsOf } from "./drive/paper.mjs";
import { pdfFiles, smallPlan } from "./drive/rehearsal";
import { test } from "./drive/test";

/** The beginnings of a share's and a proof page's code, as a bad reading gives them, and what is printed on a bottle. */
const share = `KC1:${"AB23".repeat(5)}`;
const proof = `KCT1:${"DE45".repeat(5)}`;
const bottle = "4006381333931";

/** Screens that wait for a code. */
const waiting: readonly string[] = ["proof-read", "read-back"];

/** What may have the focus when a scanner types. */
const kinds: readonly string[] = [
  "h1",
  ".actions button",
  ".rail button",
  'input[type="radio"]',
  'input[type="checkbox"]',
  "select",
  'input[type="text"]',
];

test("what a keyboard scanner types answers nothing, is drawn nowhere, and reaches the screen that waits for it", async ({
  folder,
  open,
}) => {
  test.slow();
  const { page } = await open();
  const seen = new Set<string>();
  const ceremony: GenerationAtTheKeyboard = new GenerationAtTheKeyboard(page, async (name) => {
    if (waiting.includes(name) || seen.has(name)) return;
    seen.add(name);
    await scansEverywhere(page, page.locator("body"), name);
    if (name === "preflight") {
      await ceremony.presses("Record an exception");
      await scansEverywhere(page, page.getByRole("dialog"), "exception");
      await ceremony.presses("Cancel");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
    if (name === "distribute") {
      await ceremony.presses("Abort the ceremony");
      await scansEverywhere(page, page.getByRole("dialog"), "abort");
      await ceremony.presses("Keep going");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
  });
  await ceremony.plans(smallPlan(folder), true);
  await ceremony.comesToProof(false);

  await ceremony.chooses("radio", pdfFiles);
  await ceremony.look("proof");
  await ceremony.presses("Print a proof page");
  await ceremony.sees("Read the proof page back");
  const [proofCode = ""] = await codesOn(`${folder}/sheets/proof.pdf`);
  await page.getByRole("button", { name: "Print it again, or elsewhere" }).focus();
  await scans(page, proofCode);
  await ceremony.sees("The printer is proven");
  await scans(page, proofCode);
  await ceremony.isTold(/^That was the code of a proof page\. No code is asked for here/);
  await ceremony.look("proven");
  await ceremony.presses("Begin the ceremony");
  await ceremony.comesToShares();

  await ceremony.prints(1, pdfFiles);
  await ceremony.presses("Yes, I have the page");
  await ceremony.sees("Read the sheet back");
  const sheet = `${folder}/sheets/share-1.pdf`;
  const [code = ""] = await codesOn(sheet);
  await page.getByRole("button", { name: "This sheet is spoiled" }).focus();
  await scans(page, `]Q1${code.toLowerCase()}`);
  await expect(page.getByText("28 of 31 words entered")).toBeVisible();
  const asked = await openWords(page);
  await scans(page, code);
  await ceremony.isTold(/^The code was read already, and nothing has changed\./);
  expect(await openWords(page)).toEqual(asked);
  await showsNothingOf(page, code);
  const words = await wordsOf(sheet);
  for (const position of asked) await ceremony.types(`${words[position - 1]} `);
  await ceremony.sees("The share is proven");
  await scans(page, code);
  await ceremony.isTold(/^That was the code of a Key Share\. No code is asked for here/);
  await showsNothingOf(page, code);
  // The number of a bag is read by a scanner too: its Enter goes on, and states nothing.
  await page.getByLabel("Bag’s number").focus();
  await scans(page, "S-0001");
  await expect(page.getByLabel("The same, typed by a second person")).toBeFocused();
  await scans(page, "S-0001");
  await expect(page.getByRole("button", { name: "The sheet is in its bag" })).toBeFocused();
  await ceremony.look("verified");
  await ceremony.presses("The sheet is in its bag");
  for (const index of [2, 3]) {
    await ceremony.prints(index, pdfFiles);
    await ceremony.readsBack(await wordsOf(`${folder}/sheets/share-${index}.pdf`));
  }
  await ceremony.sees("Deliver the Wrapping Key");
  await ceremony.look("deliver");
  await ceremony.deliversToFile();
  await ceremony.ends(null);
  expect(seen.size).toBe(25);
});

/** Every kind of element of this screen or question has the focus once while a scanner types. */
async function scansEverywhere(page: Page, within: Locator, name: string): Promise<void> {
  const before = await placeOf(page);
  const focused = await page.evaluateHandle(() => document.activeElement);
  for (const [at, kind] of kinds.entries()) {
    const element = within.locator(kind).and(page.locator(":visible")).first();
    if ((await element.count()) === 0) continue;
    await element.focus();
    const held = await element.evaluate((one: HTMLInputElement) => [one.value, one.checked]);
    const text = kind.includes("text") ? [share, proof] : [[share, bottle, proof][at % 3] ?? share];
    for (const one of text) {
      await scans(page, one);
      expect(await placeOf(page), `${name}: ${kind}`).toEqual(before);
      await showsNothingOf(page, one === bottle ? share : one);
    }
    expect(await element.evaluate((one: HTMLInputElement) => [one.value, one.checked])).toEqual(held);
  }
  // The focus leaves and comes back: what a person types next is no part of the scan.
  await focused.evaluate((element) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (element instanceof HTMLElement) element.focus();
  });
}

async function scans(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** Where main and the person are. */
async function placeOf(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const answer = await window.ceremony.send.getView({ ceremonyId: null, revision: 0 }, null);
    const asking = answer.ok && answer.value.asking !== null;
    return [answer.ok && answer.value.revision, asking, document.querySelector("h1")?.textContent];
  });
}

/** No piece of a code is drawn. */
async function showsNothingOf(page: Page, code: string): Promise<void> {
  const shown = await page.evaluate(() =>
    [document.body.innerText, ...[...document.querySelectorAll("input")].map(({ value }) => value)].join(
      "\n",
    ),
  );
  for (let at = 0; at + 10 <= code.length; at += 1) {
    expect(shown.toUpperCase()).not.toContain(code.slice(at, at + 10).toUpperCase());
  }
}

/** The positions of the words that are still to be entered. */
async function openWords(page: Page): Promise<number[]> {
  const labels = await page.getByRole("textbox").evaluateAll((cells) => cells.map((one) => one.ariaLabel));
  return labels.map((label) => Number(label?.replace("Word ", "")));
}

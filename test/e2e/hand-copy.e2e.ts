import { type ElectronApplication, expect, type Page } from "@playwright/test";
import { gives } from "./drive/command";
import { beginRehearsal, type Rehearsal, smallPlan } from "./drive/rehearsal";
import { test } from "./drive/test";
import { looksBack, looksElsewhere } from "./drive/window";

const notNow = { ok: false, error: { code: "ceremony.not-now" } };

/** Notes what the window is told of its capture: Linux has no protection that could be looked at. */
async function watchCapture(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error("The app has a window.");
    const set = window.setContentProtection.bind(window);
    window.setContentProtection = (on) => {
      process.env.CAPTURE = on ? "refused" : "allowed";
      set(on);
    };
  });
}

/** Whether the window may be captured, by what it was told last. */
async function mayCapture(app: ElectronApplication): Promise<boolean> {
  const told = await app.evaluate(() => process.env.CAPTURE);
  expect(told).toBeDefined();
  return told === "allowed";
}

test.describe("copying by hand", () => {
  test("shows four words at a time, and is read back like a sheet", async ({ folder, open }) => {
    const rehearsal = await beginRehearsal(await open(), smallPlan(folder));
    const { app, ceremony, page } = rehearsal;
    await watchCapture(app);
    await beginsToCopy(rehearsal, 2);
    expect(await mayCapture(app)).toBe(false);
    const words = await copiesAll(rehearsal);
    await ceremony.hits("ArrowLeft");
    await expect(page.getByRole("button", { name: "Show words 25 to 28" })).toBeFocused();
    await ceremony.presses("All 31 words are copied");
    await ceremony.sees("Read the sheet back");
    await isHidden(page, words);
    await expect(page.getByRole("button", { name: "Print again" })).toHaveCount(0);
    expect(await mayCapture(app)).toBe(false);
    await ceremony.typesWords(words);
    await ceremony.sees("The share is proven");
    expect(await mayCapture(app)).toBe(true);
  });

  test("hides the words when nobody may be looking any more", async ({ folder, open }) => {
    const rehearsal = await beginRehearsal(await open(), smallPlan(folder));
    const { app, ceremony, page } = rehearsal;
    await page.clock.install();
    await beginsToCopy(rehearsal, 1);
    await ceremony.hits("Space");
    const words = await shown(page, 4);

    await looksElsewhere(app, page);
    await isHidden(page, words);
    await looksBack(app);
    await ceremony.hits("Space");
    await shown(page, 4);

    // A key that means nothing still says that somebody is there.
    await page.clock.fastForward(50_000);
    await ceremony.hits("Shift");
    await page.clock.fastForward(50_000);
    expect(await shown(page, 4)).toEqual(words);
    await page.clock.fastForward(10_000);
    await isHidden(page, words);

    await ceremony.hits("Space");
    await shown(page, 4);
    await ceremony.presses("Abort the ceremony");
    await isHidden(page, words);
    await ceremony.hits("Escape");
    await ceremony.sees("Copy the words by hand");
    await isHidden(page, words);
  });

  test("is over with its step: neither reload nor history nor a command shows words again", async ({
    folder,
    open,
  }) => {
    const rehearsal = await beginRehearsal(await open(), smallPlan(folder));
    const { ceremony, page } = rehearsal;
    await beginsToCopy(rehearsal, 1);
    await ceremony.hits("Space");
    const first = await shown(page, 4);
    await goesBack(page);
    await ceremony.sees("Copy the words by hand");
    await isHidden(page, first);
    const words = await copiesAll(rehearsal);
    await ceremony.presses("All 31 words are copied");
    expect(await gives(page, "revealWords", { group: 1 })).toEqual(notNow);
    await ceremony.typesWords(words);
    await ceremony.sees("The share is proven");
    expect(await gives(page, "revealWords", { group: 1 })).toEqual(notNow);
    await ceremony.sealsBag();

    await goesBack(page);
    await ceremony.sees(/^Next is /);
    await isHidden(page, words);
    expect(await gives(page, "revealWords", { group: 1 })).toEqual(notNow);
    expect(await gives(page, "chooseShare", { index: 1 })).toEqual(notNow);

    await beginsToCopy(rehearsal, 2);
    await goesBack(page);
    await ceremony.sees("Copy the words by hand");
    await isHidden(page, words);
    const others = await copiesAll(rehearsal);
    expect(others.slice(0, 4)).toEqual(words.slice(0, 4));
    expect(others.slice(5, 28)).not.toEqual(words.slice(5, 28));
  });
});

/** Goes to where the words of a share are copied; none of them is shown yet. */
async function beginsToCopy({ ceremony, page }: Rehearsal, index: number): Promise<void> {
  await ceremony.presses(`Choose share ${index}`);
  await ceremony.presses("I am here alone");
  await ceremony.presses("Copy it by hand");
  await ceremony.sees("Copy the words by hand");
  await expect(page.getByRole("button", { name: "Show words 1 to 4" })).toBeFocused();
}

/** Shows group after group with Space, hides every other one with Space, and moves on with the arrow. */
async function copiesAll({ ceremony, page }: Rehearsal): Promise<string[]> {
  const words: string[] = [];
  for (const first of [1, 5, 9, 13, 17, 21, 25, 29]) {
    await expect(page.getByRole("button", { name: "All 31 words are copied" })).toBeDisabled();
    const last = Math.min(first + 3, 31);
    await expect(page.getByRole("button", { name: `Show words ${first} to ${last}` })).toBeFocused();
    await ceremony.hits("Space");
    words.push(...(await shown(page, last - first + 1)));
    if (first % 8 === 1) await ceremony.hits("Space");
    if (last < 31) await ceremony.hits("ArrowRight");
    else await ceremony.hits("Space");
    await isHidden(page, words);
  }
  return words;
}

/** The words that can be read, once there are so many of them. */
async function shown(page: Page, count: number): Promise<string[]> {
  const places = page.getByRole("list", { name: /^Words \d+ to \d+$/ }).getByRole("listitem");
  await expect(places).toHaveText(new Array(count).fill(/^\d+[a-z]{3,8}$/));
  return (await places.allTextContents()).map((text) => text.replace(/^\d+/, ""));
}

/** Waits until no element of the page holds one of these words alone. */
async function isHidden(page: Page, words: readonly string[]): Promise<void> {
  const word = new RegExp(`>\\s*(${words.join("|")})\\s*<`);
  await expect.poll(() => page.content()).not.toMatch(word);
}

/** Tries every way back that a page has. */
async function goesBack(page: Page): Promise<void> {
  await page.keyboard.press("Alt+ArrowLeft");
  await page.evaluate(() => history.back());
  await page.evaluate(() => history.go(-2));
  await page.reload();
}

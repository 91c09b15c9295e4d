import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Expects the screen that stands to meet WCAG 2.2 AA, as far as axe can tell, light and dark, and to fit the window's width. */
export async function meetsWcag(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await violations(page), `${name}, ${colorScheme}`).toEqual([]);
  }
  expect(await isCutOff(page), name).toBe(false);
}

/** The screens that frame every ceremony: one test that looks at them is enough. */
export const framing: readonly string[] = [
  "home",
  "script",
  "opened",
  "clock",
  "app-hash",
  "preflight",
  "exception",
  "sign-off",
  "signing",
  "sealed",
];

/** For a drive: expects each screen that it looks at to meet WCAG, once. `elsewhere`: another test looks at these. */
export function looksOnce(page: Page, elsewhere: readonly string[] = []) {
  const looked = new Set<string>();
  const look = async (name: string) => {
    if (looked.has(name) || elsewhere.includes(name)) return;
    looked.add(name);
    await meetsWcag(page, name);
  };
  return { look, looked };
}

async function violations(page: Page): Promise<readonly string[]> {
  // Legacy mode: Electron has no way to open the extra page that axe otherwise works in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(wcag).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Whether anything lies beside the window, where no scrolling down reaches it. */
function isCutOff(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
}

import { expect } from "@playwright/test";
import { GenerationAtTheKeyboard } from "./drive/generation.mjs";
import { test } from "./drive/test";
import { looksOnce } from "./drive/wcag";

test("every screen of a rehearsal meets WCAG 2.2 AA, as far as axe can tell, light and dark", async ({
  folder,
  open,
}) => {
  test.slow();
  const { page } = await open();
  const { look, looked } = looksOnce(page);
  const rehearsal = new GenerationAtTheKeyboard(page, look);
  await rehearsal.rehearses(folder);
  expect(looked.size).toBe(30);
});

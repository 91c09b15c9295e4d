import { expect } from "@playwright/test";
import { Hands } from "../../scripts/rehearsal/hands.mjs";
import { test } from "./drive/test";

test("three questions name the ceremony to hold, or say that the data cannot be recovered", async ({
  open,
}) => {
  const { page } = await open({});
  const hands = new Hands(page);
  const answers = async (label: string | RegExp) => {
    await page.getByRole("radio", { name: label }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
  };
  await hands.presses("Something is lost: what now?");
  await answers(/^No/);
  await answers(/^No/);
  await answers("Fewer");
  await expect(page.getByRole("heading", { name: "The data cannot be recovered now" })).toBeFocused();
  await hands.presses("Answer the questions again");
  await answers(/^No/);
  await answers("Yes");
  await answers("As many as are needed, or more");
  await expect(page.getByRole("heading", { name: "Hold a recovery" })).toBeFocused();
  await hands.presses("Back to the start");
  await expect(page.getByRole("heading", { name: "What would you like to do?" })).toBeFocused();
});

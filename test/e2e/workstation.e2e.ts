import { expect } from "@playwright/test";
import { Hands } from "../../scripts/rehearsal/hands.mjs";
import { test } from "./drive/test";
import { meetsWcag } from "./drive/wcag";

test("the app tells what it finds of the workstation, and stops nothing", async ({ open }) => {
  const { page } = await open({ switches: ["--log-net-log=/dev/null"] });
  const hands = new Hands(page);
  await hands.presses("Look at this workstation");
  await expect(page.getByRole("heading", { name: "What this workstation looks like" })).toBeFocused();
  await expect(page.getByText("The app’s hash")).toBeVisible();
  const findings = page.locator(".preflight-finding");
  await expect(findings).toHaveCount(14);
  await expect(page.getByText("It was started with --log-net-log: others may steer it")).toBeVisible();
  await meetsWcag(page, "workstation");
  await hands.presses("Back to the start");
  await expect(page.getByRole("heading", { name: "What would you like to do?" })).toBeFocused();
});

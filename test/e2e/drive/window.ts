import { once } from "node:events";
import type { ElectronApplication, Page } from "@playwright/test";
import type { Opened } from "../../../scripts/rehearsal/launch.mjs";

/** Closes the main window as its title bar does. */
export async function closesWindow(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}

/** Closes the window and gives how the app ended: its exit code and signal. It hangs where the app asks first. */
export async function endsByWindow({ app }: Opened): Promise<unknown[]> {
  const ended = once(app.process(), "exit");
  await closesWindow(app);
  return ended;
}

/** Turns to another window. */
export async function looksElsewhere(app: ElectronApplication, page: Page): Promise<void> {
  // Playwright pretends that every page has the focus.
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setFocusEmulationEnabled", { enabled: false });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur());
}

/** Turns back to the app. */
export async function looksBack(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
}

/** Puts text where Control+V takes it from. */
export async function copies(app: ElectronApplication, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
}

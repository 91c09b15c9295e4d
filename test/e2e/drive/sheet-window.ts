import { writeFile } from "node:fs/promises";
import type { ElectronApplication } from "@playwright/test";
import { channels } from "../../../electron/contract/commands";
import type { Sheet } from "../../../electron/contract/sheets";

/**
 * Draws a sheet as the app does, with its protocol, policy, preload and page, and writes the PDF to `file`.
 * @returns what stands out of its place on the page, by class
 */
export async function drawsSheet(app: ElectronApplication, sheet: Sheet, file: string): Promise<string[]> {
  const { pdf, outside } = await app.evaluate(
    async ({ app: electronApp, BrowserWindow }, given) => {
      const preload = `${electronApp.getAppPath()}/dist/preload.cjs`;
      const webPreferences = { preload, partition: "sheet", sandbox: true };
      const window = new BrowserWindow({ show: false, webPreferences });
      const { webContents: contents } = window;
      contents.ipc.handle(given.channels.takeSheet, () => ({ ok: true, value: given.sheet }));
      const ready = new Promise<void>((resolve) =>
        contents.ipc.once(given.channels.sheetReady, () => resolve()),
      );
      await window.loadURL("app://ceremony/sheet.html");
      await ready;
      const outside: string[] = await contents.executeJavaScript(`
        [...document.querySelectorAll(".strip, .box-text, .running, .ties, .flow")]
          .filter((it) => it.scrollHeight > it.clientHeight || it.scrollWidth > it.clientWidth)
          .map((it) => it.className)
      `);
      const margins = { top: 0, bottom: 0, left: 0, right: 0 };
      const drawn = await contents.printToPDF({ preferCSSPageSize: true, printBackground: true, margins });
      window.destroy();
      return { pdf: drawn.toString("base64"), outside };
    },
    { sheet, channels },
  );
  await writeFile(file, Buffer.from(pdf, "base64"));
  return outside;
}

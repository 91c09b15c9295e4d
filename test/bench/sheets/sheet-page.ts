import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import type { SheetBridge } from "../../../electron/contract/commands";
import type { Sheet } from "../../../electron/contract/sheets";
import type { Laboratory } from "../scan/laboratory";

/** The app's own sheet page, in the laboratory's window. */
export interface SheetPage {
  /** Draws a sheet and gives it as a PDF, printed as the app prints it. */
  readonly print: (sheet: Sheet) => Promise<Buffer>;
}

/** Builds the sheet page and gets the window ready for it. */
export async function openSheetPage({ app, page, folder }: Laboratory): Promise<SheetPage> {
  const outDir = join(folder, "app");
  await build({ mode: "renderer", logLevel: "error", build: { outDir } });
  await page.addInitScript(giveSheet);
  return {
    print: async (sheet) => {
      const address = pathToFileURL(join(outDir, "sheet.html"));
      address.search = encodeURIComponent(JSON.stringify(sheet));
      await page.goto(address.href);
      await page.locator("html[data-drawn]").waitFor({ state: "attached" });
      return Buffer.from(await app.evaluate(printWindow), "base64");
    },
  };
}

/** Stands in for the sheet window's preload: the page takes its sheet from its own address. */
function giveSheet(): void {
  const sheet: SheetBridge = {
    take: async () => ({ ok: true, value: JSON.parse(decodeURIComponent(location.search.slice(1))) }),
    ready: () => {
      document.documentElement.dataset.drawn = "";
    },
  };
  Object.assign(window, { sheet });
}

/** Runs in Electron's main process: what the window shows as a PDF, in base64. */
async function printWindow({ BrowserWindow }: typeof import("electron")): Promise<string> {
  const contents = BrowserWindow.getAllWindows()[0]?.webContents;
  const margins = { top: 0, bottom: 0, left: 0, right: 0 };
  const pdf = await contents?.printToPDF({ preferCSSPageSize: true, printBackground: true, margins });
  return pdf?.toString("base64") ?? "";
}

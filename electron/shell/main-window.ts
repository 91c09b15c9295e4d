import { BrowserWindow, nativeTheme } from "electron";
import { MAIN_PAGE, MAIN_PARTITION } from "./addresses";
import { webPreferences } from "./web-preferences";
import { handleWindowKeys } from "./window-keys";

/** Makes the main window, unseen until its first page is drawn. It is empty until `showMainPage`. */
export function createMainWindow(): BrowserWindow {
  const window = new BrowserWindow({
    title: "Key Ceremony",
    width: 1280,
    height: 800,
    useContentSize: true,
    minWidth: 960,
    minHeight: 640,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#16181d" : "#ffffff",
    webPreferences: webPreferences(MAIN_PARTITION),
  });
  window.once("ready-to-show", () => window.show());
  handleWindowKeys(window.webContents);
  return window;
}

/** Loads the app's page; commands must be answered by now. */
export function showMainPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(MAIN_PAGE);
}

/** Brings the window before the person, wherever it is. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

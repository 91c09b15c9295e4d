import { BrowserWindow, nativeTheme, type WebContents } from "electron";
import { MAIN_PAGE, MAIN_PARTITION, pageOf } from "./addresses";
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
    // The page's own paper, so that the first picture does not flash.
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#12191c" : "#f7f6f2",
    webPreferences: webPreferences(MAIN_PARTITION),
  });
  window.once("ready-to-show", () => window.show());
  handleWindowKeys(window.webContents);
  stayOnMainPage(window.webContents);
  return window;
}

/** Leaves back and forward nowhere to go, and undoes the one navigation that cannot be denied: to about:blank. */
function stayOnMainPage(contents: WebContents): void {
  contents.on("did-navigate", (_event, url) => {
    contents.clearHistory();
    if (pageOf(url) !== MAIN_PAGE) showMainPage(contents);
  });
  contents.on("did-navigate-in-page", () => contents.clearHistory());
}

/** Loads the app's page; commands must be answered by now. `did-fail-load` tells when there is no page. */
export function showMainPage(contents: WebContents): void {
  // Rejects as well where a reload or the app's end overtakes it, which is no failure.
  contents.loadURL(MAIN_PAGE).catch(() => undefined);
}

/** Brings the window before the person, wherever it is. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

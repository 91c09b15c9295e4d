import { BrowserWindow, nativeTheme, screen, type WebContents } from "electron";
import { MAIN_PAGE, MAIN_PARTITION, pageOf } from "./addresses";
import { webPreferences } from "./web-preferences";
import { handleWindowKeys } from "./window-keys";
import { firstSize, fits, leastSize } from "./window-size";

/** Makes the main window, unseen until its first page is drawn. It is empty until `showMainPage`. Once the app is ready. */
export function createMainWindow(): BrowserWindow {
  const { workArea } = screen.getPrimaryDisplay();
  const size = firstSize(workArea);
  const window = new BrowserWindow({
    title: "Key Ceremony",
    ...size,
    useContentSize: true,
    show: false,
    // The page's own paper, so that the first picture does not flash.
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#12191c" : "#f7f6f2",
    webPreferences: webPreferences(MAIN_PARTITION),
  });
  boundLeastSize(window);
  // Where there is not enough room, the system knows best how much there is. It shows the window as well.
  window.once("ready-to-show", () => (fits(size, workArea) ? window.show() : window.maximize()));
  handleWindowKeys(window.webContents);
  stayOnMainPage(window.webContents);
  return window;
}

/** Keeps the window's least size within every screen, whichever are plugged in and however they are scaled. */
function boundLeastSize(window: BrowserWindow): void {
  const bound = () => {
    if (window.isDestroyed()) return;
    const { width, height } = leastSize(screen.getAllDisplays().map(({ workArea }) => workArea));
    window.setMinimumSize(width, height);
  };
  bound();
  screen.on("display-added", bound);
  screen.on("display-removed", bound);
  screen.on("display-metrics-changed", bound);
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

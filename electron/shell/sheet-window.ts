import { BrowserWindow, type IpcMainInvokeEvent, session, type WebContents } from "electron";
import { channels } from "../contract/commands";
import type { PrintFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import type { Sheet } from "../contract/sheets";
import { SHEET_PAGE, SHEET_PARTITION } from "./addresses";
import { webPreferences } from "./web-preferences";

const DRAW_TIMEOUT = 20_000;

/**
 * Draws a sheet in a window of its own and lends the window to `use`. Nobody sees the window unless `use`
 * shows it. Whatever happens, it is destroyed and its session emptied before this returns.
 */
export async function withSheetWindow<T>(
  sheet: Sheet,
  use: (window: BrowserWindow) => Promise<Result<T, PrintFailure>>,
): Promise<Result<T, PrintFailure>> {
  const window = new BrowserWindow({
    title: "Key Ceremony",
    show: false,
    webPreferences: webPreferences(SHEET_PARTITION),
  });
  try {
    window.setContentProtection(true);
    giveOnce(window.webContents, sheet);
    const drawn = await draw(window);
    return drawn.ok ? await use(window) : drawn;
  } finally {
    window.destroy();
    const used = session.fromPartition(SHEET_PARTITION);
    // It is in memory alone. That it could not be emptied makes no failed print of a sheet that is on paper.
    await Promise.allSettled([used.clearCache(), used.clearStorageData()]);
  }
}

/** Answers this window's page, and only its main frame, and only the first time. */
function giveOnce(contents: WebContents, sheet: Sheet): void {
  let waiting: Sheet | null = sheet;
  contents.ipc.handle(channels.takeSheet, ({ senderFrame }: IpcMainInvokeEvent): Result<Sheet> => {
    const given = waiting;
    waiting = null;
    const isOurs = senderFrame === contents.mainFrame && senderFrame.url === SHEET_PAGE;
    if (given !== null && isOurs) return ok(given);
    process.stderr.write("Key Ceremony: refused a sheet that was asked for twice or by a stranger.\n");
    return fail({ code: "border.refused-sender" });
  });
}

/** Loads the page and waits until it says that everything is drawn. */
async function draw(window: BrowserWindow): Promise<Result<null, PrintFailure>> {
  const { webContents: contents } = window;
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve) => {
      const give = (reason: string) => resolve(fail({ code: "print.failed", reason }));
      timer = setTimeout(give, DRAW_TIMEOUT, "the sheet was not drawn in time");
      contents.once("render-process-gone", () => give("the sheet window stopped"));
      contents.ipc.once(channels.sheetReady, () => resolve(ok(null)));
      window.loadURL(SHEET_PAGE).catch(() => give("the sheet page did not load"));
    });
  } finally {
    clearTimeout(timer);
  }
}

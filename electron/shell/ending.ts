import { constants } from "node:os";
import { app, type BrowserWindow, dialog, type Event, powerMonitor } from "electron";
import { showMainPage } from "./main-window";

/** What must be asked and done before the app may go. The ceremony room is one. */
export interface Leavable {
  /** True when nothing is under way, else a person is asked. */
  readonly mayClose: () => boolean;
  /** Wipes every secret and takes away what an unfinished ceremony wrote. */
  readonly leave: () => Promise<void>;
}

/** A page that keeps crashing is not loaded for ever. */
const MOST_CRASHES = 3;

/** Chromium's code for a load that another one overtook. */
const ABORTED = -3;

/**
 * Ends the app in one way only: the room is left first, which wipes what is secret. A person who closes or
 * quits is asked by the room while something is under way; a signal, the system's shutdown and a bug are not.
 * A crash of the page ends nothing: the ceremony lives here, and the page is loaded again.
 * Call it once the app is ready: earlier, Electron's own signal handlers would replace these.
 */
export function endThrough(room: Leavable, window: BrowserWindow): void {
  let ending = false;
  const end = async (code: number, farewell?: () => void) => {
    if (ending) return;
    ending = true;
    try {
      await room.leave();
      farewell?.();
    } finally {
      app.exit(code);
    }
  };
  const ask = (event: Event) => {
    event.preventDefault();
    if (room.mayClose()) end(0);
  };
  const stop = (why: string) => end(1, () => sayStopped(why));

  window.on("close", ask);
  app.on("before-quit", ask);
  for (const signal of ["SIGHUP", "SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => end(128 + constants.signals[signal]));
  }
  powerMonitor.on("shutdown", () => end(0));
  window.on("session-end", () => end(0));
  process.on("uncaughtException", (error) => stop(error.name));
  process.on("unhandledRejection", (reason) => stop(reason instanceof Error ? reason.name : typeof reason));

  const { webContents: contents } = window;
  contents.on("did-fail-load", (_event, code, _description, _url, isMainFrame) => {
    if (isMainFrame && code !== ABORTED) stop(`the page did not load (${code})`);
  });
  let crashes = 0;
  contents.on("render-process-gone", (_event, { reason }) => {
    crashes += 1;
    if (crashes > MOST_CRASHES) stop(`the page stopped (${reason})`);
    else showMainPage(contents);
  });
}

/** Tells the person and standard error. Never what an error says: messages quote what was being worked on. */
function sayStopped(why: string): void {
  process.stderr.write(`Key Ceremony: stopped by an internal error: ${why}.\n`);
  dialog.showErrorBox(
    "Key Ceremony has stopped",
    "An internal error ended the ceremony. Its keys were wiped. If sheets were printed or copied by hand and " +
      "no keystore was written, they open nothing: destroy them before the witnesses, and begin again.",
  );
}

import { join } from "node:path";
import type { WebPreferences } from "electron";
import { isPackaged } from "./packaged";

/** The preferences of both windows, in an in-memory session of the given name. */
export function webPreferences(partition: string): WebPreferences {
  return {
    preload: join(__dirname, "preload.cjs"),
    partition,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    disableDialogs: true,
    devTools: !isPackaged,
  };
}

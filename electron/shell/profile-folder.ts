import { join, resolve } from "node:path";
import { app } from "electron";

/**
 * The folder of the app's profile, whether it can be used or not. Electron names none that it cannot make, and takes its usual one
 * in the place of one that it was told and cannot make.
 */
export function profileFolder(): string {
  const told = app.commandLine.getSwitchValue("user-data-dir");
  if (told !== "") return resolve(told);
  try {
    return app.getPath("userData");
  } catch {
    return join(app.getPath("appData"), app.getName());
  }
}

import { app } from "electron";

/**
 * Whether the app is a package. Electron judges by its program's name, which anybody can change; a package is run from its archive
 * and from nothing else.
 */
export const isPackaged = app.isPackaged || /\.asar[\\/]/.test(__dirname);

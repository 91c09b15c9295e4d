import { join } from "node:path";
import { app, type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from "electron";
import type { PickPurpose } from "../contract/commands";

const keystores = [
  { name: "Keystore", extensions: ["json"] },
  { name: "Every file", extensions: ["*"] },
];

const openKeystore: OpenDialogOptions = {
  title: "Open a keystore",
  filters: keystores,
  properties: ["openFile", "dontAddToRecent"],
};

const openKey: OpenDialogOptions = {
  title: "Open the Wrapping Key",
  properties: ["openFile", "dontAddToRecent"],
};

// No system's question whether to replace a file: the app never replaces one, and says so itself.
const saving: Readonly<
  Record<
    Exclude<PickPurpose, "open-keystore" | "current-wrapping-key">,
    SaveDialogOptions & { readonly name: string }
  >
> = {
  "new-keystore": {
    title: "Where the keystore will go",
    name: "keystore.json",
    filters: keystores,
    properties: ["createDirectory", "dontAddToRecent"],
  },
  "new-wrapping-key": {
    title: "Where the Wrapping Key will go",
    name: "wrapping-key.txt",
    properties: ["createDirectory", "dontAddToRecent"],
  },
  "second-copy": {
    title: "Where the second copy of the keystore will go",
    name: "keystore.json",
    filters: keystores,
    properties: ["createDirectory", "dontAddToRecent"],
  },
  "custody-report": {
    title: "Where the custody report will go",
    name: "custody-report.txt",
    properties: ["createDirectory", "dontAddToRecent"],
  },
};

/** Asks for a path with the system's dialog over the window. Null when the person changed their mind. */
export async function pickPath(window: BrowserWindow, purpose: PickPurpose): Promise<string | null> {
  if (purpose === "open-keystore" || purpose === "current-wrapping-key") {
    const options = purpose === "open-keystore" ? openKeystore : openKey;
    const { filePaths } = await dialog.showOpenDialog(window, options);
    return filePaths[0] ?? null;
  }
  const { name, ...options } = saving[purpose];
  const defaultPath = join(app.getPath("home"), name);
  const { canceled, filePath } = await dialog.showSaveDialog(window, { ...options, defaultPath });
  return canceled || !filePath ? null : filePath;
}

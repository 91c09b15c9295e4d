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

const openRecord: OpenDialogOptions = {
  title: "Open a ceremony’s record",
  filters: [
    { name: "Record", extensions: ["jsonl"] },
    { name: "Every file", extensions: ["*"] },
  ],
  properties: ["openFile", "dontAddToRecent"],
};

const openKey: OpenDialogOptions = {
  title: "Open the Wrapping Key",
  properties: ["openFile", "dontAddToRecent"],
};

const opening = {
  "open-keystore": openKeystore,
  "open-record": openRecord,
  "current-wrapping-key": openKey,
} as const;

// No system's question whether to replace a file: the app never replaces one, and says so itself.
const saving: Readonly<
  Record<Exclude<PickPurpose, keyof typeof opening>, SaveDialogOptions & { readonly name: string }>
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
  if (opens(purpose)) {
    const { filePaths } = await dialog.showOpenDialog(window, opening[purpose]);
    return filePaths[0] ?? null;
  }
  const { name, ...options } = saving[purpose];
  const defaultPath = join(app.getPath("home"), name);
  const { canceled, filePath } = await dialog.showSaveDialog(window, { ...options, defaultPath });
  return canceled || !filePath ? null : filePath;
}

function opens(purpose: PickPurpose): purpose is keyof typeof opening {
  return Object.hasOwn(opening, purpose);
}

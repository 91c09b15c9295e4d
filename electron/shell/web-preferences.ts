import { join } from "node:path";
import type { WebPreferences } from "electron";
import { isPackaged } from "./packaged";

/**
 * What Chromium gives a page, by its own names (runtime_enabled_features.json5), and this app's pages have no use for: programs of
 * their own for devices and files, dialogs that a page opens, and what no policy takes away. Of a name that a version does not know
 * it says nothing.
 */
const UNUSED = [
  "EyeDropperAPI",
  "FileSystem",
  "FileSystemAccess",
  "FileSystemAccessLocal",
  "InstalledApp",
  "Notifications",
  "PaymentRequest",
  "Presentation",
  "PushMessaging",
  "RemotePlayback",
  "ScriptedSpeechRecognition",
  "ScriptedSpeechSynthesis",
  "Serial",
  "SharedWorker",
  "WebBluetooth",
  "WebGPU",
  "WebHID",
  "WebUSB",
  "WebXR",
];

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
    webgl: false,
    enableWebSQL: false,
    disableDialogs: true,
    disableBlinkFeatures: UNUSED.join(","),
    devTools: !isPackaged,
  };
}

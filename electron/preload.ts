import { contextBridge, type IpcRendererEvent, ipcRenderer } from "electron";
import {
  type CeremonyBridge,
  type CommandName,
  channels,
  commandChannel,
  commandNames,
  type SheetBridge,
} from "./contract/commands";
import type { AppView } from "./contract/views";

// One preload for both windows. Which bridge a page gets is a convenience; what its messages may do is
// decided in main, which looks at where each one comes from.

const ceremony: CeremonyBridge = {
  send: Object.fromEntries(commandNames.map((name) => [name, sender(name)])) as CeremonyBridge["send"],
  onView: (listener) => {
    const hear = (_event: IpcRendererEvent, view: AppView) => listener(view);
    ipcRenderer.on(channels.view, hear);
    return () => {
      ipcRenderer.off(channels.view, hear);
    };
  },
};

const sheet: SheetBridge = {
  take: () => ipcRenderer.invoke(channels.takeSheet),
  ready: () => ipcRenderer.send(channels.sheetReady),
};

function sender<N extends CommandName>(name: N): CeremonyBridge["send"][N] {
  return (stamp, input) => ipcRenderer.invoke(commandChannel(name), stamp, input);
}

switch (location.origin + location.pathname) {
  case "app://ceremony/index.html":
    contextBridge.exposeInMainWorld("ceremony", ceremony);
    break;
  case "app://ceremony/sheet.html":
    contextBridge.exposeInMainWorld("sheet", sheet);
    break;
}

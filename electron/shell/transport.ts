import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from "electron";
import { channels, commandChannel } from "../contract/commands";
import { holds } from "../contract/steps";
import type { Sender, Transport } from "../contract/transport";
import { MAIN_PAGE, pageOf } from "./addresses";

/** Carries commands and views between the main window and the ceremony, over Electron's IPC. */
export function createTransport(window: BrowserWindow): Transport {
  return {
    onCommand: (name, answer) => {
      ipcMain.handle(commandChannel(name), (event, stamp, input) => {
        const sender = senderOf(event, window);
        if (sender === "somebody-else") {
          process.stderr.write(`Key Ceremony: refused the command ${name} from a stranger.\n`);
        }
        return answer(sender, stamp, input);
      });
    },
    pushView: (view) => {
      if (window.isDestroyed()) return;
      window.setContentProtection(holds("secret", view.page));
      window.webContents.send(channels.view, view);
    },
  };
}

/** A frame that is gone by now, or shows another page than ours, is a stranger too. */
function senderOf({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow): Sender {
  const isOurs =
    sender === window.webContents &&
    senderFrame === sender.mainFrame &&
    pageOf(senderFrame.url) === MAIN_PAGE;
  return isOurs ? "main-window" : "somebody-else";
}

import { app, Menu, type MenuItemConstructorOptions } from "electron";

/** Chromium's switches that keep it off the network and off the disk. */
const switches: readonly (readonly [string, string?])[] = [
  ["host-resolver-rules", "MAP * ~NOTFOUND"],
  ["no-proxy-server"],
  ["disable-background-networking"],
  ["disable-component-update"],
  ["disable-domain-reliability"],
  ["no-pings"],
  ["webrtc-ip-handling-policy", "disable_non_proxied_udp"],
  ["disable-breakpad"],
  ["disable-crash-reporter"],
  ["disable-gpu-shader-disk-cache"],
  // A page pastes nothing by itself, and copies only at a click or a key. Keys paste as ever.
  ["blink-settings", "javaScriptCanAccessClipboard=false"],
];

/**
 * Hardens the process before Electron is ready. `sandboxed` is what the command line says; root cannot have
 * the sandbox, and enabling it there would leave the pages unloaded.
 */
export function hardenProcess(sandboxed: boolean): void {
  if (sandboxed) app.enableSandbox();
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
  Menu.setApplicationMenu(process.platform === "darwin" ? Menu.buildFromTemplate(macMenu) : null);
}

/** macOS has quitting and the clipboard's keys in its menu bar, and nowhere else. */
const macMenu: MenuItemConstructorOptions[] = [
  { label: "Key Ceremony", submenu: [{ role: "quit" }] },
  {
    label: "Edit",
    submenu: [{ role: "cut" }, { role: "copy" }, { role: "paste" }, { role: "selectAll" }],
  },
];

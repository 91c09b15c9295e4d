const { app, BrowserWindow } = require("electron");

// One window without a bridge, in which the bench opens its pages. It is measured, so it is never throttled.
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 900,
    height: 1200,
    webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false },
  });
  return window.loadURL("about:blank");
});

import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { app } from "electron";
import { openRoom } from "./ceremony/open-room";
import { SecretBytes } from "./crypto/secret-bytes";
import { serve } from "./ipc/handle";
import { usualPaper } from "./preflight/paper";
import { readRuntime } from "./preflight/runtime";
import { namesOf, strayIn, whyRefused } from "./preflight/started-with";
import { readWorkstation, thisWorkstation } from "./preflight/workstation";
import { looksSecret } from "./record/looks-secret";
import { searchShare } from "./search/search-share";
import { listAppFiles } from "./shell/app-files";
import { registerAppScheme, serveAppFiles } from "./shell/app-protocol";
import { systemBoards } from "./shell/boards";
import { Camera } from "./shell/camera";
import { ClipboardGuard } from "./shell/clipboard-guard";
import { endThrough } from "./shell/ending";
import { guardContents } from "./shell/guard-contents";
import { guardSession } from "./shell/guard-session";
import { hardenProcess } from "./shell/harden-process";
import { bringToFront, createMainWindow, showMainPage } from "./shell/main-window";
import { isPackaged } from "./shell/packaged";
import { pickPath } from "./shell/pick-path";
import { printing } from "./shell/printing";
import { isInUse, notLocked, whyProfileUnusable } from "./shell/profile";
import { profileFolder } from "./shell/profile-folder";
import { refuseToStart } from "./shell/refuse-to-start";
import { testSwitches } from "./shell/test-switches";
import { createTransport } from "./shell/transport";

const workstation = readRuntime({
  electron: process.versions.electron,
  argv: process.argv,
  env: process.env,
  appVersion: app.getVersion(),
});

const stray = strayIn({ argv: process.argv, env: process.env, packaged: isPackaged }, testSwitches);

/** Opens the app. Until it is ready nothing may be awaited: every session and page must be born guarded. */
async function start(): Promise<void> {
  const files = listAppFiles(join(__dirname, "renderer"));
  registerAppScheme();
  const camera = new Camera();
  app.on("session-created", (session) => {
    guardSession(session, camera);
    serveAppFiles(session, files);
  });
  app.on("web-contents-created", (_event, contents) => guardContents(contents));
  await app.whenReady();

  const window = createMainWindow();
  app.on("second-instance", () => bringToFront(window));
  const room = await openRoom({
    now: () => new Date(),
    random: SecretBytes.random,
    uuid: randomUUID,
    pickPath: (purpose) => pickPath(window, purpose),
    printing,
    paper: usualPaper(app.getLocaleCountryCode()),
    searchShare: (entered, known, watch) =>
      searchShare(entered, known, watch, join(__dirname, "search-worker.cjs")),
    unfinishedNote: join(app.getPath("userData"), "unfinished.json"),
    workstation,
    preflight: async (places) =>
      readWorkstation(places, await printing.list(), thisWorkstation(workstation, __dirname, namesOf(stray))),
  });
  window.webContents.on("did-navigate", () => camera.pageIsNew());
  const boards = new ClipboardGuard(systemBoards(), looksSecret);
  room.onView((view) => {
    camera.follow(view, window.webContents);
    void boards.follow(view);
  });
  const leave = () => room.leave().finally(() => boards.empty());
  endThrough({ mayClose: () => room.mayClose(), leave }, window);
  serve(createTransport(window), room);
  showMainPage(window.webContents);
}

/** Opens the app unless something speaks against it, or it is open already. */
function open(): void {
  const refusal = isPackaged ? whyRefused(stray) : null;
  if (refusal !== null) {
    refuseToStart(refusal, stray.switches);
    return;
  }
  const profile = profileFolder();
  const unusable = whyProfileUnusable(profile);
  if (unusable !== null) {
    refuseToStart(unusable);
    return;
  }
  hardenProcess(workstation.sandboxed);
  if (app.requestSingleInstanceLock()) {
    start().catch((error) => {
      process.stderr.write(`Key Ceremony could not start: ${error}\n`);
      app.exit(1);
    });
  } else if (isInUse(profile)) {
    process.stderr.write("Key Ceremony is already open. Its window was brought to the front.\n");
    app.exit(0);
  } else {
    refuseToStart(notLocked(profile));
  }
}

// What is made by others on the app's behalf, Chromium's profile too, is its user's alone.
process.umask(0o077);
open();

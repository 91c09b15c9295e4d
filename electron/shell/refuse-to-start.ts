import { fstatSync, mkdtempSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { app, dialog } from "electron";

const STANDARD_ERROR = 2;

/**
 * Says why the app does not start, and ends it with 1: on standard error, and where nobody would see that, in a dialog as
 * well. Before the app is ready. The dialog's process uses a folder that is deleted, and none of the switches in `taken`.
 */
export function refuseToStart(why: string, taken: readonly string[] = []): void {
  process.stderr.write(`${why}\n`);
  if (!hasDisplay(process.env) || isReadHere()) {
    app.exit(1);
    return;
  }
  for (const name of taken) app.commandLine.removeSwitch(name);
  const folder = mkdtempSync(join(tmpdir(), "key-ceremony-"));
  app.setPath("userData", folder);
  // Chromium may write there once more at its very end; it is in the system's folder for temporary files.
  app.once("quit", () => rmSync(folder, { recursive: true, force: true }));
  app.whenReady().then(() => {
    dialog.showErrorBox("Key Ceremony did not start", why);
    app.exit(1);
  });
}

/**
 * Whether a person or a program reads standard error, by what it leads to and by its device and inode: a terminal, a pipe
 * or a file that somebody named. A start from a desktop's menu leads to the system's journal, which systemd names in
 * JOURNAL_STREAM, to nothing, or to the session's file.
 */
export function isSeen(stream: string, identity: string, journal: string | undefined): boolean {
  return !/^\/dev\/null$|\/\.xsession-errors[^/]*$/.test(stream) && identity !== journal;
}

/** Elsewhere than on Linux there is always a display, and nothing that tells who reads. */
function hasDisplay({ DISPLAY, WAYLAND_DISPLAY }: NodeJS.ProcessEnv): boolean {
  return process.platform !== "linux" || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

function isReadHere(): boolean {
  try {
    const { dev, ino } = fstatSync(STANDARD_ERROR);
    return isSeen(
      readlinkSync(`/proc/self/fd/${STANDARD_ERROR}`),
      `${dev}:${ino}`,
      process.env.JOURNAL_STREAM,
    );
  } catch {
    return false;
  }
}

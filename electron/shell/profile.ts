import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { quoted } from "../contract/wording";

/** Chromium keeps its settings here, and the app a note; both need a little. */
const ROOM = 256 * 1024;

/**
 * Tries whether the folder in which the app keeps Chromium's settings and its own note can be used: it is there or can be
 * made, it is this user's with all that lies in it, and can be written to. Gives null, or the sentences that say why not and what
 * to do. Chromium would end without a word. Synchronous, because it comes before anything may be waited for.
 */
export function whyProfileUnusable(folder: string): string | null {
  try {
    makeFolder(folder);
    if (isAnothers(folder)) return sentence(folder, "another");
    makePrivate(folder);
    if (holdsAnothers(folder)) return sentence(folder, "another");
    tryWriting(join(folder, `.trial-${randomBytes(8).toString("hex")}`));
    return null;
  } catch (error) {
    return sentence(folder, systemCode(error));
  }
}

/**
 * Whether another process of the app uses the folder, by the lock that Chromium keeps in it: a link to "machine-pid".
 * Where the system has no such lock, it is believed.
 */
export function isInUse(folder: string): boolean {
  if (process.platform === "win32") return true;
  try {
    const pid = Number(/-(\d+)$/.exec(readlinkSync(join(folder, "SingletonLock")))?.[1]);
    return pid !== process.pid && runs(pid);
  } catch {
    return false;
  }
}

/** What is said where the folder is not in use, and cannot be locked all the same. */
export function notLocked(folder: string): string {
  return (
    `Key Ceremony did not start: it could not mark its folder ${quoted(folder)} as in use. Nothing was changed. ` +
    "Check that the folder for temporary files (TMPDIR, or /tmp) can be written to, then start again."
  );
}

/** Makes the folder and those above it. `recursive` would hide what the system says about them. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/** It can have been made by Chromium, under a mask that leaves its user nothing, or others too much. */
function makePrivate(folder: string): void {
  try {
    chmodSync(folder, 0o700);
  } catch {
    // A medium without modes has none to set, and whether it can be written to is tried next.
  }
}

function holdsAnothers(folder: string): boolean {
  return readdirSync(folder).some((name) => isAnothers(join(folder, name)));
}

function isAnothers(path: string): boolean {
  const self = process.getuid?.();
  return self !== undefined && lstatSync(path, { throwIfNoEntry: false })?.uid !== self;
}

function tryWriting(path: string): void {
  const file = openSync(path, "wx", 0o600);
  try {
    writeFileSync(file, Buffer.alloc(ROOM));
    fsyncSync(file);
  } finally {
    closeSync(file);
    rmSync(path, { force: true });
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, and is another user's.
    return systemCode(error) === "EPERM";
  }
}

function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function sentence(folder: string, code: string): string {
  const [why, cure] = reasons[code] ?? [`could not be used (${code || "for an unknown reason"})`, otherHome];
  return `Key Ceremony did not start: its folder ${quoted(folder)} ${why}. Nothing was changed. ${cure}`;
}

const otherHome = "Or start it with XDG_CONFIG_HOME set to a folder of yours that can be written to.";
const anothers = [
  "is not yours, or something in it is not: it belongs to another user, as it does after a start with sudo",
  `Make it yours again (as an administrator: chown -R, with your name and this folder), or delete it. ${otherHome}`,
] as const;
const noFolder = [
  "cannot be created: there is a file where a folder should be",
  `Move that file away. ${otherHome}`,
] as const;
const noRoom = ["has no room: its disk is full", `Make room. ${otherHome}`] as const;

/** Why the folder cannot be used, and what to do, by the system's code. */
const reasons: Readonly<Record<string, readonly [string, string]>> = {
  another: anothers,
  EACCES: [
    "cannot be written to by you: it, or a folder above it, belongs to another user",
    `Make it yours (as an administrator: chown -R, with your name and this folder), or log in as its owner. ${otherHome}`,
  ],
  EPERM: anothers,
  EROFS: ["lies on a medium that cannot be written to", otherHome],
  ENOTDIR: noFolder,
  EEXIST: noFolder,
  ENOSPC: noRoom,
  EDQUOT: noRoom,
};

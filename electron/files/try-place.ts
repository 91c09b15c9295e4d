import { lstat, open, realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join } from "node:path";
import type { FileFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { linkNew } from "./commit-new";
import { discard } from "./create-file";
import { fileFailure, systemCode } from "./failure";
import { flushFolder } from "./flush-folder";
import { mediumOf } from "./medium";
import { temporaryBeside } from "./temporary";

/** A place where a new file can go, and what its file system can do. */
export interface Place {
  /** Absolute, symbolic links of its folder resolved. */
  readonly path: string;
  /** Equal for two places on one medium; see mediumOf. */
  readonly medium: string;
  /** Whether a file made 0600 is 0600: FAT and exFAT have no such thing. */
  readonly modes: boolean;
  readonly links: boolean;
  readonly folderFlush: boolean;
}

/** More than the first generation of the largest keystore: 255 custodians, 120 characters each. */
const ROOM = 256 * 1024;

/**
 * Tries whether a new file can go to `path`: the folder exists, the file does not, and a file of 256 KiB can
 * really be written and flushed there, or one of `room` bytes. It is removed again. Fails with the FileFailure a ceremony would meet.
 */
export async function tryPlace(path: string, room = ROOM): Promise<Result<Place, FileFailure>> {
  if (!isAbsolute(path)) return fail({ code: "file.not-absolute", path });
  try {
    const folder = await realpath(dirname(path));
    const target = join(folder, basename(path));
    const taken = await whatIsThere(target);
    if (taken !== null) return fail({ code: taken, path });
    return ok({ path: target, medium: await mediumOf(folder), ...(await tryWriting(target, folder, room)) });
  } catch (thrown) {
    return fail(fileFailure(thrown, path, "writing"));
  }
}

/**
 * Tries the place of a file that stands there and is to be replaced: what is tried is a new file of `room` bytes
 * beside it.
 */
export async function tryBeside(path: string, room = ROOM): Promise<Result<Place, FileFailure>> {
  const beside = await tryPlace(temporaryBeside(path), room);
  return beside.ok ? ok({ ...beside.value, path }) : fail({ ...beside.error, path });
}

/** Null for nothing. A symbolic link that leads nowhere is something: it is not followed. */
async function whatIsThere(target: string): Promise<"file.exists" | "file.is-folder" | null> {
  try {
    return (await lstat(target)).isDirectory() ? "file.is-folder" : "file.exists";
  } catch (thrown) {
    if (systemCode(thrown) === "ENOENT") return null;
    throw thrown;
  }
}

/** Writes, flushes, looks and removes. Throws the system's error where that fails. */
async function tryWriting(
  target: string,
  folder: string,
  room: number,
): Promise<Pick<Place, "modes" | "links" | "folderFlush">> {
  const trial = temporaryBeside(target);
  const second = temporaryBeside(target);
  const handle = await open(trial, "wx", 0o600);
  try {
    try {
      await handle.writeFile(new Uint8Array(room));
      await handle.sync();
    } finally {
      await handle.close();
    }
    const modes = ((await stat(trial)).mode & 0o777) === 0o600;
    const links = await linkNew(trial, second);
    return { modes, links, folderFlush: await flushFolder(folder) };
  } finally {
    await discard(trial);
    await discard(second);
  }
}

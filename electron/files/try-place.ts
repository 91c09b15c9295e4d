import { type FileHandle, lstat, open, realpath, stat, unlink } from "node:fs/promises";
import { basename, dirname, isAbsolute, join } from "node:path";
import type { FileFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { linkNew } from "./commit-new";
import { discard } from "./create-file";
import { doubtfulCharacters, fileFailure, systemCode } from "./failure";
import { flushFolder } from "./flush-folder";
import { mediumOf } from "./medium";
import { giveTo, keptMode, type Ownership, setMode } from "./ownership";
import { temporaryBeside } from "./temporary";
import { tryNames } from "./try-names";

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

/** A place whose file is to be replaced. */
export interface TakenPlace extends Place {
  /** Whether what replaces the file can be given to its owner and group. */
  readonly owner: boolean;
  /** Whether more people may use the file than will be able to read the next: see giveTo. */
  readonly narrower: boolean;
}

/** More than the first generation of the largest keystore: 255 custodians, 120 characters each. */
const ROOM = 256 * 1024;

interface Trial {
  /** How many bytes must fit; 256 KiB where it is not said. */
  readonly room?: number;
  /** The names of what else will stand in the same folder. */
  readonly beside?: readonly string[];
}

/**
 * Tries whether a new file can go to `path`: the folder exists, the file does not, its medium can have a file of that
 * very name and of those beside it, and bytes can really be written and flushed there. All of it is removed again. Fails
 * with the FileFailure a ceremony would meet, and with file.name-refused for a name that begins or ends with white space: nobody finds it again.
 */
export async function tryPlace(path: string, trial: Trial = {}): Promise<Result<Place, FileFailure>> {
  if (!isAbsolute(path)) return fail({ code: "file.not-absolute", path });
  const name = basename(path);
  if (name !== name.trim()) return fail({ code: "file.name-refused", path, characters: [" "] });
  try {
    const folder = await realpath(dirname(path));
    const target = join(folder, name);
    const taken = await whatIsThere(target);
    if (taken !== null) return fail({ code: taken, path });
    const place = await tried(path, target, trial, tryWriting);
    return place.ok && !place.value.modes ? readableOnWindows(place.value, path) : place;
  } catch (thrown) {
    return fail(fileFailure(thrown, path, "writing"));
  }
}

/** A medium without modes is one that is carried to Windows: this system's driver lets pass what is lost there. */
function readableOnWindows(place: Place, path: string): Result<Place, FileFailure> {
  const characters = doubtfulCharacters(basename(place.path));
  return characters.length === 0 ? ok(place) : fail({ code: "file.name-refused", path, characters });
}

/**
 * Tries the place of a file that stands at `path`, no symbolic link, and is to be replaced: what is tried is a new file
 * beside it, and the names that will stand there.
 */
export async function tryBeside(path: string, trial: Trial = {}): Promise<Result<TakenPlace, FileFailure>> {
  try {
    const replaced = await lstat(path);
    return await tried(path, path, trial, (target, room) => tryReplacing(target, room, replaced));
  } catch (thrown) {
    return fail(fileFailure(thrown, path, "writing"));
  }
}

/** `path` is what a person chose, `target` the same resolved. Throws the system's error of what cannot be written. */
async function tried<Found>(
  path: string,
  target: string,
  { room = ROOM, beside = [] }: Trial,
  write: (target: string, room: number) => Promise<Found>,
): Promise<Result<Found & Pick<Place, "path" | "medium">, FileFailure>> {
  const folder = dirname(target);
  const named = await tryNames(folder, [basename(target), ...beside]);
  // What is made from the chosen name is refused for what is in that.
  if (!named.ok) return named.error.code === "file.folder-missing" ? named : fail({ ...named.error, path });
  const medium = await mediumOf(folder);
  return ok({ path: target, medium, ...(await write(target, room)) });
}

/** Null for nothing. A symbolic link that leads nowhere is something: it is not followed. */
async function whatIsThere(target: string): Promise<"file.exists" | "file.is-folder" | null> {
  try {
    return (await lstat(target)).isDirectory() ? "file.is-folder" : "file.exists";
  } catch (thrown) {
    // Of a name that the medium cannot have, the trial of names tells.
    if (["ENOENT", "EINVAL", "EILSEQ"].includes(systemCode(thrown) ?? "")) return null;
    throw thrown;
  }
}

type Abilities = Pick<Place, "modes" | "links" | "folderFlush">;

/** Writes, flushes, looks and removes. Throws the system's error where that fails. */
async function tryWriting(target: string, room: number): Promise<Abilities> {
  return withTrial(target, room, async (_, abilities) => abilities);
}

/** The same, and whether a new file can be like the one that it replaces. */
async function tryReplacing(target: string, room: number, replaced: Ownership) {
  return withTrial(target, room, async (handle, abilities) => {
    const owner = await giveTo(handle, replaced);
    const narrower = abilities.modes && (replaced.mode & 0o777 & ~keptMode(replaced)) !== 0;
    return { ...abilities, owner, narrower };
  });
}

async function withTrial<Found>(
  target: string,
  room: number,
  look: (handle: FileHandle, abilities: Abilities) => Promise<Found>,
): Promise<Found> {
  const trial = temporaryBeside(target);
  const second = temporaryBeside(target);
  const handle = await open(trial, "wx", 0o600);
  try {
    await setMode(handle, 0o600);
    await handle.writeFile(new Uint8Array(room));
    await handle.sync();
    const modes = ((await stat(trial)).mode & 0o777) === 0o600;
    const links = await linkNew(trial, second);
    const found = await look(handle, { modes, links, folderFlush: await flushFolder(dirname(target)) });
    await handle.close();
    // A medium from which nothing can be removed is none to write to.
    for (const made of links ? [trial, second] : [trial]) await unlink(made);
    return found;
  } finally {
    await handle.close();
    await discard(trial);
    await discard(second);
  }
}

import { constants } from "node:fs";
import { access, type FileHandle, open, readdir, realpath } from "node:fs/promises";
import { join, relative } from "node:path";

/** What the system tells of itself in files, such as those in /proc and /sys. Paths are absolute; nothing fails. */
export interface SystemFiles {
  /** A file's text without white space around it, or null: not there, not to be read, no regular file, too long. */
  text(path: string): Promise<string | null>;
  /** The names in a folder, sorted, or null where it cannot be listed. */
  names(folder: string): Promise<readonly string[] | null>;
  exists(path: string): Promise<boolean>;
  /** Where a path leads when its symbolic links are followed, or null where it leads nowhere. */
  target(path: string): Promise<string | null>;
}

/** The longest of these files, the description of hundreds of processors, stays below it. */
const LIMIT = 2 ** 20;

/** The system's files below `root`: "/", or a folder that a test has made look like it. */
export function systemFiles(root: string): SystemFiles {
  const at = (path: string) => join(root, path);
  return {
    text: (path) => readText(at(path)).catch(() => null),
    names: (folder) =>
      readdir(at(folder)).then(
        (names) => names.sort(),
        () => null,
      ),
    exists: (path) =>
      access(at(path)).then(
        () => true,
        () => false,
      ),
    target: async (path) => {
      try {
        const inside = relative(await realpath(root), await realpath(at(path)));
        return inside.startsWith("..") ? null : `/${inside}`;
      } catch {
        return null;
      }
    },
  };
}

/** Files of /proc say that they are empty, so their size is not asked for. Throws the system's error. */
async function readText(path: string): Promise<string | null> {
  let handle: FileHandle | null = null;
  try {
    // Without O_NONBLOCK opening a pipe waits for its writer.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    if (!(await handle.stat()).isFile()) return null;
    const pieces: Buffer[] = [];
    let length = 0;
    while (length <= LIMIT) {
      const { bytesRead, buffer } = await handle.read({ buffer: Buffer.alloc(65536) });
      if (bytesRead === 0) return Buffer.concat(pieces).toString("utf8").trim();
      pieces.push(buffer.subarray(0, bytesRead));
      length += bytesRead;
    }
    return null;
  } finally {
    await handle?.close();
  }
}

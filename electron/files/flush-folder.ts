import { closeSync, fsyncSync, openSync } from "node:fs";
import { open } from "node:fs/promises";
import { systemCode } from "./failure";

/** How systems say that a folder cannot be flushed: FAT and network drivers, Windows. */
const UNSUPPORTED = new Set([
  "EINVAL",
  "EPERM",
  "EACCES",
  "EISDIR",
  "EBADF",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
]);

/**
 * Flushes a folder's entries to the medium, so that a created, linked or removed name survives a power
 * cut (FORMATS §3, Writing). Gives false where the file system cannot; throws the system's error otherwise.
 */
export async function flushFolder(folder: string): Promise<boolean> {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    return true;
  } catch (thrown) {
    if (UNSUPPORTED.has(systemCode(thrown) ?? "")) return false;
    throw thrown;
  }
}

/** The same for who must not go on before it is done. */
export function flushFolderSync(folder: string): boolean {
  try {
    const descriptor = openSync(folder, "r");
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    return true;
  } catch (thrown) {
    if (UNSUPPORTED.has(systemCode(thrown) ?? "")) return false;
    throw thrown;
  }
}

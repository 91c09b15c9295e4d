import { fchmodSync, type Stats } from "node:fs";
import { type FileHandle, lstat } from "node:fs/promises";
import { systemCode } from "./failure";

/** Who a file belongs to, and who may read it. */
export type Ownership = Pick<Stats, "uid" | "gid" | "mode">;

/** Whose the file at `path` is; null where it cannot be looked at, which whoever reads it is told. */
export async function ownershipOf(path: string): Promise<Ownership | null> {
  return lstat(path).catch(() => null);
}

/** How systems say that a file's mode or owner cannot be set: FAT and network drivers, and whoever is not its owner. */
const CANNOT_SET = new Set(["EPERM", "EACCES", "EINVAL", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]);

/**
 * Sets the permission bits of an open file, whatever the mask that it was made under. A medium without modes refuses
 * or does nothing: the trial of the place says so before. Throws every other error of the system.
 */
export async function setMode(handle: FileHandle, mode: number): Promise<void> {
  await unlessRefused(() => handle.chmod(mode));
}

/** The same for who must not go on before it is done. */
export function setModeSync(descriptor: number, mode: number): void {
  try {
    fchmodSync(descriptor, mode);
  } catch (thrown) {
    if (!CANNOT_SET.has(systemCode(thrown) ?? "")) throw thrown;
  }
}

/**
 * Gives a new file, open and 0600, to the owner and the group of the one that it replaces, as far as this user may, and lets
 * that group read it if it alone could read the other: what is useless alone may be read by a service. Nothing else of
 * a mode is taken over. Gives whether owner and group are the same now.
 */
export async function giveTo(handle: FileHandle, like: Ownership): Promise<boolean> {
  const own = await handle.stat();
  if (own.uid !== like.uid || own.gid !== like.gid) {
    const given = await unlessRefused(() => handle.chown(like.uid, like.gid));
    // Whoever is in its group may still pass the file on to that.
    if (!given) await unlessRefused(() => handle.chown(own.uid, like.gid));
  }
  const { uid, gid } = await handle.stat();
  if (gid === like.gid) await setMode(handle, keptMode(like));
  return uid === like.uid && gid === like.gid;
}

/**
 * The permission bits of what replaces a file, where it is given to the same group. That its group and nobody else may read
 * it was somebody's decision; that everybody may is what copying a file leaves behind.
 */
export function keptMode({ mode }: Pick<Ownership, "mode">): number {
  const forItsGroup = (mode & 0o004) === 0 ? mode & 0o040 : 0;
  return 0o600 | forItsGroup;
}

async function unlessRefused(set: () => Promise<void>): Promise<boolean> {
  try {
    await set();
    return true;
  } catch (thrown) {
    if (CANNOT_SET.has(systemCode(thrown) ?? "")) return false;
    throw thrown;
  }
}

import { lstat, unlink } from "node:fs/promises";

/** Tells a file from another one of its name, whatever the two hold. */
export interface Identity {
  readonly dev: bigint;
  readonly ino: bigint;
}

/** The identity of what stands at `path` itself; null for nothing, and for what cannot be looked at. */
export async function identityOf(path: string): Promise<Identity | null> {
  return lstat(path, { bigint: true }).then(
    ({ dev, ino }) => ({ dev, ino }),
    () => null,
  );
}

export function isSame(one: Identity | null, other: Identity | null): boolean {
  return one !== null && other !== null && one.dev === other.dev && one.ino === other.ino;
}

/**
 * Removes a file after a failure, if it is the one that was made: what somebody else put there meanwhile stays. What led
 * here is what the person is told, so a second failure is not.
 */
export async function discardOwn(path: string, made: Identity | null): Promise<void> {
  if (isSame(await identityOf(path), made)) await unlink(path).catch(() => undefined);
}

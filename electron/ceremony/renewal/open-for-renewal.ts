import { realpath } from "node:fs/promises";
import type { BesideFacts } from "../../contract/keystore-facts";
import { fail, ok, type Result } from "../../contract/result";
import { fileFailure } from "../../files/failure";
import { acquireLock, type Lock } from "../../files/lock";
import { isKept, type Replaced } from "../../files/replace-file";
import { backupPath, type KeystoreBytes, readKeystoreBytes } from "../../keystore/file";
import { besideKeystore } from "./copies-beside";

/** A keystore that was opened to be replaced by its next generation. Whoever opened it releases the lock. */
export interface OpenedKeystore extends KeystoreBytes, Replaced {
  readonly lock: Lock;
  readonly beside: BesideFacts;
}

/**
 * Opens the keystore at `path` for a ceremony that will replace it (FORMATS §3, Writing): symbolic links resolved, the
 * lock taken. Refuses keystore.superseded where a later generation of its vault lies beside it, under whatever name, and
 * what would fail at the end anyway: file.backup-differs where the name under which it would be kept is taken.
 */
export async function openForRenewal(path: string): Promise<Result<OpenedKeystore>> {
  return openLocked(path, (target) => open(target, path));
}

/**
 * Opens the file where `path` leads by `read`, under its lock, which is released where that fails. Fails as `read` does, or with
 * file.lock-left, because of that, where the lock then stays.
 */
export async function openLocked<Opened>(
  path: string,
  read: (target: string) => Promise<Result<Opened>>,
): Promise<Result<Opened & { readonly lock: Lock }>> {
  const target = await resolved(path);
  if (!target.ok) return target;
  const lock = await acquireLock(target.value);
  if (!lock.ok) return lock;
  let keeps = false;
  try {
    const opened = await read(target.value);
    keeps = opened.ok;
    if (opened.ok) return ok({ ...opened.value, lock: lock.value });
    const released = await lock.value.release();
    return released.ok
      ? opened
      : fail({ code: "file.lock-left", path: lock.value.file, because: opened.error });
  } finally {
    // After a bug: it was not released above.
    if (!keeps) await lock.value.release();
  }
}

async function resolved(path: string): Promise<Result<string>> {
  try {
    return ok(await realpath(path));
  } catch (thrown) {
    return fail(fileFailure(thrown, path, "reading"));
  }
}

/** Opens the file at `path`, which was `given` by a person, perhaps as a link to it. */
async function open(path: string, given: string): Promise<Result<Omit<OpenedKeystore, "lock">>> {
  const read = await readKeystoreBytes(path);
  if (!read.ok) return read;
  const { keystore, bytes } = read.value;
  const beside = await besideKeystore(given, keystore);
  const { newer } = beside;
  if (newer !== null) {
    const { generation } = keystore;
    return fail({ code: "keystore.superseded", generation, newer: newer.generation, path: newer.path });
  }
  const keptAs = backupPath(path, keystore.generation);
  const kept = await isKept(keptAs, bytes);
  return kept.ok ? ok({ ...read.value, path, keptAs, beside }) : kept;
}

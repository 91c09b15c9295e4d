import { dirname } from "node:path";
import type { AfterWriting } from "../../contract/after-writing";
import type { PlanView } from "../../contract/plan";
import { fail, ok, type Result } from "../../contract/result";
import { createFile } from "../../files/create-file";
import { acquireLock } from "../../files/lock";
import { mediumOf } from "../../files/medium";
import { readBack } from "../../files/read-back";
import { removeFile } from "../../files/remove-file";
import { type Place, tryPlace } from "../../files/try-place";
import type { Keystore } from "../../keystore/document";
import { readKeystoreFile, writeNewKeystore } from "../../keystore/file";
import { serializeKeystore } from "../../keystore/serialize";
import { readWrappingKeyFile } from "../../keystore/wrapping-key-file";
import { wrappingKeyBytes } from "../../keystore/wrapping-key-text";
import type { Effects } from "../effects";
import { tryTogether } from "../names-beside";
import { opensAsWritten } from "../renewal/commit-renewal";
import { writeNote } from "../unfinished";
import type { Custody } from "./custody";
import { keptAs } from "./plan";

interface Bench {
  readonly ceremonyId: string;
  readonly custody: Custody;
  readonly effects: Pick<Effects, "now" | "unfinishedNote">;
  /** Where the record is or will be. */
  readonly recordPath: string;
}

/** A place that was tried in the plan. `medium` is null where any will do. */
interface Planned {
  readonly path: string;
  readonly medium: string | null;
}

/** A Wrapping Key file that is to be written; `kid` is null before its key is made. */
interface NotedKey {
  readonly path: string;
  readonly kid: string | null;
}

/**
 * Makes the place `keystorePath` this ceremony's own, in exchange for the one it had: locks it, and notes for the
 * next start what will be written and where. A place that is tried again is locked already.
 */
export async function claimPlace(
  keystorePath: string,
  wrappingKey: NotedKey | null,
  { ceremonyId, custody, effects, recordPath }: Bench,
): Promise<Result<null>> {
  if (!custody.locks(keystorePath)) {
    const lock = await acquireLock(keystorePath);
    if (!lock.ok) return lock;
    await custody.holdLock(keystorePath, lock.value);
  }
  custody.owes(effects.unfinishedNote);
  const { replaces } = custody;
  return writeNote(effects.unfinishedNote, {
    keystorePath,
    wrappingKeyPath: wrappingKey?.path ?? null,
    wrappingKeyKid: wrappingKey?.kid ?? null,
    ceremonyId,
    renews: replaces === null ? null : { sha256: replaces },
    recordPath,
    startedAt: effects.now().toISOString(),
    paper: { ...custody.paper },
  });
}

/**
 * Writes the Wrapping Key to a new file and takes it back from there. A file that gives another key is removed. The
 * keystore's own place is refused: it would be found taken when everything else is done.
 */
export async function deliverToFile(plan: PlanView, path: string, bench: Bench): Promise<Result<null>> {
  const { custody } = bench;
  const { delivery, media } = plan;
  const place = await tryAgain(path, delivery.way === "file" ? { ...delivery, medium: media.key } : null);
  if (!place.ok) return place;
  const target = place.value.path;
  const together = await tryTogether(plan.keystorePath, keptAs(plan), place.value);
  if (!together.ok)
    return together.error.code === "plan.same-path" ? fail({ ...together.error, path }) : together;
  const keystoreMedium = media.keystore ?? (await mediumAt(plan.keystorePath));
  if (sharesMedium(plan, place.value, keystoreMedium)) return fail({ code: "file.same-medium", path });
  const { kid } = custody.keystore.wrappingKey;
  const claimed = await claimPlace(plan.keystorePath, { path: target, kid }, bench);
  if (!claimed.ok) return claimed;
  const text = wrappingKeyBytes(custody.wrappingKey);
  const written = await createFile(target, text);
  text.fill(0);
  if (!written.ok) return written;
  custody.owesKey(target);
  const taken = await takeBackFromFile(target, plan.bits, custody);
  if (!taken.ok) await removeFile(target);
  return taken;
}

/**
 * The commit: writes the keystore as a new file, reads it again and opens it with the Wrapping Key as it was delivered:
 * its file is read once more, last of all. A failed last check removes what was written. On success everything secret is wiped.
 */
export async function writeKeystore(plan: PlanView, path: string, bench: Bench): Promise<Result<Committed>> {
  const { custody } = bench;
  const { delivery, keystorePath, media } = plan;
  const place = await tryAgain(path, { path: keystorePath, medium: media.keystore });
  if (!place.ok) return place;
  const target = place.value.path;
  if (await bringsTogether(plan, place.value)) return fail({ code: "file.same-medium", path });
  const { kid } = custody.keystore.wrappingKey;
  const claimed = await claimPlace(
    target,
    delivery.way === "file" ? { path: delivery.path, kid } : null,
    bench,
  );
  if (!claimed.ok) return claimed;
  const written = await writeNewKeystore(target, custody.keystore);
  if (!written.ok) return written;
  const proven = await opensAsWritten(target, custody.keystore, (keystore) =>
    custody.openAgain(keystore, delivery),
  );
  if (!proven.ok) {
    // What somebody else put there meanwhile is not this ceremony's to remove.
    const isOurs = (await readBack(target, serializeKeystore(custody.keystore))).ok;
    // One that cannot be removed now is tried again by an abort, which names it if it stays.
    if (isOurs && !(await removeFile(target)).ok) custody.owes(target);
    return proven;
  }
  return ok({ path: target, told: locksLeft(await custody.settle()) });
}

/** A keystore that is written and proven. */
export interface Committed {
  readonly path: string;
  /** What people must know all the same. */
  readonly told: readonly AfterWriting[];
}

export function locksLeft(paths: readonly string[]): readonly AfterWriting[] {
  return paths.map((path) => ({ what: "lock-left", path }));
}

/**
 * Writes a copy of the keystore to a new file and reads it again as a keystore. Gives the file's path. Fails with
 * file.same-medium where the Wrapping Key's file lies there, and nobody has accepted that yet.
 */
export async function copyKeystore(
  plan: PlanView,
  path: string,
  keystore: Keystore,
): Promise<Result<string>> {
  const place = await tryPlace(path);
  if (!place.ok) return place;
  const target = place.value.path;
  if (await bringsTogether(plan, place.value)) return fail({ code: "file.same-medium", path });
  const written = await writeNewKeystore(target, keystore);
  if (!written.ok) return written;
  const read = await readKeystoreFile(target);
  if (read.ok && read.value.keystore.seal === keystore.seal) return ok(target);
  await removeFile(target);
  return fail({ code: "ceremony.second-copy-differs" });
}

async function takeBackFromFile(path: string, bits: 192 | 256, custody: Custody): Promise<Result<null>> {
  const file = await readWrappingKeyFile(path, bits);
  const taken = file.ok ? custody.takeBackIfSame(file.value.key) : file;
  return taken.ok ? taken : fail({ code: "file.not-as-written", path });
}

/** Whether a place lies on `medium`, where the other of keystore and Wrapping Key is, and nobody has accepted that yet. */
function sharesMedium(plan: PlanView, place: Place, medium: string | null): boolean {
  return place.medium === medium && !plan.notes.includes("same-medium");
}

/** Whether a keystore at this place would lie on the medium that the Wrapping Key's file is on now. */
async function bringsTogether(plan: PlanView, place: Place): Promise<boolean> {
  return plan.delivery.way === "file" && sharesMedium(plan, place, await mediumAt(plan.delivery.path));
}

/** The medium that a path is on now; null where it was taken out. */
function mediumAt(path: string): Promise<string | null> {
  return mediumOf(dirname(path)).catch(() => null);
}

/**
 * Tries a place right before something is written there. Where it is the planned one its medium must be the same
 * still: a folder can outlive the medium that was mounted on it.
 */
async function tryAgain(path: string, planned: Planned | null): Promise<Result<Place>> {
  const place = await tryPlace(path);
  if (!place.ok || place.value.path !== planned?.path) return place;
  const isOther = planned.medium !== null && planned.medium !== place.value.medium;
  return isOther ? fail({ code: "file.other-medium", path }) : place;
}

import { fail, ok, type Result } from "../../contract/result";
import type { PlanView } from "../../contract/views";
import type { SecretBytes } from "../../crypto/secret-bytes";
import { createFile } from "../../files/create-file";
import { acquireLock } from "../../files/lock";
import { readLimited } from "../../files/read-limited";
import { removeFile } from "../../files/remove-file";
import { type Place, tryPlace } from "../../files/try-place";
import type { Keystore } from "../../keystore/document";
import { readKeystoreFile, writeNewKeystore } from "../../keystore/file";
import { openWithWrappingKey } from "../../keystore/open";
import { serializeKeystore } from "../../keystore/serialize";
import { readWrappingKeyText, wrappingKeyBytes } from "../../keystore/wrapping-key-text";
import type { Effects } from "../effects";
import { writeNote } from "../unfinished";
import type { Custody } from "./custody";

interface Bench {
  readonly custody: Custody;
  readonly effects: Pick<Effects, "now" | "unfinishedNote">;
}

const KEY_FILE_LIMIT = 4096;

/** Writes the Wrapping Key to a new file and takes it back from there. A file that gives another key is removed. */
export async function deliverToFile(
  plan: PlanView,
  path: string,
  { custody, effects }: Bench,
): Promise<Result<null>> {
  const planned = plan.delivery.way === "file" && plan.delivery.path === path ? plan.media.key : null;
  const place = await tryPlaceOn(path, planned);
  if (!place.ok) return place;
  const target = place.value.path;
  const noted = await writeNote(effects.unfinishedNote, {
    keystorePath: plan.keystorePath,
    wrappingKeyPath: target,
    startedAt: effects.now().toISOString(),
  });
  if (!noted.ok) return noted;
  const text = wrappingKeyBytes(custody.wrappingKey);
  const written = await createFile(target, text);
  text.fill(0);
  if (!written.ok) return written;
  custody.owes(target);
  const taken = await takeBackFromFile(target, plan.bits, custody);
  if (!taken.ok) await removeFile(target);
  return taken;
}

/** Takes the Wrapping Key back from text: its file's, or what a person typed from its sheet. */
export function takeBackTyped(text: string, bits: 192 | 256, custody: Custody): Result<null> {
  const key = readWrappingKeyText(text, bits);
  if (!key.ok) return key;
  if (!key.value.equals(custody.wrappingKey)) {
    key.value.wipe();
    return fail({ code: "wrapping-key.does-not-open" });
  }
  custody.takeBack(key.value);
  return ok(null);
}

/**
 * The commit: writes the keystore as a new file, reads it again and opens it with the Wrapping Key that was taken
 * back. A failed last check removes what was written. On success everything secret is wiped. Gives the file's path.
 */
export async function writeKeystore(plan: PlanView, path: string, bench: Bench): Promise<Result<string>> {
  const { custody, effects } = bench;
  const planned = path === plan.keystorePath ? plan.media.keystore : null;
  const place = await tryPlaceOn(path, planned);
  if (!place.ok) return place;
  const target = place.value.path;
  if (!custody.locks(target)) {
    const moved = await moveKeystore(plan, target, bench);
    if (!moved.ok) return moved;
  }
  const written = await writeNewKeystore(target, custody.keystore);
  if (!written.ok) return written;
  const proven = await opensAsWritten(target, custody.keystore, custody.takenBack);
  if (!proven.ok) {
    await removeFile(target);
    return proven;
  }
  await removeFile(effects.unfinishedNote);
  await custody.settle();
  return ok(target);
}

/** Writes a copy of the keystore to a new file and reads it again as a keystore. Gives the file's path. */
export async function copyKeystore(path: string, keystore: Keystore): Promise<Result<string>> {
  const place = await tryPlace(path);
  if (!place.ok) return place;
  const target = place.value.path;
  const written = await createFile(target, serializeKeystore(keystore));
  if (!written.ok) return written;
  const read = await readKeystoreFile(target);
  if (read.ok && read.value.keystore.seal === keystore.seal) return ok(target);
  await removeFile(target);
  return fail({ code: "ceremony.second-copy-differs" });
}

async function takeBackFromFile(path: string, bits: 192 | 256, custody: Custody): Promise<Result<null>> {
  const file = await readLimited(path, KEY_FILE_LIMIT);
  if (!file.ok) return file;
  const text = Buffer.from(file.value.bytes).toString("latin1");
  file.value.bytes.fill(0);
  const taken = takeBackTyped(text, bits, custody);
  return taken.ok ? taken : fail({ code: "file.not-as-written", path });
}

/** Locks another place for the keystore, and notes it. */
async function moveKeystore(
  plan: PlanView,
  path: string,
  { custody, effects }: Bench,
): Promise<Result<null>> {
  const lock = await acquireLock(path);
  if (!lock.ok) return lock;
  await custody.holdLock(path, lock.value);
  return writeNote(effects.unfinishedNote, {
    keystorePath: path,
    wrappingKeyPath: plan.delivery.way === "file" ? plan.delivery.path : null,
    startedAt: effects.now().toISOString(),
  });
}

/**
 * Tries a place again right before something is written there. `medium` is the one that was tried in the plan, null
 * for a place that was just chosen: a folder can outlive the medium that was mounted on it.
 */
async function tryPlaceOn(path: string, medium: string | null): Promise<Result<Place>> {
  const place = await tryPlace(path);
  if (!place.ok || medium === null || place.value.medium === medium) return place;
  return fail({ code: "file.other-medium", path });
}

async function opensAsWritten(path: string, made: Keystore, takenBack: SecretBytes): Promise<Result<null>> {
  const read = await readKeystoreFile(path);
  if (!read.ok) return read;
  if (read.value.keystore.seal !== made.seal) return fail({ code: "file.not-as-written", path });
  const masterKey = openWithWrappingKey(read.value.keystore, takenBack);
  if (!masterKey.ok) return masterKey;
  masterKey.value.wipe();
  return ok(null);
}

import { fail, ok, type Result } from "../../contract/result";
import { kid } from "../../crypto/kid";
import type { SecretBytes } from "../../crypto/secret-bytes";
import { createFile } from "../../files/create-file";
import { removeFile } from "../../files/remove-file";
import type { Replaced } from "../../files/replace-file";
import { type Place, tryPlace } from "../../files/try-place";
import { readWrappingKeyFile } from "../../keystore/wrapping-key-file";
import { wrappingKeyBytes } from "../../keystore/wrapping-key-text";
import { tryTogether } from "../names-beside";

/**
 * Tries the place for a new Wrapping Key's file, before anything is made. Fails as tryPlace does, and with
 * plan.same-path for the name under which the old keystore will be kept.
 */
export async function tryKeyPlace(path: string, keystore: Replaced): Promise<Result<Place>> {
  const place = await tryPlace(path);
  if (!place.ok) return place;
  const together = await tryTogether(keystore.path, keystore.keptAs, place.value);
  return together.ok ? place : together;
}

/**
 * Delivers a Wrapping Key to a new file (FORMATS §3, Writing: exclusive, 0600, flushed) and takes it back from there.
 * Gives the key as it came back, for the last check, the caller's to wipe. On a failure no file remains.
 */
export async function deliverToFile(wrappingKey: SecretBytes, path: string): Promise<Result<SecretBytes>> {
  const text = wrappingKeyBytes(wrappingKey);
  const written = await createFile(path, text);
  text.fill(0);
  if (!written.ok) return written;
  const back = await readWrappingKeyFile(path, wrappingKey.length === 24 ? 192 : 256);
  if (back.ok && back.value.key.equals(wrappingKey)) return ok(back.value.key);
  if (back.ok) back.value.key.wipe();
  await removeFile(path);
  return fail({ code: "file.not-as-written", path });
}

/**
 * Takes a Wrapping Key's file away again when its ceremony has failed, if it still holds the key that was delivered: `wanted`
 * is that one's kid. Fails with file.not-as-written where it holds something else, which is somebody's, and as removeFile does.
 */
export async function removeDelivered(path: string, wanted: string): Promise<Result<null>> {
  const file = await readWrappingKeyFile(path, null);
  if (!file.ok)
    return file.error.code === "file.missing" ? ok(null) : fail({ code: "file.not-as-written", path });
  const { key } = file.value;
  const isDelivered = kid(key) === wanted;
  key.wipe();
  return isDelivered ? removeFile(path) : fail({ code: "file.not-as-written", path });
}

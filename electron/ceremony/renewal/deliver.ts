import { fail, ok, type Result } from "../../contract/result";
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

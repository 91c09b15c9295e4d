import { fail, ok, type Result } from "../../contract/result";
import type { SecretBytes } from "../../crypto/secret-bytes";
import { type OtherWrite, putBack, type Replaced, replaceFile } from "../../files/replace-file";
import type { Keystore } from "../../keystore/document";
import { readKeystoreFile } from "../../keystore/file";
import { serializeKeystore } from "../../keystore/serialize";

/** Opens the keystore that was written and gives its Master Key, which is wiped at once. */
export type OpenAgain = (keystore: Keystore) => Result<SecretBytes> | Promise<Result<SecretBytes>>;

/**
 * The commit: puts the next generation in the opened keystore's place, keeps the old one beside it, reads the
 * new one again and opens it by `open`: with the Wrapping Key as its file or its sheet gave it back, or in a reshare with
 * the new Recovery Key. Gives what something else wrote to the old one in the last moment, or null. A failed last check puts the old one back. Only after file.not-put-back is the old one not under its
 * name: then a Wrapping Key that was delivered must be kept as well, for what stands there may be the new one.
 */
export async function commitRenewal(
  opened: Replaced,
  next: Keystore,
  open: OpenAgain,
): Promise<Result<OtherWrite | null>> {
  const bytes = serializeKeystore(next);
  const replaced = await replaceFile(opened, bytes);
  if (!replaced.ok) return replaced;
  const proven = await opensAsWritten(opened.path, next, open);
  if (proven.ok) return replaced;
  const back = await putBack(opened, bytes);
  return back.ok ? proven : back;
}

/** Reads a keystore that was written, and opens it by `open`. */
export async function opensAsWritten(path: string, next: Keystore, open: OpenAgain): Promise<Result<null>> {
  const read = await readKeystoreFile(path);
  if (!read.ok) return read;
  if (read.value.keystore.seal !== next.seal) return fail({ code: "file.not-as-written", path });
  const opened = await open(read.value.keystore);
  if (!opened.ok) return opened;
  opened.value.wipe();
  return ok(null);
}

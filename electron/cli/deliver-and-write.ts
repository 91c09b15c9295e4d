import { commitRenewal } from "../ceremony/renewal/commit-renewal";
import { deliverToFile, removeDelivered } from "../ceremony/renewal/deliver";
import type { OpenedKeystore } from "../ceremony/renewal/open-for-renewal";
import { openWithKeyFile } from "../ceremony/renewal/open-with-key-file";
import type { Renewed } from "../ceremony/renewal/renew";
import { renewalNote } from "../ceremony/renewal/renewal-notes";
import { visible } from "../contract/escape";
import { hex, sha256 } from "../crypto/hash";
import type { OtherWrite } from "../files/replace-file";
import { serializeKeystore } from "../keystore/serialize";
import { type Answer, refused } from "./answer";
import { type CeremonyRecord, COMMAND_LINE } from "./ceremony-record";
import { notRecorded } from "./record-lines";
import type { Stopped } from "./renewal";
import { withRemaining } from "./where-things-stand";

/**
 * Delivers the new Wrapping Key to a new file at `path`, takes it back from there and commits the generation that it opens.
 * The last thing that is read is that file: it opens what was written. Gives what something else wrote to the old keystore in the
 * last moment, or null; whether the record could say that all is written is then its end's matter. A failure takes the
 * key's file away again, unless what stands under the keystore's name may be what it opens.
 */
export async function deliverAndWrite(
  { keystore, wrappingKey }: Renewed,
  opened: OpenedKeystore,
  path: string,
  record: CeremonyRecord,
): Promise<Stopped | { readonly otherWrite: OtherWrite | null }> {
  const delivered = await deliverToFile(wrappingKey, path);
  if (!delivered.ok) return { answer: refused(delivered.error) };
  try {
    const noted = record.note(renewalNote("wrapping-key.delivered", COMMAND_LINE, { way: "file", path }));
    if (!noted.ok) return takenAway(notRecorded(noted.error), path, keystore.wrappingKey.kid);
    const written = await commitRenewal(opened, keystore, (again) => openWithKeyFile(again, path));
    if (!written.ok) {
      const answer = refused(written.error);
      return written.error.code === "file.not-put-back"
        ? { answer, remaining: [path] }
        : takenAway(answer, path, keystore.wrappingKey.kid);
    }
    record.note(writtenNote(keystore, opened, written.value));
    return { otherWrite: written.value };
  } finally {
    delivered.value.wipe();
  }
}

function writtenNote(
  keystore: Renewed["keystore"],
  { path, keptAs }: OpenedKeystore,
  otherWrite: OtherWrite | null,
) {
  const { generation } = keystore;
  const written = { path, sha256: hex(sha256(serializeKeystore(keystore))), generation, keptAs };
  const told =
    otherWrite === null ? {} : { told: [{ what: "other-write", path, keptAs: otherWrite.keptAs }] };
  return renewalNote("keystore.written", COMMAND_LINE, { ...written, ...told });
}

/** A no, and the file of the key that opens nothing is gone; `kid` names that key. */
async function takenAway(answer: Answer, path: string, kid: string): Promise<Stopped> {
  const removed = await removeDelivered(path, kid);
  if (removed.ok) return { answer };
  const line =
    removed.error.code === "file.not-as-written"
      ? `The new Wrapping Key’s file ${visible(path)} holds something else now, and was left as it is. Find out what it is.`
      : `The new Wrapping Key’s file ${visible(path)} could not be removed. It opens nothing: destroy it.`;
  return { answer: withRemaining(answer, path, line), remaining: [path] };
}

import type { OpenedKeystore } from "../ceremony/renewal/open-for-renewal";
import { type Renewed, renewWrappingKey } from "../ceremony/renewal/renew";
import { renewalNote } from "../ceremony/renewal/renewal-notes";
import { SecretBytes } from "../crypto/secret-bytes";
import { fingerprintOf } from "../keystore/facts";
import type { RecordNote } from "../record/record-note";
import { refused } from "./answer";
import { type CeremonyRecord, COMMAND_LINE, type RecordedRenewal } from "./ceremony-record";
import { notRecorded } from "./record-lines";
import type { Stopped } from "./renewal";

/** Makes and proves the next generation, in the record before and after. The Master Key's life ends here. */
export function makeNext(
  { kind, opener, request }: RecordedRenewal,
  { sha256, keystore }: OpenedKeystore,
  masterKey: SecretBytes,
  record: CeremonyRecord,
): Renewed | Stopped {
  try {
    const { generation } = keystore;
    const from = { by: opener, generation, vaultFingerprint: fingerprintOf(keystore) };
    const noted = record.note(renewalNote("keystore.opened", COMMAND_LINE, from));
    if (!noted.ok) return { answer: notRecorded(noted.error) };
    const { ceremony } = record;
    const made = renewWrappingKey(
      { kind, bits: request.bits, keystore, sha256, masterKey, ceremony, destroyed: [] },
      { now: () => new Date(), random: SecretBytes.random },
    );
    return made.ok ? inRecord(made.value, record) : { answer: refused(made.error) };
  } finally {
    masterKey.wipe();
  }
}

/** What was made, once the record names it. */
function inRecord(made: Renewed, record: CeremonyRecord): Renewed | Stopped {
  const noted = record.note(madeNote(made));
  if (noted.ok) return made;
  made.wrappingKey.wipe();
  return { answer: notRecorded(noted.error) };
}

function madeNote({ keystore }: Renewed): RecordNote {
  const { masterKey, wrappingKey, shareSet } = keystore;
  return renewalNote("keys.made", COMMAND_LINE, {
    vault: fingerprintOf(keystore),
    masterKey: masterKey.kid,
    wrappingKey: wrappingKey.kid,
    shareSet: shareSet.id,
  });
}

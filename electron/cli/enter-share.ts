import { renewalNote } from "../ceremony/renewal/renewal-notes";
import type { ShareFailure } from "../contract/errors";
import { ok, type Result } from "../contract/result";
import type { Keystore } from "../keystore/document";
import type { RecordNote } from "../record/record-note";
import { type Admitted, admit } from "../share/admit";
import type { KeyShare } from "../share/read-share";
import { type MendedShare, mendShare, type Search, setsOf } from "./mend-share";

/** A share that may count towards a quorum, whose it is, and how it came in. */
export interface EnteredShare extends MendedShare, Admitted {}

/**
 * Reads one share for `keystore`, damaged words searched for until the signal ends it, and admits it beside those that
 * were `entered` before. The payload is the caller's to wipe; a refused one is wiped.
 */
export async function enterShare(
  text: string,
  keystore: Keystore,
  entered: readonly KeyShare[],
  search: Search,
  ended: AbortSignal,
): Promise<Result<EnteredShare, ShareFailure>> {
  const read = await mendShare(text, setsOf(keystore), search, ended);
  if (!read.ok) return read;
  const { share } = read.value;
  const { shareSet, practice, retiredShareSets } = keystore;
  const admitted = admit(share, shareSet, practice, retiredShareSets, entered);
  if (!admitted.ok) {
    share.payload.wipe();
    return admitted;
  }
  return ok({ ...read.value, ...admitted.value });
}

/** What the record says of a share that was entered: never what was entered, and a name only where it is proven. */
export function shareNote(entered: Result<EnteredShare, ShareFailure>): RecordNote {
  if (entered.ok) {
    const { index, custodian, how } = entered.value;
    return renewalNote("share.entered", custodian, { index, how });
  }
  const { error } = entered;
  const proven = "custodian" in error ? error.custodian : null;
  return renewalNote("share.refused", proven ?? "a custodian", { code: error.code });
}

/** What the record says where entered shares were wiped because nobody attended to them. */
export const forgottenNote = renewalNote("shares.forgotten", "app", { because: "unattended" });

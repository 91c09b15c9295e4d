import type { SecretBytes } from "../crypto/secret-bytes";
import type { Keystore } from "../keystore/document";
import { admit } from "../share/admit";
import { type KeyShare, readShare } from "../share/read-share";
import { toWords } from "../share/words";
import { openWithQuorum } from "./open-with-quorum";

/** Whether quorums of these payloads, read from their printable words and together all of them, give `masterKey`. */
export async function everyShareOpens(
  keystore: Keystore,
  masterKey: SecretBytes,
  shares: readonly SecretBytes[],
): Promise<boolean> {
  for (const quorum of quorums(shares, keystore.shareSet.threshold)) {
    if (!(await opens(keystore, quorum, masterKey))) return false;
  }
  return true;
}

/** Groups of `threshold` that together hold every share; the last is filled up from the first ones. */
export function quorums<T>(shares: readonly T[], threshold: number): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (let from = 0; from < shares.length; from += threshold) {
    const group = shares.slice(from, from + threshold);
    groups.push([...group, ...shares.slice(0, threshold - group.length)]);
  }
  return groups;
}

async function opens(
  keystore: Keystore,
  quorum: readonly SecretBytes[],
  masterKey: SecretBytes,
): Promise<boolean> {
  const read: KeyShare[] = [];
  try {
    for (const payload of quorum) {
      const share = readShare(toWords(payload).join(" "));
      if (!share.ok) return false;
      const admitted = admit(
        share.value,
        keystore.shareSet,
        keystore.practice,
        keystore.retiredShareSets,
        read,
      );
      read.push(share.value);
      if (!admitted.ok) return false;
    }
    return isKey(await openWithQuorum(keystore, read), masterKey);
  } finally {
    for (const { payload } of read) payload.wipe();
  }
}

function isKey(opened: { ok: true; value: SecretBytes } | { ok: false }, masterKey: SecretBytes): boolean {
  if (!opened.ok) return false;
  const same = opened.value.equals(masterKey);
  opened.value.wipe();
  return same;
}

import type { KeystoreFailure, ShareFailure } from "../contract/errors";
import { fail, type Result } from "../contract/result";
import type { SecretBytes } from "../crypto/secret-bytes";
import { combine } from "../crypto/split";
import type { Keystore } from "../keystore/document";
import { openWithRecoveryKey } from "../keystore/open";
import { admit } from "../share/admit";
import { pointOf } from "../share/payload";
import type { KeyShare } from "../share/read-share";

/**
 * Opens a keystore with a quorum's shares and gives the Master Key (32 bytes), for the caller to wipe; the shares
 * stay the caller's too. Every share is admitted before anything is combined, for combining tells nothing
 * about its input; of more shares than needed the first ones are used. Fails with what `admit` or
 * `openWithRecoveryKey` say, or share.too-few.
 */
export async function openWithQuorum(
  keystore: Keystore,
  shares: readonly KeyShare[],
): Promise<Result<SecretBytes, ShareFailure | KeystoreFailure>> {
  const { shareSet, retiredShareSets, practice } = keystore;
  for (const [position, share] of shares.entries()) {
    const admitted = admit(share, shareSet, practice, retiredShareSets, shares.slice(0, position));
    if (!admitted.ok) return admitted;
  }
  const needed = shareSet.threshold;
  if (shares.length < needed) return fail({ code: "share.too-few", given: shares.length, needed });
  const points = shares.slice(0, needed).map((share) => pointOf(share.payload));
  let recoveryKey: SecretBytes | null = null;
  try {
    recoveryKey = await combine(points);
    return openWithRecoveryKey(keystore, recoveryKey);
  } finally {
    recoveryKey?.wipe();
    for (const point of points) point.wipe();
  }
}

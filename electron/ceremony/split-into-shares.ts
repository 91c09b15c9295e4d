import type { SecretBytes } from "../crypto/secret-bytes";
import { split } from "../crypto/split";
import { makePayload, type ShareHeader } from "../share/payload";

/**
 * Splits a Recovery Key into the payloads (39 bytes) of `count` Key Shares, in the order of their index. They are the
 * caller's to wipe; where one cannot be made all are wiped here.
 */
export async function splitIntoShares(
  recoveryKey: SecretBytes,
  set: Omit<ShareHeader, "x">,
  count: number,
): Promise<readonly SecretBytes[]> {
  const points = await split(recoveryKey, count, set.threshold);
  const payloads: SecretBytes[] = [];
  try {
    for (const point of points) payloads.push(makePayload(set, point));
    return payloads;
  } finally {
    for (const secret of payloads.length === count ? points : [...points, ...payloads]) secret.wipe();
  }
}

import { combine as combinePoints, split as splitSecret } from "shamir-secret-sharing";
import { ownCopy } from "./own-memory";
import { SecretBytes } from "./secret-bytes";

/**
 * Splits `secret` into `shares` points of which any `threshold` give it back (2 ≤ threshold ≤ shares ≤ 255,
 * else it throws). Each point is `y ‖ x`, one byte longer than the secret; x is random, distinct and never 0
 * (FORMATS §2; the field and layout of HashiCorp Vault's shamir package).
 */
export async function split(secret: SecretBytes, shares: number, threshold: number): Promise<SecretBytes[]> {
  const copy = secret.use(ownCopy);
  try {
    return (await splitSecret(copy, shares, threshold)).map((point) => SecretBytes.take(point));
  } finally {
    copy.fill(0);
  }
}

/**
 * The secret that the points (`y ‖ x`, two or more, of equal length) give. Too few points, or points of
 * different splits, give some other bytes and no failure: kid and seal decide whether it is the key.
 * Throws on x = 0 and on an x that repeats; share/ refuses both before.
 */
export async function combine(points: readonly SecretBytes[]): Promise<SecretBytes> {
  const copies = points.map((point) => point.use(ownCopy));
  try {
    // The library takes x = 0 for a point like any other, and would give out its y as the secret.
    if (copies.some((point) => point.at(-1) === 0)) throw new Error("A point has x = 0.");
    return SecretBytes.take(await combinePoints(copies));
  } finally {
    for (const copy of copies) copy.fill(0);
  }
}

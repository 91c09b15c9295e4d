import type { ShareFailure } from "../../contract/errors";
import { fail, ok, type Result } from "../../contract/result";
import { ownMemory } from "../../crypto/own-memory";
import { SecretBytes } from "../../crypto/secret-bytes";
import { combine } from "../../crypto/split";
import { commitment, makePayload, pointOf, type ShareHeader } from "../../share/payload";
import type { KeyShare } from "../../share/read-share";

/** What all shares of one quorum say alike. */
export type SetHeader = Omit<ShareHeader, "x">;

/**
 * Whether a share may count where no commitments can be relied on: with a damaged keystore. Shares can then only agree
 * among themselves. Refused in this order: practice and production mixed, another set, another threshold, given
 * already, the number of another share.
 */
export function admitUnlisted(share: KeyShare, admitted: readonly KeyShare[]): Result<null, ShareFailure> {
  const { header } = share;
  const [first] = admitted;
  if (first === undefined) return ok(null);
  const { practice, setId, threshold } = first.header;
  if (header.practice !== practice) {
    return fail({ code: practice ? "share.production-in-practice" : "share.practice-in-production" });
  }
  if (header.setId !== setId) return fail({ code: "share.other-set", setId: header.setId, expected: setId });
  if (header.threshold !== threshold) {
    return fail({ code: "share.other-threshold", threshold: header.threshold, expected: threshold });
  }
  if (admitted.some((other) => other.commitment === share.commitment)) {
    return fail({ code: "share.repeated", index: null, custodian: null });
  }
  return admitted.some((other) => other.header.x === header.x)
    ? fail({ code: "share.same-number", x: header.x })
    : ok(null);
}

/**
 * The Recovery Key (32 bytes, the caller's to wipe) that as many shares as their threshold give, and what they say of
 * their set. Nothing is proven yet: whether it is the key, only what it opens can tell. Fails as admitUnlisted does,
 * or with share.too-few. Of more shares than needed the first ones are used.
 */
export async function combineUnlisted(
  shares: readonly KeyShare[],
): Promise<Result<{ readonly recoveryKey: SecretBytes; readonly set: SetHeader }, ShareFailure>> {
  for (const [at, share] of shares.entries()) {
    const admitted = admitUnlisted(share, shares.slice(0, at));
    if (!admitted.ok) return admitted;
  }
  const set = headerOf(shares);
  if (set === null || shares.length < set.threshold) {
    return fail({ code: "share.too-few", given: shares.length, needed: set?.threshold ?? 2 });
  }
  const points = shares.slice(0, set.threshold).map(({ payload }) => pointOf(payload));
  try {
    return ok({ recoveryKey: await combine(points), set });
  } finally {
    for (const point of points) point.wipe();
  }
}

/**
 * Which of these commitments (64 hex) are of shares that belong to this quorum's split, its own among them: a quorum
 * determines every share there can be, so all 255 are computed, compared and wiped. `shares` are a quorum that has
 * opened the keystore. A name beside a proven commitment is still only what a file says.
 */
export async function provenCommitments(
  shares: readonly KeyShare[],
  commitments: readonly string[],
): Promise<ReadonlySet<string>> {
  const set = headerOf(shares);
  if (set === null) return new Set();
  const quorum = shares.slice(0, set.threshold);
  const all = new Set(quorum.map((share) => share.commitment));
  for (let x = 1; x <= 255; x += 1) {
    if (!quorum.some(({ header }) => header.x === x)) all.add(await commitmentAt(x, quorum, set));
  }
  return new Set([...commitments, ...shares.map((share) => share.commitment)].filter((one) => all.has(one)));
}

function headerOf([first]: readonly KeyShare[]): SetHeader | null {
  if (first === undefined) return null;
  const { practice, setId, threshold } = first.header;
  return { practice, setId, threshold };
}

/** The commitment of the split's share with number `x`, which is none of the quorum's. */
async function commitmentAt(x: number, quorum: readonly KeyShare[], set: SetHeader): Promise<string> {
  const made: SecretBytes[] = [];
  const keep = (secret: SecretBytes) => {
    made.push(secret);
    return secret;
  };
  try {
    // Combining gives the polynomials' value at 0. In this field, moving every x by `x` moves the value there to 0.
    const moved = quorum.map(({ payload }) => keep(movedBy(x, keep(pointOf(payload)))));
    const value = keep(await combine(moved));
    return commitment(keep(makePayload(set, keep(pointAt(x, value)))));
  } finally {
    for (const secret of made) secret.wipe();
  }
}

function pointAt(x: number, value: SecretBytes): SecretBytes {
  const point = ownMemory(value.length + 1);
  value.use((bytes) => point.set(bytes));
  point[value.length] = x;
  return SecretBytes.take(point);
}

function movedBy(x: number, point: SecretBytes): SecretBytes {
  const moved = point.use(SecretBytes.copyOf);
  moved.use((bytes) => {
    const last = bytes.length - 1;
    bytes[last] = (bytes[last] ?? 0) ^ x;
  });
  return moved;
}

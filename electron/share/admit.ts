import type { ShareFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import type { KeyShare } from "./read-share";

/** What a keystore says of one share set; both current and retired sets have this shape. */
export interface ShareSetFacts {
  readonly id: string;
  readonly threshold: number;
  readonly shares: readonly {
    readonly index: number;
    readonly custodian: string;
    readonly commitment: string;
  }[];
}

/** Whose share it is, as the keystore says. */
export interface Admitted {
  readonly index: number;
  readonly custodian: string;
}

/**
 * Whether a share may count towards a quorum of `set`, before anything is combined, and whose it is. Refused in
 * this order: practice and production mixed, a retired set, another set, another threshold, given already
 * (among `admitted`), not the share that the file has.
 */
export function admit(
  share: KeyShare,
  set: ShareSetFacts,
  practice: boolean,
  retired: readonly ShareSetFacts[],
  admitted: readonly KeyShare[],
): Result<Admitted, ShareFailure> {
  const { header } = share;
  if (header.practice !== practice) {
    return fail({ code: practice ? "share.production-in-practice" : "share.practice-in-production" });
  }
  const former = retired.find((one) => one.id === header.setId);
  if (former !== undefined) {
    const custodian = entryOf(share, former)?.custodian ?? null;
    return fail({ code: "share.retired-set", setId: header.setId, custodian });
  }
  if (header.setId !== set.id) {
    return fail({ code: "share.other-set", setId: header.setId, expected: set.id });
  }
  if (header.threshold !== set.threshold) {
    return fail({ code: "share.other-threshold", threshold: header.threshold, expected: set.threshold });
  }
  const entry = entryOf(share, set);
  if (admitted.some((other) => other.commitment === share.commitment)) {
    const { index = null, custodian = null } = entry ?? {};
    return fail({ code: "share.repeated", index, custodian });
  }
  // Two shares of one split never have the same x; a file that lists such a pair was not made from one.
  if (entry === undefined || admitted.some((other) => other.header.x === header.x)) {
    return fail({ code: "share.disagrees-with-file" });
  }
  return ok({ index: entry.index, custodian: entry.custodian });
}

function entryOf(share: KeyShare, set: ShareSetFacts): ShareSetFacts["shares"][number] | undefined {
  return set.shares.find((entry) => entry.commitment === share.commitment);
}

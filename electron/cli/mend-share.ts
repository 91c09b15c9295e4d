import type { HowEntered } from "../contract/entry-views";
import type { ShareFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { wordsAt } from "../contract/wording";
import type { Keystore } from "../keystore/document";
import { commitment, readHeader } from "../share/payload";
import { type KeyShare, shareIn } from "../share/read-share";
import { costOf } from "../share/repair/cost";
import { readEntered } from "../share/repair/entered";
import type { KnownSets, Repair, Repairs } from "../share/repair/repair";
import { unproven } from "../share/repair/unproven";
import { readTypedShare, type TypedShare } from "../share/typed-share";

/** Searches for the repairs of 31 or 30 entered numbers, until the signal ends it. */
export type Search = (
  entered: Uint16Array,
  known: KnownSets | null,
  ended: AbortSignal,
) => Promise<Result<Repairs, ShareFailure>>;

/** What was not as on the sheet, and is proven now. Positions count from 1. */
export interface Mended {
  readonly kind: Repair["kind"];
  readonly positions: readonly number[];
}

/** A share whose own checks hold, as it was entered or as a commitment proves it. */
export interface MendedShare {
  readonly share: KeyShare;
  readonly how: HowEntered;
  readonly mended?: Mended;
}

/**
 * Reads a share as `readShare` does, and searches where its words are damaged. Only what a commitment proves
 * is taken; whatever else is found is a failure that says where. The payload is the caller's to wipe.
 */
export async function mendShare(
  text: string,
  known: KnownSets | null,
  search: Search,
  ended: AbortSignal,
): Promise<Result<MendedShare, ShareFailure>> {
  const typed = readTypedShare(text);
  if (typed.kind !== "words") return asEntered(typed, "code");
  const entered = readEntered(typed);
  if (!entered.ok) return entered;
  try {
    if (costOf(entered.value, known).kind === "none-needed") return asEntered(typed, "words");
    const repairs = await search(entered.value, known, ended);
    return repairs.ok ? proven(repairs.value) : repairs;
  } finally {
    entered.value.fill(0);
  }
}

function asEntered(typed: TypedShare, how: HowEntered): Result<MendedShare, ShareFailure> {
  const share = shareIn(typed);
  return share.ok ? ok({ share: share.value, how }) : share;
}

/** The sets that a keystore knows, the current one first. */
export function setsOf({ practice, shareSet, retiredShareSets }: Keystore): KnownSets {
  return { practice, sets: [shareSet, ...retiredShareSets] };
}

/** What to tell of a share that was mended. The words themselves are never printed. */
export function mendedLine({ kind, positions }: Mended): string {
  return `${whatWas(kind, positions)} The keystore proves what belongs there.`;
}

function whatWas(kind: Repair["kind"], positions: readonly number[]): string {
  const [one, several] = {
    "missing-words": ["could not be read", "could not be read"],
    "wrong-words": ["was entered wrong", "were unreadable or entered wrong"],
    "swapped-words": ["", positions.length === 2 ? "changed places" : "were unreadable or changed places"],
    "missing-place": ["was left out", "were unreadable or left out"],
  }[kind];
  return `${wordsAt(positions)} ${positions.length === 1 ? one : several}.`;
}

function proven(repairs: Repairs): Result<MendedShare, ShareFailure> {
  const [only] = repairs.solutions;
  const header = only?.proof === "commitment" ? readHeader(only.payload) : null;
  if (only === undefined || header === null || !header.ok) {
    for (const { payload } of repairs.solutions) payload.wipe();
    return fail(unproven(repairs));
  }
  const share = { header: header.value, payload: only.payload, commitment: commitment(only.payload) };
  const positions = only.changes.map(({ position }) => position);
  return ok({ share, how: "repaired", mended: { kind: only.kind, positions } });
}

import { canonicalJson } from "./canonical";
import type { Keystore, RetiredShareSet } from "./document";
import type { ChangeKind } from "./next-generation";

/** The generation before, as it was read; `sha256` is its file's, 64 hex. */
interface Before {
  readonly keystore: Keystore;
  readonly sha256: string;
}

/** Which members are whose to change: of every ceremony, of one that changes the Wrapping Key or the share set. */
const ofAll = ["generation", "previous", "updatedAt", "ceremonies", "retiredShareSets", "seal"] as const;
const ofKind = {
  recover: ["wrappingKey", "encryptedKey"],
  rotate: ["wrappingKey", "encryptedKey"],
  reshare: ["shareSet", "recoveryKey"],
} as const satisfies Record<ChangeKind, readonly (keyof Keystore)[]>;

/**
 * The last look at a next generation before it is written: the first member that a ceremony of this kind may not
 * have changed so (FORMATS §3, What a ceremony may change), or null. `bits` is the size that was asked for, null where
 * none was. Both documents were parsed, so each is sound alone.
 */
export function forbiddenChange(
  { keystore: before, sha256 }: Before,
  after: Keystore,
  kind: ChangeKind,
  bits: 192 | 256 | null,
): keyof Keystore | null {
  const changeable: readonly string[] = [...ofAll, ...ofKind[kind]];
  for (const member of Object.keys(after) as (keyof Keystore)[]) {
    if (!changeable.includes(member) && !isSame(before[member], after[member])) return member;
  }
  if (after.generation !== before.generation + 1) return "generation";
  if (after.previous !== sha256) return "previous";
  if (!isAppended(before, after, kind)) return "ceremonies";
  if (!retiredFollow(before, after, kind)) return "retiredShareSets";
  if (kind === "reshare") {
    if (after.shareSet.id === before.shareSet.id) return "shareSet";
    return after.recoveryKey.protected === before.recoveryKey.protected ? "recoveryKey" : null;
  }
  const { kid, bits: size } = after.wrappingKey;
  return kid === before.wrappingKey.kid || size !== (bits ?? before.wrappingKey.bits) ? "wrappingKey" : null;
}

/** One entry more, of this kind and of the time that the document names. */
function isAppended(before: Keystore, after: Keystore, kind: ChangeKind): boolean {
  const last = after.ceremonies.at(-1);
  return (
    isSame(after.ceremonies.slice(0, -1), before.ceremonies) &&
    last?.kind === kind &&
    last.at === after.updatedAt
  );
}

/** The retired sets as they were, and in a reshare the former set behind them; marks of destruction are only added. */
function retiredFollow(before: Keystore, after: Keystore, kind: ChangeKind): boolean {
  const former = { ...before.shareSet, retiredAt: after.updatedAt };
  const expected = kind === "reshare" ? [...before.retiredShareSets, former] : before.retiredShareSets;
  return (
    after.retiredShareSets.length === expected.length &&
    after.retiredShareSets.every((set, at) => {
      const was = expected[at];
      return was !== undefined && isSame(withoutAddedMarks(set, was, after.updatedAt), was);
    })
  );
}

/** The set without the marks that it got at `now`. */
function withoutAddedMarks(set: RetiredShareSet, was: RetiredShareSet, now: string): RetiredShareSet {
  const shares = set.shares.map((share, at) => {
    if (share.destroyedAt !== now || was.shares[at]?.destroyedAt !== undefined) return share;
    const { destroyedAt: _, ...unmarked } = share;
    return unmarked;
  });
  return { ...set, shares };
}

function isSame(one: unknown, other: unknown): boolean {
  return Buffer.compare(canonicalJson({ value: one }), canonicalJson({ value: other })) === 0;
}

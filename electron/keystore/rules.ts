import type { Keystore, ShareSet } from "./document";
import { nameKey } from "./names";
import { encryptedKeyHeader, recoveryKeyHeaderFits } from "./protected-header";

/**
 * What ties a keystore's members together (FORMATS §3), each of them already well formed alone.
 * Gives the path of the first member that breaks a rule, such as "shareSet.shares[2].index", or null.
 */
export function brokenRule(keystore: Keystore): string | null {
  return (
    brokenHistory(keystore) ??
    brokenSets(keystore) ??
    (keystore.encryptedKey.protected === encryptedKeyHeader(keystore) ? null : "encryptedKey.protected") ??
    (recoveryKeyHeaderFits(keystore) ? null : "recoveryKey.protected")
  );
}

/**
 * Every ceremony that writes a keystore raises its generation by one and is listed. The first one generates, or it is the
 * recovery that replaced a damaged keystore by a clean generation: whatever came before that is not listed.
 */
function brokenHistory({ generation, previous, ceremonies }: Keystore): string | null {
  if ((generation === 1) !== (previous === null)) return "previous";
  const isWhole = ceremonies[0]?.kind === "generate";
  if (isWhole ? ceremonies.length !== generation : ceremonies.length > generation) return "ceremonies";
  const isClean = ceremonies[0]?.kind === "recover" && ceremonies.length < generation;
  if (!isWhole && !isClean) return "ceremonies[0].kind";
  const misplaced = ceremonies.findIndex(({ kind }, position) => position > 0 && kind === "generate");
  return misplaced === -1 ? null : `ceremonies[${misplaced}].kind`;
}

/** What ties the share sets together, retired ones included. Gives a path as `brokenRule` does, or null. */
export function brokenSets({
  shareSet,
  retiredShareSets,
}: Pick<Keystore, "shareSet" | "retiredShareSets">): string | null {
  const sets: readonly (readonly [string, ShareSet])[] = [
    ["shareSet", shareSet],
    ...retiredShareSets.map((set, position) => [`retiredShareSets[${position}]`, set] as const),
  ];
  const ids = new Set<string>();
  const commitments = new Set<string>();
  for (const [path, set] of sets) {
    if (isRepeated(ids, set.id)) return `${path}.id`;
    if (set.threshold > set.shares.length) return `${path}.threshold`;
    const custodians = new Set<string>();
    for (const [position, share] of set.shares.entries()) {
      const member = `${path}.shares[${position}]`;
      if (share.index !== position + 1) return `${member}.index`;
      if (isRepeated(custodians, nameKey(share.custodian))) return `${member}.custodian`;
      if (isRepeated(commitments, share.commitment)) return `${member}.commitment`;
    }
  }
  return null;
}

/** Whether `seen` had it already; from now on it has. */
function isRepeated(seen: Set<string>, value: string): boolean {
  if (seen.has(value)) return true;
  seen.add(value);
  return false;
}

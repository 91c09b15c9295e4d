import type { CopyBeside } from "../../contract/damaged-facts";
import type { BesideFacts, GenerationBeside } from "../../contract/keystore-facts";
import type { SecretBytes } from "../../crypto/secret-bytes";
import { type CopyRelation, compareCopies } from "../../keystore/compare-copies";
import type { NamedInside } from "../../keystore/damaged";
import type { Keystore } from "../../keystore/document";
import { fingerprintOf } from "../../keystore/facts";
import { openWithWrappingKey } from "../../keystore/open";
import { type Beside, type Copy, lookBeside } from "./look-beside";

/** What a screen has room for of each kind: who fills a folder with forgeries hides nothing by it. */
const SHOWN = 5;

/** What lies beside the sound keystore at `path` and matters to who relies on it. */
export async function besideKeystore(path: string, keystore: Keystore): Promise<BesideFacts> {
  const { copies, damaged, unseen } = await lookBeside(path);
  const standing = (relation: CopyRelation) =>
    copies.filter((copy) => compareCopies(copy.keystore, keystore) === relation);
  const [newer = null] = standing("newer").map(generationOf);
  return {
    newer,
    forks: standing("forked").slice(0, SHOWN).map(generationOf),
    forgeries: standing("claims-vault")
      .slice(0, SHOWN)
      .map((copy) => ({ path: copy.path, vaultFingerprint: fingerprintOf(copy.keystore) })),
    damaged: damaged
      .filter(({ named }) => named.some(({ vaultId }) => vaultId === keystore.vault.id))
      .filter(({ generation }) => generation === null || generation > keystore.generation)
      .slice(0, SHOWN)
      .map(({ path: file, generation }) => ({ path: file, generation })),
    unseen,
  };
}

/** The sound keystores beside a damaged one that names these vaults inside, latest generation first. */
export function copiesOf(
  named: readonly NamedInside[],
  { copies }: Pick<Beside, "copies">,
): readonly CopyBeside[] {
  return copies.map(({ path, keystore }) => {
    const { vault, generation, updatedAt, shareSet, retiredShareSets } = keystore;
    return {
      path,
      generation,
      updatedAt,
      vaultFingerprint: fingerprintOf(keystore),
      sameVault: named.some(({ vaultId }) => vaultId === vault.id),
      sameSheets: named.some(({ setId }) => setId === shareSet.id),
      hasRetired: named.some(({ setId }) => retiredShareSets.some(({ id }) => id === setId)),
    };
  });
}

/** The generations that sound and damaged copies of one of these vaults claim. */
export function claimsBeside(named: readonly NamedInside[], { copies, damaged }: Beside): readonly number[] {
  const isNamed = (vaultId: string) => named.some((one) => one.vaultId === vaultId);
  return [
    ...copies.filter(({ keystore }) => isNamed(keystore.vault.id)).map(({ keystore }) => keystore.generation),
    ...damaged
      .filter((copy) => copy.named.some(({ vaultId }) => isNamed(vaultId)))
      .flatMap(({ generation }) => generation ?? []),
  ];
}

/** The latest generation of this vault beside `path` that this Wrapping Key opens, or null: what to say of a key that does not open it. */
export async function generationOpenedBy(
  { path, keystore: known }: Copy,
  key: SecretBytes,
): Promise<number | null> {
  for (const { keystore } of (await lookBeside(path)).copies) {
    if (keystore.masterKey.sealKey !== known.masterKey.sealKey) continue;
    const opened = openWithWrappingKey(keystore, key);
    if (!opened.ok) continue;
    opened.value.wipe();
    return keystore.generation;
  }
  return null;
}

function generationOf({ path, keystore: { generation, updatedAt } }: Copy): GenerationBeside {
  return { path, generation, updatedAt };
}

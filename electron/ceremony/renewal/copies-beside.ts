import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { CopyBeside } from "../../contract/damaged-facts";
import type { SecretBytes } from "../../crypto/secret-bytes";
import { type CopyFacts, compareCopies } from "../../keystore/compare-copies";
import type { Unproven } from "../../keystore/damaged";
import type { Keystore } from "../../keystore/document";
import { readKeystoreFile } from "../../keystore/file";
import { openWithWrappingKey } from "../../keystore/open";

/** A keystore that stands beside another, under the name of one of its generations. */
export interface Copy {
  readonly path: string;
  readonly keystore: Keystore;
}

/**
 * The keystores beside the one at `path` that bear its name: `<name>.json` and `<name>.generation-<N>.json`, latest
 * generation first. Files that are no sound keystores are passed over.
 */
export async function copiesBeside(path: string): Promise<readonly Copy[]> {
  const own = basename(path);
  const family = familyOf(own);
  const copies: Copy[] = [];
  for (const name of await readdir(dirname(path)).catch(() => [])) {
    if (name === own || !name.endsWith(".json") || familyOf(name) !== family) continue;
    const read = await readKeystoreFile(join(dirname(path), name));
    if (read.ok) copies.push({ path: join(dirname(path), name), keystore: read.value.keystore });
  }
  return copies.sort((one, other) => other.keystore.generation - one.keystore.generation);
}

/** The latest of the copies beside `path` that is a later generation of the same history, or null. */
export async function newerBeside(
  path: string,
  keystore: CopyFacts,
): Promise<{ readonly path: string; readonly generation: number } | null> {
  const copies = await copiesBeside(path);
  const newer = copies.find((copy) => compareCopies(copy.keystore, keystore) === "newer");
  return newer === undefined ? null : { path: newer.path, generation: newer.keystore.generation };
}

/** The sound keystores beside the damaged one at `path`, latest generation first, and how each stands to what is left of it. */
export async function copiesBesideDamaged(path: string, unproven: Unproven): Promise<readonly CopyBeside[]> {
  return (await copiesBeside(path)).map((copy) => ({
    path: copy.path,
    generation: copy.keystore.generation,
    relation: relationTo(unproven, copy.keystore),
  }));
}

/** The latest sound copy that is of the same generation as the damaged one, by what is left of it, or of a later one. */
export function soundCopy(copies: readonly CopyBeside[]): CopyBeside | null {
  return copies.find(({ relation }) => relation === "same" || relation === "newer") ?? null;
}

/** The latest generation beside `path` that this Wrapping Key opens, or null: what to say of a key that does not open it. */
export async function generationOpenedBy(path: string, key: SecretBytes): Promise<number | null> {
  for (const { keystore } of await copiesBeside(path)) {
    const opened = openWithWrappingKey(keystore, key);
    if (!opened.ok) continue;
    opened.value.wipe();
    return keystore.generation;
  }
  return null;
}

function relationTo({ vault, generation, ceremonies }: Unproven, copy: Keystore): CopyBeside["relation"] {
  if (vault !== undefined && vault.id !== copy.vault.id) return "other-vault";
  if (vault === undefined || generation === undefined || ceremonies === undefined) return "unclear";
  return compareCopies(copy, { vault, generation, ceremonies });
}

/** What the names of a keystore and its backups have in common. */
function familyOf(name: string): string {
  return name.replace(/\.json$/, "").replace(/\.generation-\d+$/, "");
}

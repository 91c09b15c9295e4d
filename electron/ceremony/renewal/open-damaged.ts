import { basename, dirname, join } from "node:path";
import { fail, ok, type Result } from "../../contract/result";
import { hex, sha256 } from "../../crypto/hash";
import type { SecretBytes } from "../../crypto/secret-bytes";
import type { Lock } from "../../files/lock";
import type { Replaced } from "../../files/replace-file";
import {
  type DamagedKeystore,
  openDamaged,
  type ProvenByRecovery,
  readDamaged,
} from "../../keystore/damaged";
import { readUnparsed } from "../../keystore/file";
import type { KeyShare } from "../../share/read-share";
import { copiesBesideDamaged, soundCopy } from "./copies-beside";
import { openLocked } from "./open-for-renewal";
import { combineUnlisted, type SetHeader } from "./unlisted-shares";

/** A damaged keystore and its file. It would be kept as `<name>.damaged-<8 hex of its SHA-256>.json`. */
export interface DamagedFile extends Replaced {
  readonly damaged: DamagedKeystore;
  /** Of the damaged file, 64 hex. */
  readonly sha256: string;
}

/** A damaged keystore that was opened to be replaced by a clean generation. Whoever opened it releases the lock. */
export interface OpenedDamaged extends DamagedFile {
  readonly lock: Lock;
}

/** What a quorum proved of a damaged keystore. Both keys are the caller's to wipe. */
export interface OpenedByQuorum {
  readonly proven: ProvenByRecovery;
  readonly recoveryKey: SecretBytes;
  readonly set: SetHeader;
}

/**
 * Opens the file at `path`, which openForRenewal refused, for the exception path of a recovery. Fails as
 * readDamagedFile does, and with keystore.sound-copy where a sound copy of it stands beside it.
 */
export async function openDamagedForRenewal(path: string): Promise<Result<OpenedDamaged>> {
  return openLocked(path, readToReplace);
}

async function readToReplace(path: string): Promise<Result<DamagedFile>> {
  const file = await readDamagedFile(path);
  if (!file.ok) return file;
  const copy = soundCopy(await copiesBesideDamaged(path, file.value.damaged.unproven));
  if (copy === null) return file;
  return fail({ code: "keystore.sound-copy", generation: copy.generation, path: copy.path });
}

/**
 * Reads the file at `path`, which is refused as a keystore, for what is left in it. Fails as readUnparsed and
 * readDamaged do, and with ceremony.not-now for a keystore that is sound.
 */
export async function readDamagedFile(path: string): Promise<Result<DamagedFile>> {
  const file = await readUnparsed(path);
  if (!file.ok) return file;
  const { bytes } = file.value;
  const damaged = readDamaged(bytes);
  if (!damaged.ok) return damaged;
  if (damaged.value === null) return fail({ code: "ceremony.not-now" });
  const digest = hex(sha256(bytes));
  const name = basename(path).replace(/\.json$/, "");
  const keptAs = join(dirname(path), `${name}.damaged-${digest.slice(0, 8)}.json`);
  return ok({ path, bytes, keptAs, damaged: damaged.value, sha256: digest });
}

/**
 * Opens a damaged keystore with a quorum's shares, combined without commitments. `fingerprint` (32 hex) is the vault
 * fingerprint as people read it from their sheets. Fails as combineUnlisted and openDamaged do; the shares stay the caller's.
 */
export async function openDamagedWithQuorum(
  damaged: DamagedKeystore,
  shares: readonly KeyShare[],
  fingerprint: string,
): Promise<Result<OpenedByQuorum>> {
  const combined = await combineUnlisted(shares);
  if (!combined.ok) return combined;
  const { recoveryKey, set } = combined.value;
  const proven = openDamaged(damaged, recoveryKey, set, fingerprint);
  if (proven.ok) return ok({ proven: proven.value, recoveryKey, set });
  recoveryKey.wipe();
  return proven;
}

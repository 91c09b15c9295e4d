import { basename, dirname, join } from "node:path";
import { type CopyBeside, copyInstead } from "../../contract/damaged-facts";
import type { KeystoreFailure } from "../../contract/errors";
import { fail, ok, type Result } from "../../contract/result";
import { hex, sha256 } from "../../crypto/hash";
import type { SecretBytes } from "../../crypto/secret-bytes";
import type { Lock } from "../../files/lock";
import { readBeginning } from "../../files/read-limited";
import type { Replaced } from "../../files/replace-file";
import {
  claimOf,
  type DamagedKeystore,
  namedInside,
  openDamaged,
  type ProvenByRecovery,
  readDamaged,
} from "../../keystore/damaged";
import { readUnparsed } from "../../keystore/file";
import { KEYSTORE_LIMIT, parseKeystore } from "../../keystore/parse";
import type { KeyShare } from "../../share/read-share";
import { claimsBeside, copiesOf } from "./copies-beside";
import { lookBeside } from "./look-beside";
import { openLocked } from "./open-for-renewal";
import { combineUnlisted, type SetHeader } from "./unlisted-shares";

/** A damaged keystore and its file. It would be kept as `<name>.damaged-<8 hex of its SHA-256>.json`. */
export interface DamagedFile extends Replaced {
  readonly damaged: DamagedKeystore;
  /** Of the damaged file, 64 hex. */
  readonly sha256: string;
  /** The sound keystores in its folder. */
  readonly copies: readonly CopyBeside[];
  /** The generations that it, and copies of its vault beside it, claim. */
  readonly claims: readonly number[];
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
 * Opens the file at `path`, which openForRenewal refused, for the exception path of a recovery; `fingerprint` is the vault's
 * as far as it was typed from a sheet. Fails as readDamagedFile does, and with keystore.sound-copy where a sound copy of
 * its vault lies beside it that the same sheets open.
 */
export async function openDamagedForRenewal(
  path: string,
  fingerprint: string,
): Promise<Result<OpenedDamaged>> {
  return openLocked(path, (target) => readToReplace(target, fingerprint));
}

async function readToReplace(path: string, fingerprint: string): Promise<Result<DamagedFile>> {
  const file = await readDamagedFile(path);
  if (!file.ok) return file;
  const copy = copyInstead(file.value.copies, fingerprint);
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
  const beside = await lookBeside(path);
  const named = [damaged.value];
  const claim = claimOf(damaged.value.unproven);
  return ok({
    path,
    bytes,
    keptAs,
    damaged: damaged.value,
    sha256: digest,
    copies: copiesOf(named, beside),
    claims: [...(claim === null ? [] : [claim]), ...claimsBeside(named, beside)],
  });
}

/**
 * Of a file at `path` that is refused, and in which nothing is left that a quorum opens: why, and the sound keystores
 * beside it. Null where it never was a keystore, where it is only written in an unusual way, and where there are none.
 */
export async function copiesOfUnreadable(
  path: string,
): Promise<{ readonly refusal: KeystoreFailure; readonly copies: readonly CopyBeside[] } | null> {
  const refusal = await refusalOf(path);
  if (refusal === null || refusal.code === "keystore.not-canonical") return null;
  const copies = await soundBeside(path);
  return copies.length === 0 ? null : { refusal, copies };
}

/** Why the file at `path` is no keystore; null where it is one, or cannot be read at all. */
async function refusalOf(path: string): Promise<KeystoreFailure | null> {
  const file = await readUnparsed(path);
  if (file.ok) {
    const parsed = parseKeystore(file.value.bytes);
    return parsed.ok ? null : parsed.error;
  }
  return file.error.code === "keystore.too-large" ? file.error : null;
}

/** The sound keystores beside a file at `path` that is or was a keystore too; none beside any other. */
export async function soundBeside(path: string): Promise<readonly CopyBeside[]> {
  const beginning = await readBeginning(path, KEYSTORE_LIMIT);
  if (!beginning.ok) return [];
  const bytes = beginning.value;
  const named = namedInside(bytes);
  const wasKeystore = named.length > 0 || bytes.includes("key-ceremony.keystore");
  return wasKeystore ? copiesOf(named, await lookBeside(path)) : [];
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

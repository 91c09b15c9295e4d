import type { KeystoreFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { fromBase64url } from "../crypto/base64url";
import { kid } from "../crypto/kid";
import type { SecretBytes } from "../crypto/secret-bytes";
import { sealPair, vaultFingerprint } from "../crypto/signing";
import { type Jwe, unwrap } from "../crypto/wrap";
import type { Keystore } from "./document";
import { parseKeystore, readJson } from "./parse";
import { PRACTICE_RECOVERY_KEY, recoveryKeyHeader } from "./protected-header";
import { keystoreSchema, listedSharesSchema, recoveryHeaderSchema } from "./schema";

/** What stands in a damaged keystore: members that are well formed alone. Nothing proves any of them. */
export type Unproven = Partial<Omit<Keystore, "format" | "version" | "recoveryKey" | "seal">>;

/** What can be made out of one share in the list: null where that part is missing or broken. */
export interface ListedShare {
  readonly custodian: string | null;
  readonly commitment: string | null;
}

/** A keystore that a strict reader refuses, and whose `recoveryKey` is there. */
export interface DamagedKeystore {
  /** What the strict reader says. */
  readonly refusal: KeystoreFailure;
  readonly unproven: Unproven;
  /** The names of members that are missing or broken. */
  readonly broken: readonly (keyof Keystore)[];
  /** The share set's list, share by share, even where the set as a whole is broken. */
  readonly listed: readonly ListedShare[];
  readonly recoveryKey: Jwe;
  /** By the header of `recoveryKey`, which only shares of that kind can open. */
  readonly practice: boolean;
  /** By the same header: a quorum that opens it proves it. */
  readonly vaultId: string;
}

/** What a quorum's Recovery Key proves of a damaged keystore: the vault, the set and whether it is practice. */
export interface ProvenByRecovery {
  /** The caller's to wipe. */
  readonly masterKey: SecretBytes;
  readonly vaultId: string;
}

/**
 * Reads a keystore that parseKeystore refuses, for the exception path of a recovery. Fails with what the strict reader
 * says where it is no JSON, another format, a newer version or only written in an unusual way, and with keystore.no-recovery-key where nothing in it
 * could be opened by a quorum. Null for a keystore that is sound.
 */
export function readDamaged(bytes: Uint8Array): Result<DamagedKeystore | null, KeystoreFailure> {
  const strict = parseKeystore(bytes);
  if (strict.ok) return ok(null);
  // Another program has only written it in another way: nothing of it is damaged.
  if (strict.error.code === "keystore.not-canonical" && strict.error.sealed) return strict;
  const json = readJson(bytes);
  if (!json.ok) return json;
  const members = new Map(Object.entries(json.value.value as object));
  const unproven: Record<string, unknown> = {};
  const broken: (keyof Keystore)[] = [];
  for (const [name, schema] of Object.entries(keystoreSchema.shape)) {
    const member = schema.safeParse(members.get(name));
    if (member.success) unproven[name] = member.data;
    else broken.push(name as keyof Keystore);
  }
  const { recoveryKey, format: _, version: __, seal: ___, ...rest } = unproven as Partial<Keystore>;
  if (recoveryKey === undefined) return fail({ code: "keystore.no-recovery-key" });
  const header = headerOf(recoveryKey);
  if (header === null) return fail({ code: "keystore.no-recovery-key" });
  const listed = listedIn(members.get("shareSet"));
  const practice = header.typ === PRACTICE_RECOVERY_KEY;
  const vaultId = header.vault;
  return ok({ refusal: strict.error, unproven: rest, broken, listed, recoveryKey, practice, vaultId });
}

/**
 * Opens a damaged keystore with a Recovery Key (32 bytes) that was combined without commitments from shares of set
 * `set`. AES-GCM proves the header, which names vault, set and practice; `fingerprint` (32 hex), compared by people with
 * their sheets, proves the vault. Fails with share.does-not-open for another key, with keystore.other-fingerprint
 * for another vault.
 */
export function openDamaged(
  { recoveryKey }: Pick<DamagedKeystore, "recoveryKey">,
  key: SecretBytes,
  set: { readonly setId: string; readonly practice: boolean },
  fingerprint: string,
): Result<ProvenByRecovery> {
  const vaultId = headerOf(recoveryKey)?.vault ?? null;
  const masterKey = unwrap(recoveryKey, key);
  if (masterKey === null || vaultId === null) {
    masterKey?.wipe();
    return fail({ code: "share.does-not-open" });
  }
  const { setId, practice } = set;
  const facts = { practice, vault: { id: vaultId }, shareSet: { id: setId } };
  const opened = fingerprintOfKey(masterKey);
  if (recoveryKey.protected === recoveryKeyHeader(facts, kid(key)) && opened === fingerprint) {
    return ok({ masterKey, vaultId });
  }
  masterKey.wipe();
  return opened === fingerprint
    ? fail({ code: "share.does-not-open" })
    : fail({ code: "keystore.other-fingerprint", fingerprint: opened });
}

function listedIn(shareSet: unknown): readonly ListedShare[] {
  const read = listedSharesSchema.safeParse(shareSet);
  return read.success ? read.data.shares.map(({ custodian, commitment }) => ({ custodian, commitment })) : [];
}

/** The header of a `recoveryKey`, unproven until it was opened; null where it is none. */
function headerOf(recoveryKey: Jwe): { readonly vault: string; readonly typ: string } | null {
  try {
    const text = new TextDecoder().decode(fromBase64url(recoveryKey.protected) ?? undefined);
    return recoveryHeaderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function fingerprintOfKey(masterKey: SecretBytes): string {
  const sealKey = sealPair(masterKey);
  try {
    return vaultFingerprint(sealKey.publicKey);
  } finally {
    sealKey.wipe();
  }
}

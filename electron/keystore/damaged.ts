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
import { claimSchema, keystoreSchema, listedSharesSchema, recoveryHeaderSchema } from "./schema";

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
  /** 8 hex, by the same header. */
  readonly setId: string;
}

/** Which vault and share set a file's `recoveryKey` names. Nothing proves it before that was opened. */
export interface NamedInside {
  readonly vaultId: string;
  /** 8 hex. */
  readonly setId: string;
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
  const { vault: vaultId, shareSet: setId } = header;
  return ok({ refusal: strict.error, unproven: rest, broken, listed, recoveryKey, practice, vaultId, setId });
}

/**
 * Which vaults a file is about that may be damaged in any way, cut off too: by each header of a `recoveryKey` that is found
 * in its text, of the first ten that may be one.
 */
export function namedInside(bytes: Uint8Array): readonly NamedInside[] {
  const text = new TextDecoder().decode(bytes);
  const found = [...text.matchAll(/"protected"\s*:\s*"([A-Za-z0-9_-]{1,1000})"/g)].slice(0, 10);
  return found.flatMap(([, encoded = ""]) => {
    const header = headerIn(encoded);
    return header === null ? [] : [{ vaultId: header.vault, setId: header.shareSet }];
  });
}

/** The generation that a damaged document claims, where it claims one. A list of ceremonies claims one for each. */
export function claimOf(document: unknown): number | null {
  const claims = claimSchema.safeParse(document);
  return claims.success ? (claims.data.generation ?? claims.data.ceremonies?.length ?? null) : null;
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

interface RecoveryHeader {
  readonly vault: string;
  readonly shareSet: string;
  readonly typ: string;
}

/** The header of a `recoveryKey`, unproven until it was opened; null where it is none. */
function headerOf({ protected: encoded }: Jwe): RecoveryHeader | null {
  return headerIn(encoded);
}

function headerIn(encoded: string): RecoveryHeader | null {
  try {
    const text = new TextDecoder().decode(fromBase64url(encoded) ?? undefined);
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

import { writtenTime } from "../contract/time";
import { toBase64url } from "../crypto/base64url";
import { kid } from "../crypto/kid";
import type { SecretBytes } from "../crypto/secret-bytes";
import { sealPair } from "../crypto/signing";
import { wrap } from "../crypto/wrap";
import type { Keystore } from "./document";
import {
  ceremonyMember,
  type NewCeremony,
  type NewShareSet,
  shareSetMember,
  wrappingKeyMember,
} from "./members";
import { encryptedKeyHeader, recoveryKeyHeader } from "./protected-header";
import { sealKeystore } from "./seal";

/** What the first generation of a keystore is made of. The three keys stay the caller's, to wipe. */
export interface NewKeystore extends NewShareSet {
  /** `id` is a UUID v4; the name went through readName. */
  readonly vault: { readonly id: string; readonly name: string };
  readonly practice: boolean;
  readonly now: Date;
  /** 32 bytes. */
  readonly masterKey: SecretBytes;
  /** 32 bytes, or 24 for the databunker profile. */
  readonly wrappingKey: SecretBytes;
  /** 32 bytes, of which `shares` are the split. */
  readonly recoveryKey: SecretBytes;
  readonly ceremony: NewCeremony<"generate">;
}

/** Makes a vault's first keystore (FORMATS §3): the Master Key wrapped twice, everything sealed by it. */
export function createKeystore(input: NewKeystore): Keystore {
  const { vault, practice, masterKey, wrappingKey, recoveryKey, ceremony } = input;
  const now = writtenTime(input.now);
  const sealKey = sealPair(masterKey);
  try {
    const facts = {
      vault: { id: vault.id, name: vault.name },
      practice,
      generation: 1,
      previous: null,
      createdAt: now,
      updatedAt: now,
      masterKey: { kid: kid(masterKey), sealKey: toBase64url(sealKey.publicKey), createdAt: now },
      wrappingKey: wrappingKeyMember(wrappingKey, now),
      shareSet: shareSetMember(input, now),
      retiredShareSets: [],
      ceremonies: [ceremonyMember(ceremony, now)],
    } as const;
    const document = {
      format: "key-ceremony.keystore",
      version: 1,
      ...facts,
      encryptedKey: wrap(masterKey, wrappingKey, encryptedKeyHeader(facts)),
      recoveryKey: wrap(masterKey, recoveryKey, recoveryKeyHeader(facts, kid(recoveryKey))),
    } as const;
    return sealKeystore(document, sealKey);
  } finally {
    sealKey.wipe();
  }
}

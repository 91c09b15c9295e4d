import type { RecordFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { readTypedHex } from "../contract/typed-hex";
import type { VerifiedRecord } from "./reading";

/** What a sealed keystore says of its ceremonies (FORMATS §3). */
export interface RecordAnchor {
  readonly vault: { readonly id: string };
  readonly practice: boolean;
  readonly ceremonies: readonly {
    readonly id: string;
    readonly kind: string;
    /** b64u of the record's public key. */
    readonly recordKey: string;
  }[];
}

/**
 * Whether a sealed record has the head that people wrote on paper, as they type it (`readTypedHex`).
 * Where it has, and the paper is trusted, the record is authentic.
 */
export function hasHead(record: VerifiedRecord, typed: string): Result<null, RecordFailure> {
  const { digits: head, odd } = readTypedHex(typed);
  const { length } = [...head];
  if (odd !== null || length !== 64) return fail({ code: "record.bad-head", length, odd });
  if (!record.sealed) return unsealed(record);
  if (head === record.head) return ok(null);
  return fail({ code: head === record.firstHash ? "record.first-hash" : "record.other-head" });
}

/**
 * Whether a keystore names a sealed record's key as that of the same ceremony. Where it does, and the keystore's vault
 * fingerprint is the one on the sheets, the record is authentic.
 */
export function isAnchoredIn(record: VerifiedRecord, keystore: RecordAnchor): Result<null, RecordFailure> {
  if (!record.sealed) return unsealed(record);
  const ceremony = keystore.ceremonies.find(({ recordKey }) => recordKey === record.recordKey);
  if (ceremony === undefined) return fail({ code: "record.not-in-keystore" });
  const told = [
    ["ceremonyId", record.ceremonyId, ceremony.id],
    ["kind", record.kind, ceremony.kind],
    ["vaultId", record.vaultId, keystore.vault.id],
    ["practice", record.practice, keystore.practice],
  ] as const;
  const other = told.find(([, here, there]) => here !== there);
  return other === undefined ? ok(null) : fail({ code: "record.keystore-differs", member: other[0] });
}

function unsealed({ lines }: VerifiedRecord): Result<null, RecordFailure> {
  return fail({ code: "record.unsealed", line: lines });
}

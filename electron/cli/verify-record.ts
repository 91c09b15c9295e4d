import type { Failure } from "../contract/errors";
import { inFours } from "../contract/fours";
import type { RecordFacts } from "../contract/record-facts";
import { fail, ok, type Result } from "../contract/result";
import { readTypedHex } from "../contract/typed-hex";
import { fingerprintOf } from "../keystore/facts";
import { readKeystoreFile } from "../keystore/file";
import { hasHead, isAnchoredIn } from "../record/authentic";
import type { VerifiedRecord } from "../record/reading";
import { verifyRecordFile } from "../record/verify-record";
import { type Answer, refused } from "./answer";
import type { VerifyRecordRequest } from "./arguments";
import { fact } from "./keystore-lines";
import { hashLines } from "./record-lines";

/**
 * `verify-record`: whether a ceremony's record is consistent and sealed and, with the head on paper or a keystore,
 * authentic. Without its seal, or where one of them does not fit, the answer is no, and still tells what was read. A keystore
 * is anybody's until its vault fingerprint was compared, here with `fingerprint` or by people.
 */
export async function verifyRecord({
  path,
  head,
  keystore,
  fingerprint,
}: VerifyRecordRequest): Promise<Answer> {
  const read = await verifyRecordFile(path);
  if (!read.ok) return refused(read.error);
  const record = read.value;
  const facts = { path, ...record };
  const story = storyOf(facts);
  if (!record.sealed) return told(refused({ code: "record.unsealed", line: record.lines }), facts, story);
  if (head !== null) {
    const same = hasHead(record, head);
    if (!same.ok) return told(refused(same.error), facts, story);
  }
  const anchor = keystore === null ? null : await anchoredIn(record, keystore, fingerprint);
  if (anchor?.ok === false) return told(refused(anchor.error), facts, story);
  const vaultFingerprint = anchor?.value ?? null;
  const isAuthentic = head !== null || anchor !== null;
  return {
    ok: true,
    code: isAuthentic ? "record.authentic" : "record.consistent",
    facts: {
      ...facts,
      comparedWith: { head: head !== null, keystore, vaultFingerprint, fingerprint: fingerprint !== null },
    },
    lines: [...story, "", ...verdict(head !== null, vaultFingerprint, fingerprint !== null)],
  };
}

/** A no, with what the record says all the same. */
function told(answer: Answer, facts: RecordFacts, story: readonly string[]): Answer {
  return { ...answer, facts: { ...facts, ...answer.facts }, lines: [...story, "", ...answer.lines] };
}

/** The vault fingerprint of the sealed keystore that anchors the record, and is the typed one where one was typed. */
async function anchoredIn(
  record: VerifiedRecord,
  path: string,
  typed: string | null,
): Promise<Result<string, Failure>> {
  const sheet = typed === null ? null : readTypedHex(typed);
  if (sheet !== null && (sheet.odd !== null || sheet.digits.length !== 32)) {
    return fail({ code: "plan.fingerprint", length: [...sheet.digits].length, odd: sheet.odd });
  }
  const read = await readKeystoreFile(path);
  if (!read.ok) return read;
  const anchored = isAnchoredIn(record, read.value.keystore);
  if (!anchored.ok) return anchored;
  const fingerprint = fingerprintOf(read.value.keystore);
  if (sheet !== null && sheet.digits !== fingerprint)
    return fail({ code: "record.other-vault", fingerprint });
  return ok(fingerprint);
}

function storyOf(facts: RecordFacts): string[] {
  const { practice, kind, ceremonyId, vaultId, from, to, lines, sealed } = facts;
  const { parametersHash, firstHash, head } = facts;
  return [
    ...(practice ? ["PRACTICE: this record is of a rehearsal. What was made in it protects nothing."] : []),
    fact("Ceremony", `${kind}, ${ceremonyId}`),
    fact("Vault id", vaultId),
    fact("First line", from),
    fact("Last line", to),
    fact("Lines", `${lines}`),
    ...remarkableLines(facts),
    ...(parametersHash === null ? [] : hashLines("Parameters’ hash", parametersHash)),
    ...hashLines("First line’s hash", firstHash),
    ...hashLines(sealed ? "Head" : "Last line’s hash", head),
  ];
}

function remarkableLines({ remarkable }: RecordFacts): string[] {
  const { exceptions, disagreements, refusals, aborts, spoiled, clockJumps } = remarkable;
  const counted = [
    ["Exceptions", exceptions],
    ["Disagreements", disagreements],
    ["Refused entries", refusals],
    ["Aborted or left", aborts],
    ["Spoiled sheets", spoiled],
    ["Clock set back", clockJumps],
  ] as const;
  return counted.filter(([, count]) => count > 0).map(([label, count]) => fact(label, `${count}`));
}

function verdict(
  comparedHead: boolean,
  vaultFingerprint: string | null,
  comparedFingerprint: boolean,
): string[] {
  const consistent = [
    "This record is consistent: each line follows from the one before, and the seal holds. Nothing in it was",
    "changed, added or removed since it was sealed.",
  ];
  if (!comparedHead && vaultFingerprint === null) {
    return [
      ...consistent,
      "Whether it is the ceremony’s own record, and not another one that was made up whole, it cannot say of itself:",
      "compare the head with the one that the witnesses wrote on paper (--head), or give the keystore (--keystore).",
    ];
  }
  return [
    ...consistent,
    ...(comparedHead
      ? [
          "It is authentic: its head is the one that was given. That is as good as the paper it was read from.",
        ]
      : []),
    ...(vaultFingerprint === null
      ? []
      : [
          "It is authentic: the sealed keystore names its key as this ceremony’s. That holds for the vault with the",
          comparedFingerprint
            ? `fingerprint ${inFours(vaultFingerprint)}, the one that was given.`
            : `fingerprint ${inFours(vaultFingerprint)}: compare it with the one on the sheets, or give that (--fingerprint).`,
        ]),
  ];
}

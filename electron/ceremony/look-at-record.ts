import type { RecordedLine } from "../contract/record-facts";
import { fail, ok, type Result } from "../contract/result";
import type { Paper, RecordSheet } from "../contract/sheets";
import { ceremonyTitles } from "../contract/titles";
import type { RecordView } from "../contract/views";
import { fingerprintOf } from "../keystore/facts";
import { readKeystoreFile } from "../keystore/file";
import { hasHead, isAnchoredIn } from "../record/authentic";
import { inWords } from "../record/in-words";
import { toldPeople } from "../record/told-people";
import { verifyRecordFile } from "../record/verify-record";

/** More lines than a ceremony of 255 custodians writes. */
const LINES_SHOWN = 4000;

/** How many characters of a text are shown: of a longer one the file tells the rest. */
const TEXT_SHOWN = 1000;

/** A record, and what was proven of it. */
export type LookedAt = Pick<RecordView, "facts" | "lines" | "sameHead" | "anchor">;

/** Verifies the record in a file and shows what it says; nothing is compared yet. Fails as verifyRecordFile does. */
export async function lookAtRecord(path: string): Promise<Result<LookedAt>> {
  const lines: RecordedLine[] = [];
  const read = await verifyRecordFile(path, (line) => {
    if (lines.length < LINES_SHOWN) lines.push(shortened(inWords(line)));
  });
  if (!read.ok) return read;
  return ok({ facts: { path, ...read.value }, lines, sameHead: false, anchor: null });
}

/** The record with the head that somebody typed from paper, if it is the record's. */
export function withHead(looked: LookedAt, typed: string): Result<LookedAt> {
  const same = hasHead(looked.facts, typed);
  return same.ok ? ok({ ...looked, sameHead: true }) : same;
}

/** The record with the keystore in a file, if that is sealed and names the record's key. */
export async function withAnchor(looked: LookedAt, path: string): Promise<Result<LookedAt>> {
  const file = await readKeystoreFile(path);
  if (!file.ok) return file;
  const { keystore } = file.value;
  const anchored = isAnchoredIn(looked.facts, keystore);
  if (!anchored.ok) return anchored;
  const anchor = { path, vaultName: keystore.vault.name, vaultFingerprint: fingerprintOf(keystore) };
  return ok({ ...looked, anchor });
}

/**
 * The record in its file on as many pages as it takes, read again and whole. Fails as verifyRecordFile does, and with
 * file.not-as-written where it is not the one that was looked at any more.
 */
export async function sheetOfRecord(
  { path, head, parametersHash, practice, kind, vaultId }: LookedAt["facts"],
  { now, appVersion, paper }: { readonly now: Date; readonly appVersion: string; readonly paper: Paper },
): Promise<Result<RecordSheet>> {
  const lines: RecordedLine[] = [];
  let told = toldPeople(null);
  const read = await verifyRecordFile(path, (line) => {
    if (line.seq === 0) told = toldPeople(line);
    lines.push(inWords(line));
  });
  if (!read.ok) return read;
  if (read.value.head !== head) return fail({ code: "file.not-as-written", path });
  return ok({
    kind: "record",
    title: `Record: ${ceremonyTitles[kind]}`,
    ...{ practice, paper, appVersion, parametersHash, lines },
    vaultName: told.vaultName ?? vaultId,
    date: now.toISOString(),
    firstHash: read.value.firstHash,
    head: read.value.sealed ? head : null,
    people: told.people,
  });
}

function shortened({ actor, event, text, ...line }: RecordedLine): RecordedLine {
  return { ...line, actor: cut(actor), event: cut(event), text: cut(text) };
}

function cut(text: string): string {
  return text.length <= TEXT_SHOWN ? text : `${[...text.slice(0, TEXT_SHOWN)].slice(0, -1).join("")}…`;
}

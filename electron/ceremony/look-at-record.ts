import type { RecordedLine } from "../contract/record-facts";
import { ok, type Result } from "../contract/result";
import type { RecordView } from "../contract/views";
import { fingerprintOf } from "../keystore/facts";
import { readKeystoreFile } from "../keystore/file";
import { hasHead, isAnchoredIn } from "../record/authentic";
import { inWords } from "../record/in-words";
import { verifyRecordFile } from "../record/verify-record";

/** More lines than a ceremony of 255 custodians writes. */
const LINES_SHOWN = 4000;

/** How many characters of a text are shown: of a longer one the file tells the rest. */
const TEXT_SHOWN = 1000;

/** Verifies the record in a file and shows what it says; nothing is compared yet. Fails as verifyRecordFile does. */
export async function lookAtRecord(path: string): Promise<Result<RecordView>> {
  const lines: RecordedLine[] = [];
  const read = await verifyRecordFile(path, (line) => {
    if (lines.length < LINES_SHOWN) lines.push(shortened(inWords(line)));
  });
  if (!read.ok) return read;
  return ok({ at: "record", facts: { path, ...read.value }, lines, sameHead: false, anchor: null });
}

/** The record with the head that somebody typed from paper, if it is the record's. */
export function withHead(view: RecordView, typed: string): Result<RecordView> {
  const same = hasHead(view.facts, typed);
  return same.ok ? ok({ ...view, sameHead: true }) : same;
}

/** The record with the keystore in a file, if that is sealed and names the record's key. */
export async function withAnchor(view: RecordView, path: string): Promise<Result<RecordView>> {
  const file = await readKeystoreFile(path);
  if (!file.ok) return file;
  const { keystore } = file.value;
  const anchored = isAnchoredIn(view.facts, keystore);
  if (!anchored.ok) return anchored;
  const anchor = { path, vaultName: keystore.vault.name, vaultFingerprint: fingerprintOf(keystore) };
  return ok({ ...view, anchor });
}

function shortened({ actor, event, text, ...line }: RecordedLine): RecordedLine {
  return { ...line, actor: cut(actor), event: cut(event), text: cut(text) };
}

function cut(text: string): string {
  return text.length <= TEXT_SHOWN ? text : `${[...text.slice(0, TEXT_SHOWN)].slice(0, -1).join("")}…`;
}

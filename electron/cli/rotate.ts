import { generationOpenedBy } from "../ceremony/renewal/copies-beside";
import type { OpenedKeystore } from "../ceremony/renewal/open-for-renewal";
import { renewalNote } from "../ceremony/renewal/renewal-notes";
import type { Result } from "../contract/result";
import { openWithWrappingKey } from "../keystore/open";
import type { RecordNote } from "../record/record-note";
import { type Answer, refused } from "./answer";
import type { RotateRequest } from "./arguments";
import { type CeremonyRecord, COMMAND_LINE } from "./ceremony-record";
import { keyRefused, readKey } from "./read-key";
import { notRecorded } from "./record-lines";
import { type OpenVault, renew, stopped } from "./renewal";
import type { Terminal } from "./run";
import { withOlderGeneration } from "./where-things-stand";

/** `rotate`: gives the vault a new Wrapping Key by the present one. */
export async function rotate(request: RotateRequest, terminal: Terminal): Promise<Answer> {
  const ended = terminal.endRequested();
  const openVault: OpenVault = (opened, record) =>
    openWithKey(opened, record, request.wrappingKeyFile, terminal, ended);
  return renew({ kind: "rotate", opener: "wrapping-key", request, terminal, ended, openVault });
}

async function openWithKey(
  opened: OpenedKeystore,
  record: CeremonyRecord,
  path: string,
  terminal: Terminal,
  ended: AbortSignal,
): ReturnType<OpenVault> {
  const file = await readKey(path, null, terminal, ended);
  if (file === null) return { answer: stopped };
  if (!file.ok) {
    const noted = record.note(keyNote(file));
    return { answer: noted.ok ? keyRefused(file.error) : notRecorded(noted.error) };
  }
  const { key } = file.value;
  try {
    const masterKey = openWithWrappingKey(opened.keystore, key);
    const noted = record.note(keyNote(masterKey));
    if (!noted.ok) {
      if (masterKey.ok) masterKey.value.wipe();
      return { answer: notRecorded(noted.error) };
    }
    if (masterKey.ok) return { vault: { masterKey: masterKey.value, lines: [], facts: {} } };
    const older = await generationOpenedBy(opened, key);
    return { answer: withOlderGeneration(refused(masterKey.error), older, opened) };
  } finally {
    key.wipe();
  }
}

/** What the record says of the present key: never the key. */
function keyNote(key: Result<unknown>): RecordNote {
  return key.ok
    ? renewalNote("key.entered", COMMAND_LINE, {})
    : renewalNote("key.refused", COMMAND_LINE, { code: key.error.code });
}

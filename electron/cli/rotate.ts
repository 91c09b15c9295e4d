import { resolve } from "node:path";
import { generationOpenedBy } from "../ceremony/renewal/copies-beside";
import type { OpenedKeystore } from "../ceremony/renewal/open-for-renewal";
import type { Result } from "../contract/result";
import { openWithWrappingKey } from "../keystore/open";
import { readWrappingKeyFile } from "../keystore/wrapping-key-file";
import type { RecordNote } from "../record/record-note";
import { type Answer, refused } from "./answer";
import type { RotateRequest } from "./arguments";
import { type CeremonyRecord, COMMAND_LINE } from "./ceremony-record";
import { notRecorded } from "./record-lines";
import { type OpenVault, renew } from "./renewal";
import type { Terminal } from "./run";
import { withOlderGeneration } from "./where-things-stand";

/** `rotate`: gives the vault a new Wrapping Key by the present one. */
export async function rotate(request: RotateRequest, terminal: Terminal): Promise<Answer> {
  const ended = terminal.endRequested();
  const openVault: OpenVault = (opened, record) =>
    openWithFile(opened, record, resolve(request.wrappingKeyFile));
  return renew({ kind: "rotate", opener: "wrapping-key", request, terminal, ended, openVault });
}

async function openWithFile(
  opened: OpenedKeystore,
  record: CeremonyRecord,
  path: string,
): ReturnType<OpenVault> {
  const file = await readWrappingKeyFile(path, null);
  if (!file.ok) {
    const noted = record.note(keyNote(file, path));
    return { answer: noted.ok ? refused(file.error) : notRecorded(noted.error) };
  }
  const { key } = file.value;
  try {
    const masterKey = openWithWrappingKey(opened.keystore, key);
    const noted = record.note(keyNote(masterKey, path));
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

/** What the record says of the present key, read from `path`: never the key. */
function keyNote(key: Result<unknown>, path: string): RecordNote {
  return key.ok
    ? { event: "key.entered", actor: COMMAND_LINE, data: { how: "file", path } }
    : { event: "key.refused", actor: COMMAND_LINE, data: { path, code: key.error.code } };
}

import { resolve } from "node:path";
import { tryKeyPlace } from "../ceremony/renewal/deliver";
import { type OpenedKeystore, openForRenewal } from "../ceremony/renewal/open-for-renewal";
import { visible } from "../contract/escape";
import type { SecretBytes } from "../crypto/secret-bytes";
import { selfTest } from "../crypto/self-test";
import type { Place } from "../files/try-place";
import type { Keystore } from "../keystore/document";
import { type Answer, refused } from "./answer";
import { CeremonyRecord, type RecordedRenewal } from "./ceremony-record";
import { deliverAndWrite } from "./deliver-and-write";
import { type Looked, lookAround } from "./look-around";
import { makeNext } from "./make-next";
import { beginningLines, notRecorded, withRecord } from "./record-lines";
import { renewedAnswer } from "./renewed-answer";
import type { Terminal } from "./run";
import { withKeyThere, withRemaining, withSoundCopies } from "./where-things-stand";

/** The opened vault: its Master Key, wiped as soon as the new generation is proven, and what to say of how it was opened. */
export interface OpenedVault {
  readonly masterKey: SecretBytes;
  readonly lines: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A no, and the files that it leaves behind where nobody looks for them. */
export interface Stopped {
  readonly answer: Answer;
  readonly remaining?: readonly string[];
}

/** What was held to its end: the generation that stands there now. */
export interface Held {
  readonly keystore: Keystore;
  readonly vault: OpenedVault;
  readonly looked: Looked;
}

/** How a command opens the vault, each key and share in the record, or the answer that it cannot. */
export type OpenVault = (
  opened: OpenedKeystore,
  record: CeremonyRecord,
) => Promise<{ readonly vault: OpenedVault } | Stopped>;

/** A recover or a rotate, as it was asked for, and how it opens the vault. */
export interface Renewal extends RecordedRenewal {
  readonly terminal: Pick<Terminal, "remark" | "surroundings">;
  readonly ended: AbortSignal;
  readonly openVault: OpenVault;
}

/** What the answer is when a person or the system ended the command before it wrote a key or a keystore. */
export const stopped: Answer = {
  ok: false,
  code: "stopped",
  facts: {},
  lines: ["Stopped. No key was written, the keystore is as it was, and what was entered is wiped."],
};

/**
 * `recover` and `rotate` in DESIGN's order: prove, deliver, take back, write, prove again, wipe. Until the new key
 * is delivered a request to end is heard; from there to the end is a moment that is not cut short.
 */
export async function renew(renewal: Renewal): Promise<Answer> {
  const { path, wrappingKeyOut } = renewal.request;
  const tested = await selfTest();
  if (!tested.ok) return refused(tested.error);
  const opened = await openForRenewal(path);
  if (!opened.ok) return withSoundCopies(refused(opened.error), path);
  const { lock } = opened.value;
  const keyPath = resolve(wrappingKeyOut);
  try {
    const place = await tryKeyPlace(keyPath, opened.value);
    const answer = place.ok
      ? await recorded(renewal, opened.value, place.value)
      : await withKeyThere(refused(place.error), keyPath, opened.value);
    return (await lock.release()).ok ? answer : withLockLeft(answer, lock.file);
  } finally {
    // After a bug: it was not released above.
    await lock.release();
  }
}

/** Another workstation would refuse the keystore while its lock stands there. */
function withLockLeft(answer: Answer, file: string): Answer {
  const line = `The lock ${visible(file)} could not be removed. Remove it when the medium can be written to again.`;
  return withRemaining(answer, file, line);
}

/** Begins the ceremony's record, holds the ceremony, and closes the record over whatever came of it. */
async function recorded(renewal: Renewal, opened: OpenedKeystore, place: Place): Promise<Answer> {
  if (renewal.ended.aborted) return stopped;
  const begun = CeremonyRecord.begin(renewal, opened, place.path);
  if (!begun.ok) return refused(begun.error);
  const record = begun.value;
  try {
    renewal.terminal.remark(`${beginningLines(record).join("\n")}\n`);
    const held = await toItsEnd(() => hold(renewal, opened, place, record), record);
    if (!("answer" in held)) return await renewedAnswer(renewal, opened, place, held, record.end());
    const { answer, remaining = [] } = held;
    return withRecord(answer, record.abort(answer.code, remaining));
  } finally {
    record.close();
  }
}

/** A bug ends the ceremony as a refusal does: the record says so, and is sealed. */
async function toItsEnd<T>(ceremony: () => Promise<T>, record: CeremonyRecord): Promise<T> {
  try {
    return await ceremony();
  } catch (bug) {
    record.abort("internal", []);
    throw bug;
  }
}

/** From the preflight to the proven next generation, each step in the record before the next one is taken. */
async function hold(
  renewal: Renewal,
  opened: OpenedKeystore,
  place: Place,
  record: CeremonyRecord,
): Promise<Held | Stopped> {
  const { ended, terminal } = renewal;
  const looked = await lookAround([opened.path, place.path], record, terminal);
  if (!looked.ok) return { answer: notRecorded(looked.error) };
  if (ended.aborted) return { answer: stopped };
  const opening = await renewal.openVault(opened, record);
  if ("answer" in opening) return opening;
  const { vault } = opening;
  const made = makeNext(renewal, opened, vault.masterKey, record);
  if ("answer" in made) return made;
  const { keystore, wrappingKey } = made;
  try {
    if (ended.aborted) return { answer: stopped };
    const failed = await deliverAndWrite(made, opened, place.path, record);
    return failed ?? { keystore, vault, looked: looked.value };
  } finally {
    wrappingKey.wipe();
  }
}

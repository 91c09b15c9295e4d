import { resolve } from "node:path";
import { namesBeside } from "../ceremony/names-beside";
import { notePlaces } from "../ceremony/note-places";
import { tryKeyPlace } from "../ceremony/renewal/deliver";
import { type OpenedKeystore, openForRenewal } from "../ceremony/renewal/open-for-renewal";
import { visible } from "../contract/escape";
import type { PlaceNote } from "../contract/plan";
import { ok, type Result } from "../contract/result";
import type { SecretBytes } from "../crypto/secret-bytes";
import { selfTest } from "../crypto/self-test";
import type { OtherWrite } from "../files/replace-file";
import { type Place, tryBeside } from "../files/try-place";
import type { Keystore } from "../keystore/document";
import { type Answer, refused } from "./answer";
import { besideLines } from "./beside-lines";
import { CeremonyRecord, type RecordedRenewal } from "./ceremony-record";
import { deliverAndWrite } from "./deliver-and-write";
import { fact, generationLine, vaultLines } from "./keystore-lines";
import { type Looked, lookAround } from "./look-around";
import { makeNext } from "./make-next";
import { beginningLines, notRecorded, withRecord } from "./record-lines";
import { renewedAnswer } from "./renewed-answer";
import type { Terminal } from "./run";
import { placeNoteLines } from "./warnings";
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

/** The place of the new Wrapping Key's file, and what people should know of it and of the keystore's. */
export interface Places {
  readonly key: Place;
  readonly notes: readonly PlaceNote[];
}

/** What was held to its end: the generation that stands there now. */
export interface Held {
  readonly keystore: Keystore;
  readonly vault: OpenedVault;
  readonly looked: Looked;
  /** What something else wrote to the old keystore in the last moment; null for nothing. */
  readonly otherWrite: OtherWrite | null;
}

/** How a command opens the vault, each key and share in the record, or the answer that it cannot. */
export type OpenVault = (
  opened: OpenedKeystore,
  record: CeremonyRecord,
) => Promise<{ readonly vault: OpenedVault } | Stopped>;

/** A recover or a rotate, as it was asked for, and how it opens the vault. */
export interface Renewal extends RecordedRenewal {
  readonly terminal: Pick<Terminal, "remarks" | "surroundings">;
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
    const places = await tryPlaces(keyPath, opened.value);
    const answer = places.ok
      ? await recorded(renewal, opened.value, places.value)
      : await withKeyThere(refused(places.error), keyPath, opened.value);
    return (await lock.release()).ok ? answer : withLockLeft(answer, lock.file);
  } finally {
    // After a bug: it was not released above.
    await lock.release();
  }
}

/** Tries where the key's file and the next generation go, before anything is written. */
async function tryPlaces(keyPath: string, opened: OpenedKeystore): Promise<Result<Places>> {
  const key = await tryKeyPlace(keyPath, opened);
  if (!key.ok) return key;
  // Room is not asked for: a keystore is small, and where it does not fit nothing is replaced.
  const keystore = await tryBeside(opened.path, { room: 0, beside: namesBeside(opened.path, opened.keptAs) });
  return keystore.ok ? ok({ key: key.value, notes: notePlaces(keystore.value, key.value) }) : keystore;
}

/** Another workstation would refuse the keystore while its lock stands there. */
function withLockLeft(answer: Answer, file: string): Answer {
  const line = `The lock ${visible(file)} could not be removed. Remove it when the medium can be written to again.`;
  return withRemaining(answer, file, line);
}

/**
 * Says what people should know of the places, begins the ceremony's record, holds the ceremony, and closes the record
 * over whatever came of it.
 */
async function recorded(renewal: Renewal, opened: OpenedKeystore, places: Places): Promise<Answer> {
  if (renewal.ended.aborted) return stopped;
  renewal.terminal.remarks.write(planLines(opened));
  renewal.terminal.remarks.write(placeNoteLines(places.notes));
  const begun = CeremonyRecord.begin(renewal, opened, places.key.path);
  if (!begun.ok) return refused(begun.error);
  const record = begun.value;
  try {
    renewal.terminal.remarks.write(`${beginningLines(record).join("\n")}\n`);
    const held = await toItsEnd(() => hold(renewal, opened, places.key, record), record);
    if (!("answer" in held)) return renewedAnswer(renewal, opened, places, held, record.end());
    const { answer, remaining = [] } = held;
    const told = { ...answer, facts: { ...answer.facts, notes: places.notes } };
    return withRecord(told, record.abort(answer.code, remaining));
  } finally {
    record.close();
  }
}

/** What the ceremony starts from, said before anything is asked for: an older copy opens as well as the newest. */
function planLines({ path, keystore, beside }: OpenedKeystore): string {
  const lines = [
    ...vaultLines(keystore),
    fact("Keystore", visible(path)),
    generationLine(keystore),
    "If a later ceremony of this vault was held, stop, and use the keystore that it wrote.",
    ...besideLines(beside, keystore.generation),
  ];
  return `${lines.join("\n")}\n`;
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
    const written = await deliverAndWrite(made, opened, place.path, record);
    return "answer" in written ? written : { keystore, vault, looked: looked.value, ...written };
  } finally {
    wrappingKey.wipe();
  }
}

import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { RecordNote } from "../../../electron/record/record-note";
import { openRecorder, type RecordHeader } from "../../../electron/record/recorder";

const people = {
  administrator: "Ada Admin",
  witnesses: ["Wim Witness"],
  custodians: ["Carla", "Chen", "Çelik"],
};

/** A sealed record in a file. */
export interface CeremonyRecord {
  readonly path: string;
  readonly head: string;
  /** b64u. */
  readonly recordKey: string;
}

/** What a small ceremony with an exception, a refusal and a dissenting witness notes. */
export const ceremonyNotes: readonly RecordNote[] = [
  {
    event: "exception.accepted",
    actor: people.administrator,
    data: { item: "swap", decided: "go on: it is encrypted" },
  },
  { event: "keys.made", actor: "app", data: { vault: "16ae03b00582affccf75e44dc8cb7800", threshold: 2 } },
  { event: "share.printed", actor: "app", data: { index: 1, printer: "Office", reach: "local" } },
  { event: "share.refused", actor: "Carla", data: { index: 1, code: "ceremony.read-back" } },
  { event: "share.verified", actor: "Carla", data: { index: 1, bag: "Ä-0017" } },
  { event: "keystore.written", actor: "app", data: { path: "/media/stick/payments.json" } },
  {
    event: "sign-off.given",
    actor: people.administrator,
    data: { present: true, followed: true, true: true },
  },
  { event: "sign-off.dissent", actor: "Wim Witness", data: { reason: "Left the room at “share.printed”." } },
];

/** Writes and seals the record of such a ceremony into a folder. */
export function writeCeremonyRecord(folder: string, change: Partial<RecordHeader> = {}): CeremonyRecord {
  const header: RecordHeader = {
    ceremonyId: randomUUID(),
    kind: "generate",
    vaultId: randomUUID(),
    practice: false,
    parameters: { vaultName: "Payments EU", ...people, threshold: 2 },
    ...change,
  };
  const path = join(folder, `payments.${header.ceremonyId}.record.jsonl`);
  const recorder = openRecorder(header, { path }, () => new Date("2026-11-23T22:00:00.000Z"));
  if (!recorder.ok) throw new Error(recorder.error.code);
  for (const note of ceremonyNotes) {
    const noted = recorder.value.note([note]);
    if (!noted.ok) throw new Error(noted.error.code);
  }
  const sealed = recorder.value.seal();
  if (!sealed.ok) throw new Error(sealed.error.code);
  const recordKey = Buffer.from(recorder.value.publicKey).toString("base64url");
  return { path, head: sealed.value.head, recordKey };
}

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Line } from "../../../electron/record/line";
import type { VerifiedRecord } from "../../../electron/record/reading";
import { verifyRecordFile } from "../../../electron/record/verify-record";

/** A record that a verifier accepts. */
export interface HeldRecord {
  readonly path: string;
  readonly verified: VerifiedRecord;
  readonly lines: readonly Line[];
  /** The events of its lines, in order. */
  readonly events: readonly string[];
  readonly text: string;
}

/** The names of the records in `folder`. */
export async function recordsIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(".record.jsonl"));
}

/** The one record that stands in `folder`. Throws where there is none, several, or one that does not verify. */
export async function recordIn(folder: string): Promise<HeldRecord> {
  const [name, ...others] = await recordsIn(folder);
  if (name === undefined || others.length > 0) throw new Error(`Records: ${[name, ...others].join(", ")}`);
  const path = join(folder, name);
  const lines: Line[] = [];
  const verified = await verifyRecordFile(path, (line) => lines.push(line));
  if (!verified.ok) throw new Error(JSON.stringify(verified.error));
  const text = await readFile(path, "utf8");
  return { path, verified: verified.value, lines, events: lines.map(({ event }) => event), text };
}

/** What a folder holds besides records, sorted. */
export async function othersIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => !name.endsWith(".record.jsonl")).sort();
}

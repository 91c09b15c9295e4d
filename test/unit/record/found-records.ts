import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Line } from "../../../electron/record/line";
import type { VerifiedRecord } from "../../../electron/record/reading";
import { verifyRecordFile } from "../../../electron/record/verify-record";

/** A record that stands in a folder, consistent. */
export interface FoundRecord {
  readonly path: string;
  readonly facts: VerifiedRecord;
  readonly lines: readonly Line[];
  readonly events: readonly string[];
  /** The file as it is. */
  readonly text: string;
}

/** The records in a folder, the oldest first. Throws where one of them is not consistent. */
export async function recordsIn(folder: string): Promise<readonly FoundRecord[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".record.jsonl"));
  const found = await Promise.all(names.map((name) => readRecord(join(folder, name))));
  return found.sort((one, other) => one.facts.from.localeCompare(other.facts.from));
}

async function readRecord(path: string): Promise<FoundRecord> {
  const lines: Line[] = [];
  const read = await verifyRecordFile(path, (line) => lines.push(line));
  if (!read.ok) throw new Error(`${path}: ${read.error.code}`);
  const events = lines.map(({ event }) => event);
  return { path, facts: read.value, lines, events, text: await readFile(path, "utf8") };
}

import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Answer, runs } from "./command-line";

/** The name of a record that stands beside its keystore. */
export const recordName = /^[a-z-]+\.[0-9a-f-]{36}\.record\.jsonl$/;

/** The paths of the records beside a keystore, in no order that means anything. */
export async function recordsOf(keystore: string): Promise<readonly string[]> {
  const names = await readdir(dirname(keystore));
  const name = basename(keystore, ".json");
  return names
    .filter((one) => one.startsWith(`${name}.`) && recordName.test(one))
    .map((one) => join(dirname(keystore), one));
}

/** The one record beside a keystore. */
export async function recordOf(keystore: string): Promise<string> {
  const [path, ...others] = await recordsOf(keystore);
  if (path === undefined || others.length > 0)
    throw new Error(`${others.length + 1} records, and one was awaited.`);
  return path;
}

/** The events of a record, in order. */
export async function eventsIn(path: string): Promise<readonly string[]> {
  const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line).event);
}

/** Its events from the first act on: what came before frames every ceremony. */
export async function actsIn(path: string): Promise<readonly string[]> {
  const events = await eventsIn(path);
  return events.slice(events.indexOf("preflight.passed") + 1);
}

/** The data of each of a record's lines with this event, in order. */
export async function dataOf(path: string, event: string): Promise<readonly Record<string, unknown>[]> {
  const lines = (await readFile(path, "utf8"))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  return lines.filter((line) => line.event === event).map(({ data }) => data);
}

/** What the built command line answers of a record alone, or held against a head that somebody wrote down. */
export function verified(record: string, head?: string): Promise<Answer> {
  return runs(["verify-record", record, ...(head === undefined ? [] : ["--head", head])]);
}

/** What the built command line says of a record, with the keystore that should name it. */
export async function verifies(record: string, keystore: string): Promise<string> {
  return (await runs(["verify-record", record, "--keystore", keystore])).said;
}

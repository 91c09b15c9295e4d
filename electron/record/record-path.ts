import { basename, dirname, join } from "node:path";

/** Where the record of a ceremony stands: `<name>.<ceremony id>.record.jsonl` beside its keystore (FORMATS §4). */
export function recordPath(keystorePath: string, ceremonyId: string): string {
  const name = basename(keystorePath).replace(/\.json$/, "");
  return join(dirname(keystorePath), `${name}.${ceremonyId}.record.jsonl`);
}

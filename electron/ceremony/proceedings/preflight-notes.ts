import type { Finding } from "../../contract/preflight";
import type { RecordNote } from "../../record/record-note";

/** What the preflight found, for the record: one note an item, in the order in which they were looked at. */
export function preflightNotes(findings: readonly Finding[]): readonly RecordNote[] {
  return findings.map(({ id, verdict, found }) => ({
    event: "preflight.found",
    actor: "app",
    data: { item: id, verdict, found },
  }));
}

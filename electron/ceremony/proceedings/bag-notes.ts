import type { RecordNote } from "../../record/record-note";
import type { Bagged } from "./bags";

/** A sheet's new bag, or that it has none. `index`: the share's number; null where it is not known, or no share's. */
export function bagNote(actor: string, index: number | null, number: string | null): RecordNote {
  const which = index === null ? {} : { index };
  return number === null
    ? { event: "bag.none", actor, data: which }
    : { event: "bag.sealed", actor, data: { ...which, number } };
}

/** The bag that a sheet came from, and the one that it went into. */
export function bagChangeNotes(
  actor: string,
  index: number | null,
  { opened, sealed }: Bagged,
): readonly RecordNote[] {
  const which = index === null ? {} : { index };
  const before: readonly RecordNote[] =
    opened === null ? [] : [{ event: "bag.opened", actor, data: { ...which, number: opened } }];
  return [...before, bagNote(actor, index, sealed)];
}

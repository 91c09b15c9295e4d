import type { Result } from "../../contract/result";
import type { RecordNote } from "../../record/record-note";
import type { Bagged } from "./bags";

/** Whose sheet it is. `index`: the share's number; null where it is not known, or no share's. */
interface Sheet {
  readonly actor: string;
  readonly index: number | null;
}

/** A new sheet's bag, that it has none, or that the number was refused: by its code, never what was typed. */
export function newBagNotes(sheet: Sheet, number: Result<string | null>): readonly RecordNote[] {
  return bagChangeNotes(
    sheet,
    number.ok ? { ok: true, value: { opened: null, sealed: number.value } } : number,
  );
}

/** The bag that a sheet came from, and the one that it went into; or that a number was refused. */
export function bagChangeNotes({ actor, index }: Sheet, change: Result<Bagged>): readonly RecordNote[] {
  const which = index === null ? {} : { index };
  if (!change.ok) return [{ event: "bag.refused", actor, data: { ...which, code: change.error.code } }];
  const { opened, sealed } = change.value;
  const before: readonly RecordNote[] =
    opened === null ? [] : [{ event: "bag.opened", actor, data: { ...which, number: opened } }];
  const after: RecordNote =
    sealed === null
      ? { event: "bag.none", actor, data: which }
      : { event: "bag.sealed", actor, data: { ...which, number: sealed } };
  return [...before, after];
}

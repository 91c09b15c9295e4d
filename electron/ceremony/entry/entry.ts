import type { Cell, HowEntered, OfferedRepair, ShareEntryView } from "../../contract/entry-views";
import type { Failure } from "../../contract/errors";
import type { UnlistedOwner } from "../../contract/renewal";
import type { Result } from "../../contract/result";
import type { Admitted } from "../../share/admit";

/**
 * Where the entry of one share stands: words or a code come in; a search for damaged words is under way; what
 * the search found waits for the person's yes. It may be seen: the words themselves are at the desk (share-desk.ts).
 */
export type EntryState = ShareEntryView;

/** What a person did, or how the search ended. */
export type EntryEvent =
  | { readonly type: "entered"; readonly cells: readonly Cell[]; readonly outcome: Outcome }
  | { readonly type: "search-progress"; readonly done: number }
  | { readonly type: "searched"; readonly result: Result<readonly OfferedRepair[]> }
  | { readonly type: "repairs-refused" };

/** What the words or the code that were entered amount to. */
export type Outcome =
  | { readonly kind: "incomplete" }
  | { readonly kind: "refused"; readonly failure: Failure }
  | { readonly kind: "damaged" }
  | { readonly kind: "taken"; readonly taken: Taken };

/** Whose share it is, as far as anything can tell. */
export type Owner = Admitted | UnlistedOwner;

/** A share that was admitted, and how it was entered. */
export type Taken = Owner & { readonly how: HowEntered };

/** What an event makes of an entry. `search`: the search has to begin. Null: the event does not belong here. */
export type EntryStep =
  | { readonly kind: "entry"; readonly entry: EntryState; readonly search: boolean }
  | { readonly kind: "taken"; readonly taken: Taken }
  | null;

/** Where the words stand that are the same on every sheet of a set. */
const SET_POSITIONS: readonly number[] = [1, 2, 3, 4];

const noCells: readonly Cell[] = new Array<Cell>(31).fill("empty");

/** An entry that nothing was entered into yet. */
export function firstEntry(problem: Failure | null = null): EntryState {
  return { step: "enter-share", cells: noCells, problem };
}

/** The entry as one pure, total function. */
export function entering(entry: EntryState, event: EntryEvent): EntryStep {
  switch (event.type) {
    case "entered":
      // While a search runs, nothing else may be entered.
      return entry.step === "searching" ? null : entered(entry, event);
    case "search-progress":
      return entry.step === "searching" ? at({ ...entry, done: event.done }) : null;
    case "searched":
      return entry.step === "searching" ? searched(entry, event.result) : null;
    case "repairs-refused":
      return entry.step === "repairs" ? at({ step: "enter-share", cells: entry.cells, problem: null }) : null;
  }
}

/** Whether an event ends nothing: words follow each other faster than answers, and the screen's stamp stays good. */
export function isQuietEntry(event: EntryEvent): boolean {
  return (
    event.type === "search-progress" || (event.type === "entered" && event.outcome.kind === "incomplete")
  );
}

function entered(entry: EntryState, { cells, outcome }: Extract<EntryEvent, { type: "entered" }>): EntryStep {
  switch (outcome.kind) {
    case "incomplete": {
      const problem = entry.step === "enter-share" ? lasting(entry.problem, cells) : null;
      return at({ step: "enter-share", cells, problem });
    }
    case "refused":
      return at({ step: "enter-share", cells, problem: outcome.failure });
    case "damaged":
      return { kind: "entry", entry: { step: "searching", cells, done: 0 }, search: true };
    case "taken":
      return { kind: "taken", taken: outcome.taken };
  }
}

function searched(
  { cells }: Extract<EntryState, { step: "searching" }>,
  result: Result<readonly OfferedRepair[]>,
): EntryStep {
  if (result.ok) return at({ step: "repairs", cells, offered: result.value });
  return at({ step: "enter-share", cells, problem: result.error });
}

/** A refusal stays on screen until the words that it is about stand again: a typist may not look up. */
function lasting(problem: Failure | null, cells: readonly Cell[]): Failure | null {
  if (problem === null) return null;
  const isOpen = (position: number) => cells[position - 1] === "empty";
  return ("positions" in problem ? problem.positions : SET_POSITIONS).some(isOpen) ? problem : null;
}

function at(entry: EntryState): EntryStep {
  return { kind: "entry", entry, search: false };
}

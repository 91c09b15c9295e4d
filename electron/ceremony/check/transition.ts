import type { CheckedSheet } from "../../contract/check-views";
import type { Failure } from "../../contract/errors";
import { entering, firstEntry } from "../entry/entry";
import type { CheckEvent, CheckState, Sheets } from "./state";

/** A transition's answer. `search`: the search for damaged words has to begin. Null: the event does not belong here. */
export type CheckStep = { readonly state: CheckState; readonly search?: boolean } | null;

/** A round that is about to begin: nobody's sheet was looked at. */
export function firstRound(custodians: readonly { index: number; custodian: string }[]): CheckState {
  const sheets = custodians.map(
    ({ index, custodian }): CheckedSheet => ({
      index,
      custodian,
      state: "open",
      at: null,
      how: null,
      problem: null,
    }),
  );
  return { step: "round", sheets };
}

/** A round of checks as one pure, total function. */
export function checking(state: CheckState, event: CheckEvent): CheckStep {
  switch (state.step) {
    case "round":
      return inRound(state.sheets, event);
    case "sheet":
      return atSheet(state, event);
    case "checked":
      return event.type === "checked" ? { state: { step: "round", sheets: state.sheets } } : null;
    case "custody":
      return inCustody(state, event);
  }
}

function inRound(sheets: Sheets, event: CheckEvent): CheckStep {
  switch (event.type) {
    case "choose":
      return hasSheet(sheets, event.index)
        ? { state: { step: "sheet", sheets, index: event.index, entry: firstEntry() } }
        : null;
    case "absent": {
      if (!hasSheet(sheets, event.index)) return null;
      const found = { state: "absent", at: event.now, how: null, problem: null } as const;
      return { state: { step: "round", sheets: noted(sheets, event.index, found) } };
    }
    case "end":
      return { state: { step: "custody", sheets, savedTo: null, problem: null } };
    default:
      return null;
  }
}

function atSheet(state: Extract<CheckState, { step: "sheet" }>, event: CheckEvent): CheckStep {
  const { sheets, index, entry } = state;
  switch (event.type) {
    case "leave":
      return { state: { step: "round", sheets } };
    case "bad": {
      const problem = entry.step === "enter-share" ? entry.problem : null;
      return found(sheets, index, { state: "bad", at: event.now, how: null, problem });
    }
    case "entry": {
      const step = entering(entry, event.event);
      if (step === null) return null;
      if (step.kind === "entry") return { state: { ...state, entry: step.entry }, search: step.search };
      return found(sheets, index, { state: "good", at: event.now, how: step.taken.how, problem: null });
    }
    default:
      return null;
  }
}

function inCustody(state: Extract<CheckState, { step: "custody" }>, event: CheckEvent): CheckStep {
  switch (event.type) {
    case "back":
      return { state: { step: "round", sheets: state.sheets } };
    case "saved": {
      const { result } = event;
      const problem: Failure | null = result.ok ? null : result.error;
      return { state: { ...state, savedTo: result.ok ? result.value : state.savedTo, problem } };
    }
    default:
      return null;
  }
}

type Finding = Pick<CheckedSheet, "state" | "at" | "how" | "problem">;

function found(sheets: Sheets, index: number, finding: Finding): CheckStep {
  return { state: { step: "checked", sheets: noted(sheets, index, finding), index } };
}

function noted(sheets: Sheets, index: number, finding: Finding): Sheets {
  return sheets.map((sheet) => (sheet.index === index ? { ...sheet, ...finding } : sheet));
}

function hasSheet(sheets: Sheets, index: number): boolean {
  return sheets.some((sheet) => sheet.index === index);
}

import type { CheckedSheet, CheckPlan } from "../../contract/check-views";
import type { Failure } from "../../contract/errors";
import type { People } from "../../contract/proceedings";
import type { Paper } from "../../contract/sheets";
import { checkSteps, isRecorded, type StepRow } from "../../contract/steps";
import { entering, firstEntry } from "../entry/entry";
import { withBags } from "../proceedings/bags";
import { abortedClosing, closing, firstClosing } from "../proceedings/closing";
import type { FrameEvent, FrameTask } from "../proceedings/frame";
import { firstOpening, opening } from "../proceedings/opening";
import type { CheckEvent, CheckState, Closing, Opening, Planning, Round, Rounds, Sheets } from "./state";

/** A transition's answer, with what must be done outside. Null: the event does not belong here. */
export type CheckStep = {
  readonly state: CheckState;
  readonly task?: "search" | FrameTask<CheckPlan>;
} | null;

type At<S extends Rounds["step"]> = Extract<Rounds, { step: S }>;

/** A round that is about to begin: nobody's sheet was looked at. */
export function firstCheck(
  custodians: readonly { index: number; custodian: string }[],
  paper: Paper,
): Planning {
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
  return {
    step: "people",
    sheets,
    setup: { printer: null, paper, agreed: [] },
    typed: { administrator: "", witnesses: [""] },
    problem: null,
  };
}

/** A round of checks as one pure, total function. */
export function checking(state: CheckState, event: CheckEvent): CheckStep {
  if (event.type === "abort") return aborted(state);
  if (event.type === "frame" && event.event.type === "exception" && state.step !== "preflight") {
    // An exception may be recorded whatever is being done; only the preflight asks what it was about.
    return isRecorded(rowOf(state)) ? { state } : null;
  }
  switch (state.step) {
    case "people":
      return planning(state, event);
    case "script":
    case "opened":
    case "clock":
    case "app-hash":
    case "preflight":
      return opened(state, event);
    case "round":
      return inRound(state, event);
    case "sheet":
      return atSheet(state, event);
    case "checked":
      return bagged(state, event);
    case "custody":
      return inCustody(state, event);
    case "sign-off":
    case "signing":
    case "sealed":
      return closed(state, event);
  }
}

/** What holds where a round stands. */
export function rowOf({ step }: CheckState): StepRow {
  return checkSteps[step === "sheet" ? "enter-share" : step];
}

/** How the bags of a round tell its sheets apart. */
export function sheetName(index: number): string {
  return `share ${index}`;
}

/** Who takes part: the custodians whose sheets were looked at. */
export function peopleOf(plan: CheckPlan, sheets: Sheets): People {
  const { administrator, witnesses } = plan;
  const came = sheets.filter(({ state }) => state === "good" || state === "bad");
  return { administrator, witnesses, custodians: came.map(({ custodian }) => custodian) };
}

function planning(state: Planning, event: CheckEvent): CheckStep {
  if (event.type !== "planned") return null;
  const { result, typed } = event;
  if (!result.ok) return { state: { ...state, typed, problem: result.error } };
  const { sheets, setup } = state;
  return { state: { ...firstOpening({ plan: result.value, setup }), sheets } };
}

function opened(state: Opening, event: CheckEvent): CheckStep {
  const { sheets, plan, setup } = state;
  if (event.type === "back-to-people") {
    if (state.step !== "script" || state.starting || state.page !== null) return null;
    const { administrator, witnesses } = plan;
    return { state: { step: "people", sheets, setup, typed: { administrator, witnesses }, problem: null } };
  }
  if (event.type !== "frame") return null;
  const step = opening<CheckPlan>(state, event.event);
  if (step === null) return null;
  if (step === "over") return { state: { step: "round", plan, setup, sheets, bags: [] } };
  return { state: { ...step.state, sheets }, ...(step.task === undefined ? {} : { task: step.task }) };
}

function closed(state: Closing, event: CheckEvent): CheckStep {
  const step = event.type === "frame" ? closing(state, event.event) : null;
  // Behind the sealed record there is nothing but the start.
  return step === "over" ? null : step;
}

function inRound({ plan, setup, sheets, bags }: At<"round">, event: CheckEvent): CheckStep {
  const round: Round = { plan, setup, sheets, bags };
  switch (event.type) {
    case "choose":
      return hasSheet(sheets, event.index)
        ? { state: { ...round, step: "sheet", index: event.index, entry: firstEntry() } }
        : null;
    case "absent": {
      if (!hasSheet(sheets, event.index)) return null;
      const found = { state: "absent", at: event.now, how: null, problem: null } as const;
      return { state: { ...noted(round, event.index, found), step: "round" } };
    }
    case "end":
      return { state: { ...round, step: "custody", savedTo: null, problem: null } };
    default:
      return null;
  }
}

function atSheet(state: At<"sheet">, event: CheckEvent): CheckStep {
  const { plan, setup, sheets, bags, index, entry } = state;
  const round: Round = { plan, setup, sheets, bags };
  switch (event.type) {
    case "leave":
      return { state: { ...round, step: "round" } };
    case "bad": {
      const problem = entry.step === "enter-share" ? entry.problem : null;
      return found(round, index, { state: "bad", at: event.now, how: null, problem });
    }
    case "entry": {
      const step = entering(entry, event.event);
      if (step === null) return null;
      if (step.kind === "taken") {
        return found(round, index, { state: "good", at: event.now, how: step.taken.how, problem: null });
      }
      const next = { state: { ...state, entry: step.entry } };
      return step.search ? { ...next, task: "search" } : next;
    }
    default:
      return null;
  }
}

/** The custodian puts the sheet away again, before the next one comes. */
function bagged(state: At<"checked">, event: CheckEvent): CheckStep {
  if (event.type !== "checked") return null;
  if (!event.result.ok) return { state: { ...state, problem: event.result.error } };
  const { plan, setup, sheets } = state;
  const bags = withBags(state.bags, sheetName(state.index), event.result.value);
  return { state: { step: "round", plan, setup, sheets, bags } };
}

function inCustody(state: At<"custody">, event: CheckEvent): CheckStep {
  const { plan, setup, sheets, bags } = state;
  switch (event.type) {
    case "back":
      return { state: { step: "round", plan, setup, sheets, bags } };
    case "saved": {
      const { result } = event;
      const problem: Failure | null = result.ok ? null : result.error;
      return { state: { ...state, savedTo: result.ok ? result.value : state.savedTo, problem } };
    }
    case "frame":
      return toSignOff(state, event.event);
    default:
      return null;
  }
}

function toSignOff({ plan, setup, sheets }: At<"custody">, event: FrameEvent): CheckStep {
  if (event.type !== "seal") return null;
  return { state: firstClosing({ plan, setup }, peopleOf(plan, sheets), null) };
}

/** Whatever was begun ends here; before there is a record there is nothing to end. */
function aborted(state: CheckState): CheckStep {
  if (state.step === "people" || !rowOf(state).policies.has("under-way")) return null;
  const { plan, setup } = state;
  const people =
    "sheets" in state
      ? peopleOf(plan, state.sheets)
      : { ...peopleOf(plan, []), custodians: state.signers.flatMap(onlyCustodian) };
  return { state: abortedClosing({ plan, setup }, people, null) };
}

function onlyCustodian({ name, roles }: Closing["signers"][number]): readonly string[] {
  return roles.includes("custodian") ? [name] : [];
}

type Finding = Pick<CheckedSheet, "state" | "at" | "how" | "problem">;

function found(round: Round, index: number, finding: Finding): CheckStep {
  return { state: { ...noted(round, index, finding), step: "checked", index, problem: null } };
}

function noted(round: Round, index: number, finding: Finding): Round {
  const sheets = round.sheets.map((sheet) => (sheet.index === index ? { ...sheet, ...finding } : sheet));
  return { ...round, sheets };
}

function hasSheet(sheets: Sheets, index: number): boolean {
  return sheets.some((sheet) => sheet.index === index);
}

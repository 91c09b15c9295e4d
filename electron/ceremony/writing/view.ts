import type { AbortedView, CeremonyView } from "../../contract/ceremony-views";
import { assertNever } from "../../contract/result";
import { closingView, openingView } from "../proceedings/frame-view";
import type { RecordSoFar } from "../proceedings/proceedings";
import { scriptOf } from "../proceedings/script";
import { shareAt } from "./distributing";
import type { Abortable, CeremonyState, Run } from "./state";

/** What a renderer may know of the ceremony. Its type has no room for a secret, and neither has the state. */
export function view(state: CeremonyState, record: RecordSoFar | null): CeremonyView {
  if ("draft" in state) return { at, step: state.step, draft: state.draft, problem: state.problem };
  switch (state.step) {
    case "review":
      return { at, step: "review", plan: state.plan, problem: state.problem };
    case "script":
    case "opened":
    case "clock":
    case "app-hash":
    case "preflight":
      return { at, plan: state.plan, ...openingView(state, scriptOf(state.plan), record) };
    case "proof": {
      const { plan, setup, printers, listing, problem } = state;
      return { at, step: "proof", plan, setup, printers, listing, problem };
    }
    case "proof-printing":
      return { at, step: "proof-printing", plan: state.plan, printer: state.printer, problem: null };
    case "proof-read": {
      const { plan, printer, problem } = state;
      return { at, step: "proof-read", plan, printer, problem };
    }
    case "proven": {
      const { plan, printer, traces } = state;
      return { at, step: "proven", plan, printer, traces, problem: null };
    }
    case "gather":
      return { at, step: "gather", plan: state.plan, given: state.given, problem: state.problem };
    case "share":
      return { at, plan: state.plan, given: state.given, ...state.entry };
    case "bag":
      return { at, step: "bag", plan: state.plan, given: state.given, problem: state.problem };
    case "opening":
      return { at, step: "opening", plan: state.plan, given: state.given };
    case "names": {
      const { plan, quorum, typed, problem } = state;
      return { at, step: "names", plan, quorum, typed, problem };
    }
    case "current-key":
      return { at, step: "current-key", plan: state.plan, problem: state.problem };
    case "making":
      return { at, step: "making", plan: state.plan, stage: state.stage };
    case "distribute":
      return { ...running(state.run), step: "distribute" };
    case "hand-over":
      return { ...atShare(state, null), step: "hand-over" };
    case "sheet": {
      const { printers, listing, blankPrinted } = state;
      const { setup } = state.run;
      return { ...atShare(state, state.problem), step: "sheet", printers, listing, setup, blankPrinted };
    }
    case "printing":
      return { ...atShare(state, null), step: "printing", printer: state.printer, blank: state.blank };
    case "printed":
      return { ...atShare(state, null), step: "printed", printer: state.printer, traces: state.traces };
    case "copy":
      return { ...atShare(state, null), step: "copy" };
    case "read-back": {
      const { filled, asked, copiedByHand } = state;
      return { ...atShare(state, state.problem), step: "read-back", filled, asked, copiedByHand };
    }
    case "spoiled":
      return { ...atShare(state, state.problem), step: "spoiled", cause: state.cause };
    case "verified":
      return { ...atShare(state, state.problem), step: "verified" };
    case "deliver": {
      const { delivery, elsewhere, printers, listing, problem } = state;
      const { setup } = state.run;
      const choosing = { printers, listing, setup, problem };
      return { ...running(state.run), step: "deliver", delivery, elsewhere, ...choosing };
    }
    case "delivering":
      return { ...running(state.run), step: "delivering", delivery: state.delivery };
    case "key-printed": {
      const { printer, traces } = state;
      return { ...running(state.run), step: "key-printed", printer, traces, problem: null };
    }
    case "key-read-back":
      return { ...running(state.run), step: "key-read-back", asked: state.asked, problem: state.problem };
    case "key-bag":
      return { ...running(state.run), step: "key-bag", problem: state.problem };
    case "writing":
      return { ...running(state.run), step: "writing" };
    case "not-written":
      return { ...running(state.run), step: "not-written", path: state.path, problem: state.problem };
    case "second-copy": {
      const { problem, copying } = state;
      return { ...written(state.run), step: "second-copy", problem, copying };
    }
    case "old-keystore":
      return { ...written(state.run), step: "old-keystore", keptAs: state.keptAs, problem: state.problem };
    case "old-sheets":
      return { ...running(state.run), step: "old-sheets" };
    case "sign-off":
    case "signing":
    case "sealed":
      return { at, plan: state.plan, ...closingView(state, record, state.after === null) };
    case "done":
      return { ...written(state.run), step: "done", secondCopy: state.secondCopy, keptAs: state.keptAs };
    case "aborting":
      return { ...aborted(state.from, state.problem, [], record), clearing: true };
    case "sealing":
      return { ...aborted(state.from, state.problem, state.remaining, record), clearing: true };
    case "aborted":
      return aborted(state.from, state.problem, state.remaining, record);
    default:
      return assertNever(state);
  }
}

const at = "ceremony";

function running({ plan, shares, made, keySheets }: Run) {
  return { at, plan, shares, made, keySheets } as const;
}

function written(run: Run) {
  return { ...running(run), told: run.told ?? [] } as const;
}

function atShare({ run, index }: { run: Run; index: number }, problem: CeremonyProblem) {
  return { ...running(run), share: shareAt(run, index), problem } as const;
}

type CeremonyProblem = Extract<CeremonyState, { step: "sheet" }>["problem"];

function aborted(
  { renewal, practice, vaultName, shares, keySheets, recorded }: Abortable,
  problem: CeremonyProblem,
  remaining: readonly string[],
  record: RecordSoFar | null,
): AbortedView {
  return {
    at,
    step: "aborted",
    clearing: false,
    renewal,
    practice,
    vaultName,
    problem,
    destroy: shares.filter(({ copies }) => copies > 0),
    destroyWrappingKeySheet: keySheets > 0,
    remaining,
    record: recorded === null || record === null ? null : endOf(record),
  };
}

function endOf({ path, firstHash, head }: RecordSoFar): AbortedView["record"] {
  return { path, firstHash, head };
}

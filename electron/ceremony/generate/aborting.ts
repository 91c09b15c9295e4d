import type { Failure } from "../../contract/errors";
import {
  type Abortable,
  type Ended,
  type GenerateEvent,
  type GenerateState,
  notNow,
  type Run,
  type Step,
} from "./state";

/** What an abort needs of a running ceremony. */
export function abortable(run: Run): Abortable {
  const { practice, vaultName } = run.plan;
  return { practice, vaultName, shares: run.shares, keySheets: run.keySheets };
}

/** Starts an abort: everything is wiped and removed before the last screen. `problem`: why, unless a person chose it. */
export function abort(from: Abortable, problem: Failure | null): Step {
  return { state: { step: "aborting", from, problem }, task: { do: "clear" } };
}

/** A person aborts. After the keystore is written there is nothing left to abort. Pure. */
export function abortByChoice(state: GenerateState): Step {
  if ("draft" in state) return abort(beforeKeys(state.draft), null);
  switch (state.step) {
    case "review":
    case "proof":
    case "proof-printing":
    case "proof-read":
    case "proven":
    case "making":
      return abort(beforeKeys(state.plan), null);
    case "second-copy":
    case "done":
    case "aborting":
    case "aborted":
      return notNow(state);
    default:
      return abort(abortable(state.run), null);
  }
}

/** The end of an abort: which sheets must be destroyed, and which files could not be removed. Pure. */
export function ending(state: Ended, event: GenerateEvent): Step {
  if (state.step === "aborted" || event.type !== "cleared") return notNow(state);
  const { practice, vaultName, shares, keySheets } = state.from;
  return {
    state: {
      step: "aborted",
      practice,
      vaultName,
      problem: state.problem,
      destroy: shares.filter(({ copies }) => copies > 0),
      destroyWrappingKeySheet: keySheets > 0,
      remaining: event.remaining,
    },
  };
}

/** Whether a person is still in the middle: closing the window must ask first. */
export function isUnderWay(state: GenerateState): boolean {
  return !["second-copy", "done", "aborting", "aborted"].includes(state.step);
}

/** An abort before any key was made. */
export function beforeKeys({ practice, vaultName }: { practice: boolean; vaultName: string }): Abortable {
  return { practice, vaultName, shares: [], keySheets: 0 };
}

import type { Failure } from "../../contract/errors";
import type { Draft } from "../../contract/plan";
import {
  type Abortable,
  type CeremonyEvent,
  type CeremonyState,
  type Ended,
  notNow,
  type Run,
  type Step,
} from "./state";

/** What an abort needs of a running ceremony. */
export function abortable(run: Run): Abortable {
  return { ...beforeKeys(run.plan), shares: run.shares, keySheets: run.keySheets };
}

/** Starts an abort: everything is wiped and removed before the last screen. `problem`: why, unless a person chose it. */
export function abort(from: Abortable, problem: Failure | null): Step {
  return { state: { step: "aborting", from, problem }, task: { do: "clear" } };
}

/** A person aborts. After the keystore is written there is nothing left to abort. Pure. */
export function abortByChoice(state: CeremonyState): Step {
  if ("draft" in state) return abort(beforeKeys(state.draft), null);
  switch (state.step) {
    case "review":
    case "proof":
    case "proof-printing":
    case "proof-read":
    case "proven":
    case "gather":
    case "share":
    case "current-key":
    case "opening":
    case "names":
    case "making":
      return abort(beforeKeys(state.plan), null);
    case "second-copy":
    case "old-keystore":
    case "done":
    case "aborting":
    case "aborted":
      return notNow(state);
    default:
      return abort(abortable(state.run), null);
  }
}

/** The end of an abort: which sheets must be destroyed, and which files could not be removed. Pure. */
export function ending(state: Ended, event: CeremonyEvent): Step {
  if (state.step === "aborted" || event.type !== "cleared") return notNow(state);
  const { renewal, practice, vaultName, shares, keySheets } = state.from;
  return {
    state: {
      step: "aborted",
      renewal,
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
export function isUnderWay(state: CeremonyState): boolean {
  return !["second-copy", "old-keystore", "done", "aborting", "aborted"].includes(state.step);
}

/** An abort before any key was made. */
export function beforeKeys({ practice, vaultName, renews }: Draft): Abortable {
  return { renewal: renews?.kind ?? null, practice, vaultName, shares: [], keySheets: 0 };
}

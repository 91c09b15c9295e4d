import type { Failure } from "../../contract/errors";
import type { Draft } from "../../contract/plan";
import { abortedClosing } from "../proceedings/closing";
import type { CeremonyEvent } from "./events";
import type { Abortable, CeremonyState, Ended, Run } from "./state";
import { notNow, type Step } from "./step";

/** Starts an abort: everything is wiped and removed before the last screen. `problem`: why, unless a person chose it. */
export function abort(from: Abortable, problem: Failure | null): Step {
  return { state: { step: "aborting", from, problem }, task: { do: "clear" } };
}

/** A person aborts. After the keystore is written there is nothing left to abort. Pure. */
export function abortByChoice(state: CeremonyState): Step {
  if ("draft" in state) return abort(beforeKeys(state.draft, null), null);
  switch (state.step) {
    case "review":
    case "script":
      return abort(beforeKeys(state.plan, null), null);
    case "opened":
    case "clock":
    case "app-hash":
    case "preflight":
    case "proof":
    case "proof-printing":
    case "proof-read":
    case "proven": {
      const { plan, setup } = state;
      return abort(beforeKeys(plan, { plan, setup, present: [] }), null);
    }
    case "gather":
    case "share":
    case "bag":
    case "current-key":
    case "opening":
    case "names":
    case "making":
      return abort(beforeKeys(state.plan, state), null);
    case "second-copy":
    case "old-keystore":
    case "old-sheets":
    case "sign-off":
    case "signing":
    case "sealed":
    case "done":
    case "aborting":
    case "sealing":
    case "aborted":
      return notNow(state);
    default:
      return abort(abortable(state.run), null);
  }
}

/** The end of an abort: which files could not be removed; then the record is sealed, and may be looked at. Pure. */
export function ending(state: Ended, event: CeremonyEvent): Step {
  switch (state.step) {
    case "aborting": {
      if (event.type !== "cleared") return notNow(state);
      const { from, problem } = state;
      const aborted = { from, problem, remaining: event.remaining };
      if (from.recorded === null) return { state: { step: "aborted", ...aborted } };
      const { plan } = from.recorded;
      return {
        state: { step: "sealing", ...aborted },
        task: { do: "frame", task: { do: "seal", plan, last: [] } },
      };
    }
    case "sealing":
      return event.type === "frame" && event.event.type === "record-sealed"
        ? { state: { ...state, step: "aborted" } }
        : notNow(state);
    case "aborted": {
      const { recorded } = state.from;
      if (event.type !== "to-record" || recorded === null) return notNow(state);
      const { administrator, witnesses } = recorded.plan;
      return {
        state: abortedClosing(recorded, { administrator, witnesses, custodians: recorded.present }, null),
      };
    }
  }
}

/** An abort before any key was made. */
export function beforeKeys(
  { practice, vaultName, renews }: Draft,
  recorded: Abortable["recorded"],
): Abortable {
  return { renewal: renews?.kind ?? null, practice, vaultName, shares: [], keySheets: 0, recorded };
}

/** An abort that leaves what was delivered: the new keystore may stand where the old one stood. */
export function withoutTraces({ plan, setup, present }: Run): Abortable {
  return beforeKeys(plan, { plan, setup, present });
}

/** What an abort needs of a running ceremony. */
export function abortable(run: Run): Abortable {
  return { ...withoutTraces(run), shares: run.shares, keySheets: run.keySheets };
}

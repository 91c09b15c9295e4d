import type { ShareProgress } from "../../contract/ceremony-views";
import type { PlanView } from "../../contract/plan";
import { assertNever } from "../../contract/result";
import { abort, abortByChoice, beforeKeys, ending } from "./aborting";
import { confirming } from "./confirming";
import { delivering } from "./delivering";
import { afterShares, distributing } from "./distributing";
import type { CeremonyEvent } from "./events";
import { closed, excepted, isException, opened } from "./framing";
import { gathering } from "./gathering";
import { planning, reviewing } from "./planning";
import { proving } from "./proving";
import type { CeremonyState, Making, Run } from "./state";
import { notNow, type Step } from "./step";

/**
 * The four ceremonies that write a keystore, as one pure, total function: what a state becomes when something happens,
 * and what must be done outside next. An event that does not belong to the step changes nothing and
 * is answered `ceremony.not-now`. Order and reasons: DESIGN "Secrets".
 */
export function transition(state: CeremonyState, event: CeremonyEvent): Step {
  if (event.type === "abort") return abortByChoice(state);
  if (isException(event)) return excepted(state, event.event);
  if ("draft" in state) return planning(state, event);
  switch (state.step) {
    case "review":
      return reviewing(state, event);
    case "script":
    case "opened":
    case "clock":
    case "app-hash":
    case "preflight":
      return opened(state, event);
    case "proof":
    case "proof-printing":
    case "proof-read":
    case "proven":
      return proving(state, event);
    case "gather":
    case "share":
    case "bag":
    case "current-key":
      return gathering(state, event);
    case "opening":
    case "names":
      return confirming(state, event);
    case "making":
      return making(state, event);
    case "distribute":
    case "hand-over":
    case "sheet":
    case "printing":
    case "printed":
    case "copy":
    case "read-back":
    case "spoiled":
    case "verified":
      return distributing(state, event);
    case "deliver":
    case "delivering":
    case "key-printed":
    case "key-read-back":
    case "key-bag":
    case "writing":
    case "not-written":
    case "second-copy":
    case "old-keystore":
    case "old-sheets":
    case "done":
      return delivering(state, event);
    case "sign-off":
    case "signing":
    case "sealed":
      return closed(state, event);
    case "aborting":
    case "sealing":
    case "aborted":
      return ending(state, event);
    default:
      return assertNever(state);
  }
}

function making(state: Making, event: CeremonyEvent): Step {
  const { plan, setup, bags, present } = state;
  if (event.type === "making") return { state: { ...state, stage: event.stage } };
  if (event.type !== "made") return notNow(state);
  if (!event.result.ok) {
    return abort(beforeKeys(plan, { plan, setup, present }), event.result.error);
  }
  const shares = newShares(plan);
  const run: Run = { plan, setup, bags, present, shares, made: event.result.value, keySheets: 0 };
  return run.shares.length === 0 ? afterShares(run) : { state: { step: "distribute", run } };
}

/** A share a custodian; none where the sheets on paper stay good. */
function newShares({ renews, custodians }: PlanView): readonly ShareProgress[] {
  if (renews !== null && renews.kind !== "reshare") return [];
  return custodians.map((custodian, at) => ({
    index: at + 1,
    custodian,
    copies: 0,
    spoiled: 0,
    verified: false,
  }));
}

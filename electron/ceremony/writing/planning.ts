import type { Draft, PlanStep } from "../../contract/plan";
import type { Renews } from "../../contract/renewal";
import { ok, type Result } from "../../contract/result";
import type { Paper } from "../../contract/sheets";
import { firstOpening } from "../proceedings/opening";
import { freeze } from "../proceedings/parameters";
import { checkFingerprint, withFingerprint } from "./damaged-plan";
import type { CeremonyEvent } from "./events";
import { checkPeople, checkQuorum, checkVaultName } from "./plan";
import { checkReason } from "./renewal-plan";
import type { Planning, Reviewing } from "./state";
import { notNow, type Step } from "./step";

/** The questions of each plan, in the order in which they are asked. */
const orders: Readonly<Record<"generate" | Renews["kind"], readonly PlanStep[]>> = {
  generate: ["vault", "people", "quorum", "key", "places"],
  recover: ["reason", "people", "key", "places"],
  "recover-damaged": ["reason", "fingerprint", "people", "key", "places"],
  rotate: ["reason", "people", "key", "places"],
  reshare: ["reason", "people", "quorum"],
};

/** The first state of a generation: an empty plan, three of five by default, on the paper that is usual here. */
export function firstState(practice: boolean, paper: Paper): Planning {
  return {
    step: "vault",
    problem: null,
    trying: false,
    setup: { printer: null, paper, agreed: [] },
    draft: {
      practice,
      vaultName: "",
      administrator: "",
      witnesses: [""],
      custodians: ["", "", "", "", ""],
      sharedRolesAccepted: false,
      threshold: 3,
      allNeededAccepted: false,
      bits: 256,
      keystorePath: "",
      delivery: { way: "file", path: "" },
      renews: null,
    },
  };
}

/** The plan's steps: each answer is checked before the next question is asked. Pure. */
export function planning(state: Planning, event: CeremonyEvent): Step {
  if (state.trying) {
    return event.type === "places-tried" ? placesTried(state, event.result) : notNow(state);
  }
  switch (event.type) {
    case "reason": {
      const { type: _, ...typed } = event;
      return answered(state, "reason", checkReason(state.draft, typed), state.draft);
    }
    case "fingerprint": {
      if (state.step !== "fingerprint") return notNow(state);
      const { fingerprint } = event;
      const typed = withFingerprint(state.draft, fingerprint);
      return answered(state, "fingerprint", checkFingerprint(state.draft, fingerprint), typed);
    }
    case "vault":
      return answered(state, "vault", checkVaultName(state.draft, event.vaultName), {
        ...state.draft,
        vaultName: event.vaultName,
      });
    case "people":
      return answered(state, "people", checkPeople(state.draft, event), {
        ...state.draft,
        administrator: event.administrator,
        witnesses: event.witnesses,
        custodians: event.custodians,
        sharedRolesAccepted: event.sharedRolesAccepted,
      });
    case "quorum":
      return answered(state, "quorum", checkQuorum(state.draft, event), {
        ...state.draft,
        threshold: event.threshold,
      });
    case "key":
      return answered(state, "key", ok({ ...state.draft, bits: event.bits }), state.draft);
    case "places": {
      if (state.step !== "places") return notNow(state);
      const { renews } = state.draft;
      // A renewal replaces the keystore where it stands.
      const keystorePath = renews === null ? event.keystorePath : state.draft.keystorePath;
      const draft: Draft = { ...state.draft, keystorePath, delivery: event.delivery };
      return tryPlaces(state, draft, event.sharedMediumAccepted);
    }
    case "back": {
      const before = stepFrom(state, -1);
      return before === undefined ? notNow(state) : { state: { ...state, step: before, problem: null } };
    }
    default:
      return notNow(state);
  }
}

/** The frozen plan: accept it, or go back and change it. Production on an unsound runtime is begun knowingly. Pure. */
export function reviewing(state: Reviewing, event: CeremonyEvent): Step {
  switch (event.type) {
    case "back":
      return { state: backToPlaces(state) };
    case "accept-plan":
      if (!event.runtimeSound && !event.runtimeAccepted && !state.plan.practice) {
        return { state: { ...state, problem: { code: "plan.confirm-runtime" } } };
      }
      if (event.rehearsalHeld === null && !state.plan.practice) {
        return { state: { ...state, problem: { code: "plan.say-rehearsal" } } };
      }
      return { state: firstOpening(frozen(state, event.rehearsalHeld)) };
    default:
      return notNow(state);
  }
}

/** Nothing of the plan can be changed from here on. A rehearsal says nothing of rehearsals before it. */
function frozen({ plan, setup }: Reviewing, rehearsalHeld: boolean | null) {
  return { plan: freeze(plan, plan.practice ? null : rehearsalHeld), setup };
}

/** A frozen plan as the draft it was, at its last question. */
function backToPlaces({ plan, setup }: Reviewing): Planning {
  const { notes: _notes, media: _media, minutes: _minutes, sharedRoles: _roles, ...draft } = plan;
  const order = orders[draft.renews?.kind ?? "generate"];
  return { step: order.at(-1) ?? "places", draft, setup, problem: null, trying: false };
}

function stepFrom({ draft, step }: Planning, by: 1 | -1): PlanStep | undefined {
  const order = orders[draft.renews?.kind ?? "generate"];
  return order[order.indexOf(step) + by];
}

/** Keeps what was typed even when it is refused, so that nobody types a list of names twice. */
function answered(state: Planning, step: Planning["step"], checked: Result<Draft>, typed: Draft): Step {
  if (state.step !== step) return notNow(state);
  if (!checked.ok) return { state: { ...state, draft: typed, problem: checked.error } };
  const next = stepFrom(state, 1);
  const draft = checked.value;
  if (next === undefined) return tryPlaces(state, draft, false);
  return { state: { ...state, step: next, draft, problem: null } };
}

/** The last answer was given: the places are tried before the plan is frozen. */
function tryPlaces(state: Planning, draft: Draft, sharedMediumAccepted: boolean): Step {
  return {
    state: { ...state, draft, problem: null, trying: true },
    task: { do: "try-places", draft, sharedMediumAccepted },
  };
}

function placesTried(
  state: Planning,
  result: Extract<CeremonyEvent, { type: "places-tried" }>["result"],
): Step {
  if (result.ok) {
    return { state: { step: "review", plan: result.value, setup: state.setup, problem: null } };
  }
  return { state: { ...state, trying: false, problem: result.error } };
}

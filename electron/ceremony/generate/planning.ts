import { ok, type Result } from "../../contract/result";
import type { Paper } from "../../contract/sheets";
import type { Draft } from "../../contract/views";
import { checkPeople, checkQuorum, checkVaultName } from "./plan";
import { toProof } from "./proving";
import { type GenerateEvent, type Making, notNow, type Planning, type Reviewing, type Step } from "./state";

const order = ["vault", "people", "quorum", "key", "places"] as const;

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
      threshold: 3,
      allNeededAccepted: false,
      bits: 256,
      keystorePath: "",
      delivery: { way: "file", path: "" },
    },
  };
}

/** The plan's steps: each answer is checked before the next question is asked. Pure. */
export function planning(state: Planning, event: GenerateEvent): Step {
  if (state.trying) {
    return event.type === "places-tried" ? placesTried(state, event.result) : notNow(state);
  }
  switch (event.type) {
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
      const draft: Draft = { ...state.draft, keystorePath: event.keystorePath, delivery: event.delivery };
      return {
        state: { ...state, draft, problem: null, trying: true },
        task: { do: "try-places", draft, sharedMediumAccepted: event.sharedMediumAccepted },
      };
    }
    case "back": {
      const before = order[order.indexOf(state.step) - 1];
      return before === undefined ? notNow(state) : { state: { ...state, step: before, problem: null } };
    }
    default:
      return notNow(state);
  }
}

/** The frozen plan: accept it, or go back and change it. Production on an unsound runtime is begun knowingly. Pure. */
export function reviewing(state: Reviewing, event: GenerateEvent): Step {
  switch (event.type) {
    case "back":
      return { state: backToPlaces(state) };
    case "accept-plan":
      if (!event.runtimeSound && !event.runtimeAccepted && !state.plan.practice) {
        return { state: { ...state, problem: { code: "plan.confirm-runtime" } } };
      }
      return toProof(state);
    default:
      return notNow(state);
  }
}

/** A frozen plan as the draft it was, where its places are chosen. */
export function backToPlaces({ plan, setup }: Reviewing | Making): Planning {
  const { notes: _notes, media: _media, minutes: _minutes, ...draft } = plan;
  return { step: "places", draft, setup, problem: null, trying: false };
}

/** Keeps what was typed even when it is refused, so that nobody types a list of names twice. */
function answered(state: Planning, step: Planning["step"], checked: Result<Draft>, typed: Draft): Step {
  if (state.step !== step) return notNow(state);
  if (!checked.ok) return { state: { ...state, draft: typed, problem: checked.error } };
  const next = order[order.indexOf(step) + 1];
  if (next === undefined) return notNow(state);
  return { state: { ...state, step: next, draft: checked.value, problem: null } };
}

function placesTried(
  state: Planning,
  result: Extract<GenerateEvent, { type: "places-tried" }>["result"],
): Step {
  if (result.ok) {
    return { state: { step: "review", plan: result.value, setup: state.setup, problem: null } };
  }
  return { state: { ...state, trying: false, problem: result.error } };
}

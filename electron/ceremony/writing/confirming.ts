import type { ProvenByQuorum } from "../../contract/damaged-facts";
import { assertNever } from "../../contract/result";
import { firstEntry } from "../entry/entry";
import { make } from "./beginning";
import { checkNames } from "./damaged-plan";
import type { CeremonyEvent } from "./events";
import { backToList, unattended } from "./gathering";
import type { Confirming } from "./state";
import { notNow, type Step } from "./step";

type At<S extends Confirming["step"]> = Extract<Confirming, { step: S }>;

/**
 * A quorum has come for a damaged keystore. First it is opened, which proves vault and shares; then the quorum gives its
 * word for the names, which nothing can prove; only then is anything made. Pure.
 */
export function confirming(state: Confirming, event: CeremonyEvent): Step {
  switch (state.step) {
    case "opening":
      if (event.type === "unattended") return unattended(state);
      return event.type === "proven-by-quorum" ? opened(state, event.result) : notNow(state);
    case "names":
      return names(state, event);
    default:
      return assertNever(state);
  }
}

/**
 * Where it does not open nobody can tell which share is wrong, and where the fingerprint is another one the plan must
 * change: either way every share is forgotten.
 */
function opened(
  state: At<"opening">,
  result: Extract<CeremonyEvent, { type: "proven-by-quorum" }>["result"],
): Step {
  if (!result.ok) return { state: backToList(state, [], result.error) };
  const { plan, setup, proven, bags, present, given } = state;
  const quorum = result.value;
  const custodians = quorum.shares.map(({ custodian }) => custodian ?? "");
  const { renews } = plan;
  const vaultName = renews?.kind === "recover-damaged" ? (renews.damaged.vaultName ?? "") : "";
  return {
    state: {
      step: "names",
      plan,
      setup,
      proven,
      bags,
      present,
      given,
      quorum,
      excepted: false,
      typed: { vaultName, custodians },
      problem: null,
    },
  };
}

function names(state: At<"names">, event: CeremonyEvent): Step {
  switch (event.type) {
    case "names": {
      const { vaultName, custodians } = event;
      const typed = { vaultName, custodians };
      const checked = checkNames(state.plan, state.quorum, typed, state.excepted);
      if (!checked.ok) return { state: { ...state, typed, problem: checked.error } };
      return make({
        ...state,
        plan: checked.value,
        present: whoEntered(state.quorum, checked.value.custodians),
      });
    }
    case "enter-share": {
      // Whoever is left out may hold a share all the same: it is proven with the others.
      const { plan, setup, proven, bags, present, given } = state;
      return { state: { step: "share", plan, setup, proven, bags, present, given, entry: firstEntry() } };
    }
    case "unattended":
      return unattended(state);
    default:
      return notNow(state);
  }
}

/** Whose shares were entered, now that the quorum has said which is whose. */
function whoEntered({ shares }: ProvenByQuorum, custodians: readonly string[]): readonly string[] {
  return custodians.filter((_, at) => shares[at]?.entered);
}

import type { CeremonyView } from "../../contract/ceremony-views";
import type { FrozenPlan } from "../../contract/plan";
import { ceremonySteps, type StepRow } from "../../contract/steps";
import type { Bags } from "../proceedings/bags";
import type { CeremonyState, Run, Taken } from "./state";

const nothing: Taken = { bags: [], present: [] };

/** The steps that a state has and no screen, and whose screen they show. */
const shown: Readonly<Record<Exclude<CeremonyState["step"], CeremonyView["step"]>, CeremonyView["step"]>> = {
  share: "enter-share",
  aborting: "aborted",
  sealing: "aborted",
};

/** What holds where a ceremony stands. */
export function rowOf({ step }: CeremonyState): StepRow {
  return ceremonySteps[step === "share" || step === "aborting" || step === "sealing" ? shown[step] : step];
}

/** The plan that can no longer be changed; null while there is none, and where an abort has left none. */
export function frozenPlanOf(state: CeremonyState): FrozenPlan | null {
  if ("draft" in state || state.step === "review") return null;
  if ("run" in state) return state.run.plan;
  return "from" in state ? (state.from.recorded?.plan ?? null) : state.plan;
}

/** The numbers of the bags that were noted so far. */
export function bagsIn(state: CeremonyState): Bags {
  return takenIn(state).bags;
}

function takenIn(state: CeremonyState): Taken {
  if ("bags" in state) return state;
  const run: Run | null = "run" in state ? state.run : null;
  return run ?? nothing;
}

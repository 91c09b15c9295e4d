import { gatherFor } from "./gathering";
import type { Ready } from "./state";
import type { Step } from "./step";

/** The plan begins: a renewal gathers what opens its keystore, a generation makes its keys. */
export function begin(ready: Ready): Step {
  return ready.plan.renews === null ? make(ready) : { state: gatherFor(ready) };
}

/** Makes what is planned. From here on there are secrets. */
export function make({ plan, setup, proven, bags, present }: Ready): Step {
  return {
    state: { step: "making", plan, setup, proven, bags, present, stage: "self-tests" },
    task: { do: "make", plan },
  };
}

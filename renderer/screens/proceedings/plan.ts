import type { CheckPlan } from "../../../electron/contract/check-views";
import type { FrozenPlan } from "../../../electron/contract/plan";

/** What the frozen plans of all ceremonies have, checks among them. */
export type AnyPlan = Pick<FrozenPlan, keyof CheckPlan>;

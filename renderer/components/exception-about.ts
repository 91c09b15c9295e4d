import type { CeremonyView } from "../../electron/contract/ceremony-views";
import type { CheckView } from "../../electron/contract/check-views";
import { custodiansOf } from "../../electron/contract/plan";
import type { ExceptionAbout } from "../../electron/contract/proceedings";
import { twoParts } from "./preflight-table";

/** A ceremony or a check whose plan is frozen: an exception is a departure from it. */
export type Departed = Extract<CeremonyView | CheckView, { plan: unknown }>;

/** The most characters that one thing said in an exception may have. */
const LIMIT = 500;

/** Who may have decided, and who may have seen it: each name once. */
export function peopleOf(view: Departed): {
  readonly everybody: readonly string[];
  readonly witnesses: readonly string[];
} {
  const { administrator, witnesses } = view.plan;
  const custodians =
    view.at === "check" ? view.keystore.custodians.map(({ name }) => name) : custodiansOf(view.plan);
  return { everybody: [...new Set([administrator, ...witnesses, ...custodians])], witnesses };
}

/** What happened, as far as the app can tell it: what it found. Empty where people saw it themselves. */
export function happenedOf(view: Departed, about: ExceptionAbout | null): string {
  return [...found(view, about)].slice(0, LIMIT).join("");
}

/** Frozen with the plan, or told by a quorum that confirms its names. */
function withTwoParts(view: Departed): readonly string[] {
  const problem = "problem" in view ? view.problem : null;
  return problem?.code === "exception.roles" ? problem.names : view.plan.sharedRoles;
}

function found(view: Departed, about: ExceptionAbout | null): string {
  if (about === "roles") return twoParts(withTwoParts(view));
  return "findings" in view ? (view.findings.find(({ id }) => id === about)?.found ?? "") : "";
}

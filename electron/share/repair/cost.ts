import type { ShareFailure } from "../../contract/errors";
import { fail, ok, type Result } from "../../contract/result";
import { checksumHolds, WORD_COUNT } from "../word-numbers";
import { unreadablePlaces } from "./entered";
import { foreignSet } from "./foreign-set";
import { isQuick, planSearch, type SearchPlan, wipePlan } from "./plan";
import type { KnownSets } from "./repair";

/**
 * Which search 31 or 30 entered numbers ask for: none, since they fit together; one that can be done at once;
 * one that needs progress and a way to cancel, though it may end soon; or one that is refused before it
 * begins.
 */
export type SearchCost =
  | { readonly kind: "none-needed" | "quick" | "long" }
  | { readonly kind: "impossible"; readonly failure: ShareFailure };

/** What a search would cost. Makes none. */
export function costOf(entered: Uint16Array, known: KnownSets | null): SearchCost {
  if (fitsTogether(entered)) return { kind: "none-needed" };
  const plan = planOrRefuse(entered, known);
  if (!plan.ok) return { kind: "impossible", failure: plan.error };
  wipePlan(plan.value);
  return { kind: isQuick(plan.value) ? "quick" : "long" };
}

/**
 * The plan of a search, for the caller to wipe, or why none is made. Throws where nothing is to be searched
 * for.
 */
export function planOrRefuse(
  entered: Uint16Array,
  known: KnownSets | null,
): Result<SearchPlan, ShareFailure> {
  if (fitsTogether(entered)) throw new Error("Words that fit together need no repair.");
  const plan = planSearch(entered, known);
  if (plan.parts.length > 0) return ok(plan);
  const foreign = known === null ? null : foreignSet(entered, known);
  return fail(foreign ?? { code: "share.too-damaged", keystore: known !== null });
}

function fitsTogether(entered: Uint16Array): boolean {
  return entered.length === WORD_COUNT && unreadablePlaces(entered).length === 0 && checksumHolds(entered);
}

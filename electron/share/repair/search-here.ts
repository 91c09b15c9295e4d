import type { ShareFailure } from "../../contract/errors";
import type { Result } from "../../contract/result";
import { conclude, type Found } from "./conclude";
import { planOrRefuse } from "./cost";
import { wipePlan } from "./plan";
import type { KnownSets, Repairs } from "./repair";
import { PartSearch } from "./search-part";

/**
 * Searches in this thread, which waits for it: for a search whose cost is quick. Where a commitment proves it
 * ends with the first solution, since there is no other; else it goes to its end. Fails as `planOrRefuse` and
 * `conclude` do, and throws as the first.
 */
export function searchHere(entered: Uint16Array, known: KnownSets | null): Result<Repairs, ShareFailure> {
  const planned = planOrRefuse(entered, known);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const search = new PartSearch(plan);
  const found: Found[] = [];
  try {
    for (const [at, part] of plan.parts.entries()) {
      found.push(...search.search(part).map((payload) => ({ part: at, payload })));
      if (known !== null && found.length > 0) break;
    }
    return conclude(plan, found);
  } finally {
    search.wipe();
    wipePlan(plan);
  }
}

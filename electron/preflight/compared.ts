import { type Finding, type PreflightItem, preflightItems } from "../contract/preflight";
import type { Comparison } from "../contract/proceedings";

/** What people alone can tell, by holding it against something else. */
export type ComparedItem = "clock" | "app-hash";

/**
 * The findings after people compared the clock or the app's hash with an independent source: good where it is the
 * same, else red. One that is red already stays as it is.
 */
export function compared(
  findings: readonly Finding[],
  item: ComparedItem,
  { source, same }: Comparison,
): readonly Finding[] {
  return findings.map((finding) =>
    finding.id === item && finding.verdict === "not-known"
      ? {
          ...finding,
          verdict: same ? "good" : "red",
          found: `${finding.found} People compared it with ${source}: ${same ? "the same" : "not the same"}.`,
        }
      : finding,
  );
}

/** One finding an item, where looking itself has failed: nothing is known, and nothing is good. */
export function nothingKnown(): readonly Finding[] {
  return (Object.keys(preflightItems) as PreflightItem[]).map((id) => ({
    id,
    what: preflightItems[id],
    verdict: "not-known",
    found: "This could not be looked at.",
  }));
}

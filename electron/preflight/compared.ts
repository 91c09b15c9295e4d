import type { Finding } from "../contract/preflight";

/** What people alone can tell, by holding it against something else. */
const BY_PEOPLE: ReadonlySet<string> = new Set(["clock", "app-hash"]);

/**
 * The findings after people compared one with an independent source, named in plain words, and found it the same.
 * Only the clock and the app's hash are theirs to judge so, and only where nothing speaks against them already.
 */
export function compared(
  findings: readonly Finding[],
  id: Finding["id"],
  source: string,
): readonly Finding[] {
  return findings.map((finding) =>
    finding.id === id && BY_PEOPLE.has(id) && finding.verdict === "not-known"
      ? { ...finding, verdict: "good", found: `${finding.found} People compared it with: ${source}.` }
      : finding,
  );
}

import type { Finding } from "../contract/preflight";

/** What people alone can tell, by holding it against something else. */
export type ComparedItem = "clock" | "app-hash";

/** What people held it against, in plain words, and whether it is the same. */
export interface Comparison {
  readonly source: string;
  readonly same: boolean;
}

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

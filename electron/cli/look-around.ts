import { dirname } from "node:path";
import { preflightNotes } from "../ceremony/proceedings/preflight-notes";
import type { FileFailure } from "../contract/errors";
import type { Finding, Verdict } from "../contract/preflight";
import { ok, type Result } from "../contract/result";
import { readWorkstation } from "../preflight/workstation";
import type { CeremonyRecord } from "./ceremony-record";
import type { Terminal } from "./run";

/** How many findings speak against the workstation, or tell nothing. */
export interface Looked {
  readonly red: number;
  readonly notKnown: number;
}

/**
 * The preflight of a ceremony that writes to the folders of `files`: notes what was found and says how much of it is not
 * good. It stops nothing; only a record that cannot be written does.
 */
export async function lookAround(
  files: readonly string[],
  record: CeremonyRecord,
  { surroundings, remarks }: Pick<Terminal, "surroundings" | "remarks">,
): Promise<Result<Looked, FileFailure>> {
  const places = [...new Set(files.map((file) => dirname(file)))];
  const findings = await readWorkstation(places, null, surroundings);
  const noted = record.note(...preflightNotes(findings));
  if (!noted.ok) return noted;
  const looked = {
    red: findingsThat("red", findings).length,
    notKnown: findingsThat("not-known", findings).length,
  };
  remarks.write(
    `Preflight: ${looked.red} red, ${looked.notKnown} not known; what was found stands in the record.\n`,
  );
  return ok(looked);
}

/** The findings with this verdict. */
export function findingsThat(verdict: Verdict, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.verdict === verdict);
}

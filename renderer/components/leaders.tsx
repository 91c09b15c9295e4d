import type { Failure, Role } from "../../electron/contract/errors";
import { Field } from "./field";
import { NameRows } from "./name-rows";

interface LeadersProps {
  readonly administrator: string;
  readonly onAdministrator: (name: string) => void;
  readonly witnesses: readonly string[];
  readonly onWitnesses: (names: readonly string[]) => void;
  readonly problem: Failure | null;
}

/** Who leads a ceremony and who watches it, by name. */
export function Leaders({ administrator, onAdministrator, witnesses, onWitnesses, problem }: LeadersProps) {
  return (
    <>
      <section className="group" aria-labelledby="administrator-title">
        <h2 id="administrator-title">Administrator</h2>
        <p className="hint">Leads the ceremony at this workstation, and should hold no Key Share.</p>
        <Field
          label="Administrator’s name"
          member="administrator"
          first
          value={administrator}
          onChange={onAdministrator}
          wrong={wrongRow(problem, "administrator") !== null}
        />
      </section>
      <section className="group" aria-labelledby="witnesses-title">
        <h2 id="witnesses-title">Witnesses</h2>
        <p className="hint">
          See that everything is done as it should be, and sign the record. At least one.
        </p>
        <NameRows
          member="witnesses"
          who="Witness"
          rows={witnesses}
          onChange={onWitnesses}
          least={1}
          most={255}
          wrong={wrongRow(problem, "witness")}
        />
      </section>
    </>
  );
}

/** The place in a role's list (from 0) that a problem is about, or null. */
export function wrongRow(problem: Failure | null, role: Role): number | null {
  if (problem === null || !("role" in problem) || problem.role !== role) return null;
  return problem.position;
}

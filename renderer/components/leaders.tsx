import type { Failure } from "../../electron/contract/errors";
import { Field } from "./field";
import { NameRows } from "./name-rows";
import { isWrongName } from "./wrong-name";

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
          wrong={isWrongName(problem, "administrator", 0, administrator)}
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
          wrong={(at) => isWrongName(problem, "witness", at, witnesses[at] ?? "")}
        />
      </section>
    </>
  );
}

import { type KeyboardEvent, useState } from "react";
import type { Failure, Role } from "../../electron/contract/errors";
import { act } from "../bridge";
import { BackButton } from "../components/back-button";
import { Field } from "../components/field";
import { NameRows } from "../components/name-rows";
import { planning } from "../components/roles";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** Plan: who takes part, by name. All of them are different people. */
export function PeopleScreen({ view }: { readonly view: At<"people"> }) {
  const [administrator, setAdministrator] = useState(view.draft.administrator);
  const [witnesses, setWitnesses] = useState(view.draft.witnesses);
  const [custodians, setCustodians] = useState(view.draft.custodians);
  const wrong = (role: Role) => wrongRow(view.problem, role);
  const { renews } = view.draft;
  const areKept = renews !== null && renews.kind !== "reshare";
  return (
    <Screen
      heading="Say who takes part"
      roles={planning}
      problem={view.problem}
      primary={{
        label: "Continue",
        onGo: () => void act("planPeople", { administrator, witnesses, custodians }),
      }}
      others={<BackButton />}
      onEnter={toNextField}
    >
      <section className="group" aria-labelledby="administrator-title">
        <h2 id="administrator-title">Administrator</h2>
        <p className="hint">Leads the ceremony at this workstation and holds no Key Share.</p>
        <Field
          label="Administrator’s name"
          first
          value={administrator}
          onChange={setAdministrator}
          wrong={wrong("administrator") !== null}
        />
      </section>
      <section className="group" aria-labelledby="witnesses-title">
        <h2 id="witnesses-title">Witnesses</h2>
        <p className="hint">See that everything is done as it should be. At least one.</p>
        <NameRows
          who="Witness"
          rows={witnesses}
          onChange={setWitnesses}
          least={1}
          most={255}
          wrong={wrong("witness")}
        />
      </section>
      {!areKept && (
        <section className="group" aria-labelledby="custodians-title">
          <h2 id="custodians-title">{renews === null ? "Custodians" : "New custodians"}</h2>
          <p className="hint">
            Each keeps one Key Share on paper. From 3 to 255. A list of names can be pasted into any row.
          </p>
          <NameRows
            who="Custodian"
            rows={custodians}
            onChange={setCustodians}
            least={3}
            most={255}
            wrong={wrong("custodian")}
          />
        </section>
      )}
    </Screen>
  );
}

/** Enter in a list of names goes to the next row; in the last one it is the primary action. */
function toNextField(event: KeyboardEvent<HTMLFormElement>): void {
  if (!(event.target instanceof HTMLInputElement)) return;
  const fields = [...event.currentTarget.querySelectorAll("input")];
  const next = fields[fields.indexOf(event.target) + 1];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function wrongRow(problem: Failure | null, role: Role): number | null {
  if (problem === null || !("role" in problem) || problem.role !== role) return null;
  return problem.position;
}

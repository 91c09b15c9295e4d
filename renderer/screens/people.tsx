import { useState } from "react";
import { act } from "../bridge";
import { BackButton } from "../components/back-button";
import { Leaders } from "../components/leaders";
import { NameRows } from "../components/name-rows";
import { planning } from "../components/roles";
import { Screen } from "../components/screen";
import { SharedRolesConfirmation } from "../components/shared-roles-confirmation";
import { isWrongName } from "../components/wrong-name";
import type { At } from "./step-view";

/** Plan: who takes part, by name. All of them should be different people. */
export function PeopleScreen({ view }: { readonly view: At<"people"> }) {
  const { draft, problem } = view;
  const [administrator, setAdministrator] = useState(draft.administrator);
  const [witnesses, setWitnesses] = useState(draft.witnesses);
  const [custodians, setCustodians] = useState(draft.custodians);
  const [sharedRolesAccepted, setSharedRolesAccepted] = useState(draft.sharedRolesAccepted);
  const { renews } = draft;
  const areKept = renews !== null && renews.kind !== "reshare";
  return (
    <Screen
      heading="Say who takes part"
      roles={planning}
      problem={problem}
      primary={{
        label: "Continue",
        onGo: () => void act("planPeople", { administrator, witnesses, custodians, sharedRolesAccepted }),
      }}
      others={<BackButton />}
      enter="submits-last"
    >
      <SharedRolesConfirmation
        problem={problem}
        before={draft.sharedRolesAccepted}
        checked={sharedRolesAccepted}
        onChange={setSharedRolesAccepted}
      />
      <Leaders
        administrator={administrator}
        onAdministrator={setAdministrator}
        witnesses={witnesses}
        onWitnesses={setWitnesses}
        problem={problem}
      />
      {!areKept && (
        <section className="group" aria-labelledby="custodians-title">
          <h2 id="custodians-title">{renews === null ? "Custodians" : "New custodians"}</h2>
          <p className="hint">
            Each keeps one Key Share on paper. From 3 to 255. A list of names can be pasted into any row.
          </p>
          <NameRows
            member="custodians"
            who="Custodian"
            rows={custodians}
            onChange={setCustodians}
            least={3}
            most={255}
            wrong={(at) => isWrongName(problem, "custodian", at, custodians[at] ?? "")}
          />
        </section>
      )}
    </Screen>
  );
}

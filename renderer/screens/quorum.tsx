import { useState } from "react";
import { act } from "../bridge";
import { BackButton } from "../components/back-button";
import { Confirmation } from "../components/confirmation";
import { Field } from "../components/field";
import { inWords } from "../components/in-words";
import { planning } from "../components/roles";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** Plan: how many custodians it takes, and what follows from that number. */
export function QuorumScreen({ view }: { readonly view: At<"quorum"> }) {
  const custodians = view.draft.custodians.length;
  const [typed, setTyped] = useState(String(view.draft.threshold));
  const [accepted, setAccepted] = useState(view.draft.allNeededAccepted);
  const threshold = /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : 0;
  const fits = threshold >= 2 && threshold <= custodians;
  const allNeeded = threshold === custodians;
  return (
    <Screen
      heading="Choose the quorum"
      roles={planning}
      problem={view.problem}
      primary={{
        label: "Continue",
        onGo: () => void act("planQuorum", { threshold, allNeededAccepted: allNeeded && accepted }),
      }}
      others={<BackButton />}
      enter="submits"
    >
      <p className="lead">
        If the Wrapping Key is ever lost, this many custodians must come together, each with their sheet.
      </p>
      <div className="quorum">
        <Field
          label="Custodians needed"
          inputMode="numeric"
          className="input-number"
          first
          value={typed}
          onChange={setTyped}
          wrong={view.problem?.code === "plan.threshold"}
        />
        <span>of {custodians}</span>
      </div>
      <div className="consequences" aria-live="polite">
        {fits && !allNeeded && <Consequences threshold={threshold} custodians={custodians} />}
        {fits && allNeeded && (
          <p>
            All {inWords(custodians)} custodians are needed. No sheet may ever be lost, and nobody may ever be
            missing.
          </p>
        )}
        {!fits && <p>The quorum lies between 2 and {custodians}.</p>}
      </div>
      {allNeeded && (
        <Confirmation checked={accepted} onChange={setAccepted}>
          I accept that one lost share loses the vault if the Wrapping Key is lost too.
        </Confirmation>
      )}
    </Screen>
  );
}

function Consequences({
  threshold,
  custodians,
}: {
  readonly threshold: number;
  readonly custodians: number;
}) {
  const spare = custodians - threshold;
  return (
    <ul>
      <li>
        Any {inWords(threshold)} of the {inWords(custodians)} can recover the vault together.
      </li>
      <li>
        {inWords(threshold - 1, true)} of them, or a thief with {inWords(threshold - 1)}{" "}
        {threshold === 2 ? "sheet" : "sheets"}, can do nothing and learn nothing.
      </li>
      <li>
        {spare === 1 ? "One sheet" : `${inWords(spare, true)} sheets`} may be lost. Losing{" "}
        {inWords(spare + 1)} leaves only the Wrapping Key.
      </li>
    </ul>
  );
}

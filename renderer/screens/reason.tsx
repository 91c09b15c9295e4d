import { useState } from "react";
import type { DestroyedSheet, Opener, Renews } from "../../electron/contract/renewal";
import { act } from "../bridge";
import { ceremonyWords } from "../components/ceremony-words";
import { Choice } from "../components/choice";
import { DestroyedSheets } from "../components/destroyed-sheets";
import { Field } from "../components/field";
import { planning } from "../components/roles";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

const examples: Readonly<Record<Renews["kind"], string>> = {
  recover: "the Wrapping Key was lost with the server on 3 May.",
  "recover-damaged": "the keystore’s medium failed on 3 May, and no sound copy is left.",
  rotate: "the Wrapping Key is due, as every year.",
  reshare: "Chen Wei leaves on 31 May, and hands the sheet back.",
};

const idleChoices = [5, 15, 30, 60] as const;

/** Plan of a renewal: why it is held, by whose leave, and what opens the keystore. */
export function ReasonScreen({ view }: { readonly view: At<"reason"> }) {
  const { renews } = view.draft;
  const [reason, setReason] = useState(renews?.reason ?? "");
  const [authorisation, setAuthorisation] = useState(renews?.authorisation ?? "");
  const [opener, setOpener] = useState<Opener>(renews?.opener ?? "quorum");
  const [destroyed, setDestroyed] = useState<readonly DestroyedSheet[]>(destroyedIn(renews));
  const [idleMinutes, setIdleMinutes] = useState(renews?.idleMinutes ?? 15);
  if (renews === null) return null;
  const wrong = view.problem?.code === "plan.reason" ? view.problem.member : null;
  const { title, means } = ceremonyWords[renews.kind];
  return (
    <Screen
      heading={title}
      roles={planning}
      problem={view.problem}
      primary={{
        label: "Continue",
        onGo: () => void act("planReason", { reason, authorisation, opener, destroyed, idleMinutes }),
      }}
      enter="submits-last"
    >
      <p className="lead">{means}</p>
      <Field
        label="Why this ceremony is held"
        member="reason"
        hint={`For example: ${examples[renews.kind]}`}
        first
        value={reason}
        onChange={setReason}
        wrong={wrong === "reason"}
      />
      <Field
        label="Who authorised it"
        member="authorisation"
        hint="A person, a board or a ticket, with the day."
        value={authorisation}
        onChange={setAuthorisation}
        wrong={wrong === "authorisation"}
      />
      <p className="hint">
        {opener === "quorum"
          ? "Every custodian reads both before they give their share."
          : "Everybody reads both in the review."}{" "}
        Both stand in the record.
      </p>
      {renews.kind === "rotate" && (
        <Choice
          legend="What opens the keystore"
          inRow
          value={opener}
          onChange={setOpener}
          options={[
            {
              value: "wrapping-key",
              label: "The current Wrapping Key",
              description: "From its file or its sheet.",
            },
            {
              value: "quorum",
              label: "A quorum of custodians",
              description: `Any ${renews.keystore.threshold} of ${renews.keystore.custodians.length}, each with their sheet.`,
            },
          ]}
        />
      )}
      {opener === "quorum" && (
        <Choice
          legend="Nobody at the workstation: entered shares are forgotten after"
          inRow
          value={String(idleMinutes)}
          onChange={(value) => setIdleMinutes(Number(value))}
          options={idleChoices.map((minutes) => ({ value: String(minutes), label: `${minutes} minutes` }))}
        />
      )}
      {renews.kind !== "recover-damaged" && (
        <DestroyedSheets sets={renews.keystore.retiredSets} value={destroyed} onChange={setDestroyed} />
      )}
    </Screen>
  );
}

/** The sheets that are noted as destroyed already. A damaged keystore's retired sets are not relied on. */
function destroyedIn(renews: Renews | null): readonly DestroyedSheet[] {
  return renews === null || renews.kind === "recover-damaged" ? [] : renews.destroyed;
}

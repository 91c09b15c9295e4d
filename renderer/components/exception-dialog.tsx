import { type FormEvent, useState } from "react";
import { preflightItems } from "../../electron/contract/preflight";
import type { ExceptionAbout } from "../../electron/contract/proceedings";
import { act } from "../bridge";
import { useMirror } from "../store";
import { Button, PrimaryButton } from "./buttons";
import { onEnterKey } from "./enter-key";
import { type Departed, happenedOf, peopleOf } from "./exception-about";
import { Field } from "./field";
import { NameChoice } from "./name-choice";
import { Question } from "./question";

interface ExceptionDialogProps {
  readonly view: Departed;
  readonly about: ExceptionAbout | null;
}

/** A departure from the script that people decide to live with: what it is, who decided and who saw it. */
export function ExceptionDialog({ view, about }: ExceptionDialogProps) {
  const [expected, setExpected] = useState("");
  const [happened, setHappened] = useState(() => happenedOf(view, about));
  const [decided, setDecided] = useState("");
  const [decidedBy, setDecidedBy] = useState("");
  const [witnessedBy, setWitnessedBy] = useState("");
  const waiting = useMirror(({ waiting }) => waiting > 0);
  const refusal = useMirror(({ refusal }) => refusal);
  const wrong = refusal !== null && "member" in refusal ? refusal.member : null;
  const isSame = refusal?.code === "exception.same-person";
  const { everybody, witnesses } = peopleOf(view);

  const record = (event: FormEvent) => {
    event.preventDefault();
    if (waiting) return;
    void act("recordException", { about, expected, happened, decided, decidedBy, witnessedBy });
  };

  return (
    <Question heading="Record an exception">
      <form
        className="exception"
        onSubmit={record}
        onKeyDown={(event) => onEnterKey(event, "goes-to-button")}
        noValidate
        autoComplete="off"
      >
        <p>
          <bdi>{subject(about)}</bdi> Say it so that somebody who was not here understands it. It stands in
          the record, and cannot be taken back.
        </p>
        <Field
          label="What was expected"
          member="expected"
          first
          value={expected}
          onChange={setExpected}
          wrong={wrong === "expected"}
        />
        <Field
          label="What happened"
          member="happened"
          value={happened}
          onChange={setHappened}
          wrong={wrong === "happened"}
        />
        <Field
          label="What was decided"
          member="decided"
          value={decided}
          onChange={setDecided}
          wrong={wrong === "decided"}
        />
        <div className="two-names">
          <NameChoice
            label="Who decided"
            names={everybody}
            value={decidedBy}
            onChange={setDecidedBy}
            wrong={wrong === "decidedBy" || isSame}
          />
          <NameChoice
            label="Which witness saw it"
            names={witnesses}
            value={witnessedBy}
            onChange={setWitnessedBy}
            wrong={wrong === "witnessedBy" || isSame}
          />
        </div>
        <div className="actions">
          <PrimaryButton disabled={waiting}>Record it</PrimaryButton>
          <Button interrupts onPress={() => void act("keepGoing", null)}>
            Cancel
          </Button>
        </div>
      </form>
    </Question>
  );
}

function subject(about: ExceptionAbout | null): string {
  if (about === null) return "About something that you saw yourselves.";
  return about === "roles" ? "About the parts of the people." : `About: ${preflightItems[about]}.`;
}

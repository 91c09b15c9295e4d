import { useState } from "react";
import type { ClosingView, Signer } from "../../../electron/contract/proceedings";
import { act } from "../../bridge";
import { Button } from "../../components/buttons";
import { Choice } from "../../components/choice";
import { Field } from "../../components/field";
import { Name } from "../../components/name";
import { Screen } from "../../components/screen";

interface SigningProps {
  readonly view: Extract<ClosingView, { step: "signing" }>;
}

/** One person confirms what the record says, or disagrees and says why. What was said stays. */
export function SigningScreen({ view }: SigningProps) {
  const { signer, problem } = view;
  const [answer, setAnswer] = useState<"confirm" | "disagree" | null>(null);
  const [why, setWhy] = useState("");
  const disagreement = answer === "disagree" ? why : null;
  return (
    <Screen
      heading={
        <>
          <Name>{signer.name}</Name>: is this what happened?
        </>
      }
      roles={{ acts: <Name>{signer.name}</Name>, watch: "Everybody" }}
      problem={problem}
      primary={{
        label: "Sign",
        onGo: () => void act("signOff", { disagreement }),
        disabled: answer === null,
      }}
      others={<Button onPress={() => void act("leaveSigning", null)}>Back to the list</Button>}
    >
      <ul className="statement">
        <li>
          {isCustodianOnly(signer)
            ? "I was present while my sheet was handled."
            : "I was present throughout."}
        </li>
        <li>The script was followed, except as the record notes it.</li>
        <li>The record is true.</li>
      </ul>
      <Choice
        legend="What you say of it"
        first
        inRow
        value={answer}
        onChange={setAnswer}
        options={[
          { value: "confirm", label: "I confirm" },
          { value: "disagree", label: "I disagree" },
        ]}
      />
      {answer === "disagree" && (
        <Field
          member="disagreement"
          label="Why"
          hint="It stands in the record as you say it. A disagreement does not keep the record from being sealed."
          value={why}
          onChange={setWhy}
          wrong={problem !== null}
        />
      )}
      <p className="hint">What you sign stays: it cannot be changed afterwards.</p>
    </Screen>
  );
}

function isCustodianOnly({ roles }: Signer): boolean {
  return roles.every((role) => role === "custodian");
}

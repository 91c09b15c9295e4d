import { useState } from "react";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { Field } from "../components/field";
import { beforeWitnesses } from "../components/roles";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** What stands on the proof page comes back, by its code or by its words: main compares. */
export function ProofReadScreen({ view }: { readonly view: At<"proof-read"> }) {
  const [text, setText] = useState("");
  return (
    <Screen
      heading="Read the proof page back"
      roles={beforeWitnesses(view.plan)}
      problem={view.problem}
      primary={{
        label: "Compare",
        onGo: () => void act("enterProof", { text }),
        disabled: text.trim() === "",
      }}
      others={<Button onPress={() => void act("proveAgain", null)}>Print it again, or elsewhere</Button>}
    >
      <p className="lead">
        {view.printer.kind === "pdf-folder" ? (
          <>The page was written as proof.pdf. In this rehearsal it stands for paper.</>
        ) : (
          <>
            Take the page from <bdi>{view.printer.name}</bdi>. Type its eight words, each in full, or read its
            code in with a scanner.
          </>
        )}
      </p>
      <Field
        label="The words of the page, or its code"
        hint="The words have every letter; put a space between them. A scanner types the code by itself."
        value={text}
        onChange={setText}
        wrong={view.problem !== null}
        first
        mono
      />
    </Screen>
  );
}

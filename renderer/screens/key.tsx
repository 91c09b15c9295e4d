import { useState } from "react";
import { act } from "../bridge";
import { BackButton } from "../components/back-button";
import { Choice } from "../components/choice";
import { planning } from "../components/roles";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** Plan: how long the Wrapping Key is. */
export function KeyScreen({ view }: { readonly view: At<"key"> }) {
  const [bits, setBits] = useState(view.draft.bits);
  return (
    <Screen
      heading="Choose the Wrapping Key"
      roles={planning}
      problem={view.problem}
      primary={{ label: "Continue", onGo: () => void act("planKey", { bits }) }}
      others={<BackButton />}
      enter="submits"
    >
      <p className="lead">
        The Wrapping Key opens the keystore in everyday use. The vault’s operator receives it, once, at the
        end.
      </p>
      <Choice
        legend="Length of the Wrapping Key"
        first
        value={bits === 256 ? "256" : "192"}
        onChange={(value) => setBits(value === "256" ? 256 : 192)}
        options={[
          {
            value: "256",
            label: "256 bit",
            description: "Right for everything that does not ask for something else. 64 characters.",
          },
          {
            value: "192",
            label: "192 bit, the databunker profile",
            description:
              "48 characters, the length that Databunker Pro’s own Wrapping Keys have. Databunker Pro makes its own Master Key and shares, and does not take this vault’s.",
          },
        ]}
      />
    </Screen>
  );
}

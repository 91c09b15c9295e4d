import { useState } from "react";
import { act } from "../bridge";
import { Field } from "../components/field";
import { planning } from "../components/roles";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** Plan, first: what the vault is called. */
export function VaultScreen({ view }: { readonly view: At<"vault"> }) {
  const [vaultName, setVaultName] = useState(view.draft.vaultName);
  return (
    <Screen
      heading="Name the vault"
      roles={planning}
      problem={view.problem}
      primary={{ label: "Continue", onGo: () => void act("planVault", { vaultName }) }}
      enter="submits"
    >
      <Field
        label="Vault name"
        member="vaultName"
        hint="It stands on every sheet and in the keystore. Choose a name that says what the vault is for."
        first
        value={vaultName}
        onChange={setVaultName}
        wrong={view.problem !== null}
      />
    </Screen>
  );
}

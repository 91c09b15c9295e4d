import { useState } from "react";
import { act } from "../bridge";
import { BackButton } from "../components/back-button";
import { FingerprintField } from "../components/fingerprint-field";
import { planning } from "../components/roles";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** Plan of a recovery from a damaged keystore: which vault it must be, by paper and not by the file. */
export function FingerprintScreen({ view }: { readonly view: At<"fingerprint"> }) {
  const { renews } = view.draft;
  const damaged = renews?.kind === "recover-damaged" ? renews : null;
  const [fingerprint, setFingerprint] = useState(damaged?.fingerprint ?? "");
  return (
    <Screen
      heading="Say which vault it is"
      roles={planning}
      problem={view.problem}
      primary={{ label: "Continue", onGo: () => void act("planFingerprint", { fingerprint }) }}
      others={<BackButton />}
      enter="submits"
    >
      <p className="lead">
        The seal that ties this file to the vault does not hold. What the shares open must have the
        fingerprint that stands on the sheets, or nothing is made of it.
      </p>
      <FingerprintField
        first
        value={fingerprint}
        onChange={setFingerprint}
        claimed={damaged?.damaged.vaultFingerprint ?? null}
        wrong={view.problem?.code === "plan.fingerprint"}
      />
    </Screen>
  );
}

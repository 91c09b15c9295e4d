import { useState } from "react";
import type { Failure } from "../../electron/contract/errors";
import { meantPath } from "../../electron/contract/typed-path";
import { act } from "../bridge";
import { BackButton } from "../components/back-button";
import { Confirmation } from "../components/confirmation";
import { DeliveryChoice } from "../components/delivery-choice";
import { PathField } from "../components/path-field";
import { planning } from "../components/roles";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** Plan: where the keystore and the Wrapping Key will go. Both places are tried before anything is made. */
export function PlacesScreen({ view }: { readonly view: At<"places"> }) {
  const [keystorePath, setKeystorePath] = useState(view.draft.keystorePath);
  const [delivery, setDelivery] = useState(view.draft.delivery);
  const [shared, setShared] = useState(false);
  const renews = view.draft.renews !== null;
  return (
    <Screen
      heading={renews ? "Choose where the new key goes" : "Choose where they go"}
      roles={planning}
      problem={view.problem}
      primary={{
        label: renews ? "Try the place" : "Try both places",
        onGo: () => void act("planPlaces", { keystorePath, delivery, sharedMediumAccepted: shared }),
      }}
      others={<BackButton />}
      enter="submits-last"
    >
      {view.problem?.code === "plan.confirm-shared-medium" && (
        <Confirmation checked={shared} onChange={setShared}>
          I accept that keystore and Wrapping Key are on one medium: whoever takes it has the vault.
        </Confirmation>
      )}
      <p className="lead">
        {renews
          ? "The place is tried now: a small file is written there and removed again. The keystore is replaced where it stands, when the new key was read back."
          : "Both places are tried now: a small file is written there and removed again. Nothing but the record is written before every sheet was read back."}
      </p>
      {!renews && (
        <PathField
          label="Keystore file"
          member="keystorePath"
          hint="A new file. Whoever holds it can do nothing without the Wrapping Key or a quorum."
          purpose="new-keystore"
          first
          value={keystorePath}
          onChange={setKeystorePath}
          wrong={isAbout(view.problem, keystorePath)}
        />
      )}
      <DeliveryChoice
        first={renews}
        value={delivery}
        onChange={setDelivery}
        wrong={delivery.way === "file" && isAbout(view.problem, delivery.path)}
      />
    </Screen>
  );
}

function isAbout(problem: Failure | null, typed: string): boolean {
  if (problem === null || !("path" in problem)) return false;
  const meant = meantPath(typed);
  const path = meant.ok ? meant.value : typed;
  if (problem.code !== "file.folder-missing") return problem.path === path;
  // Of a place whose folder is missing the folder is named.
  return path.startsWith(problem.path) && /[\\/]/u.test(path.charAt(problem.path.length));
}

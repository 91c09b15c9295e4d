import { useState } from "react";
import { dated } from "../../electron/contract/beside-sentences";
import type { CheckView } from "../../electron/contract/check-views";
import type { WorkstationView } from "../../electron/contract/views";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { Leaders } from "../components/leaders";
import { RehearsalQuestion } from "../components/rehearsal-question";
import { planning } from "../components/roles";
import { RuntimeConfirmation } from "../components/runtime-confirmation";
import { Screen } from "../components/screen";
import { SharedRolesConfirmation } from "../components/shared-roles-confirmation";

interface CheckPeopleProps {
  readonly view: Extract<CheckView, { step: "people" }>;
  readonly workstation: WorkstationView;
}

/** The whole plan of a round of checks: who leads it and who watches. The keystore knows its custodians. */
export function CheckPeopleScreen({ view, workstation }: CheckPeopleProps) {
  const { keystore, typed, problem } = view;
  const [administrator, setAdministrator] = useState(typed.administrator);
  const [witnesses, setWitnesses] = useState(typed.witnesses);
  const [sharedRolesAccepted, setSharedRolesAccepted] = useState(false);
  const [runtimeAccepted, setRuntimeAccepted] = useState(false);
  const [rehearsalHeld, setRehearsalHeld] = useState<boolean | null>(null);
  const plan = { administrator, witnesses, sharedRolesAccepted, runtimeAccepted, rehearsalHeld };
  return (
    <Screen
      heading="Say who takes part"
      roles={planning}
      problem={problem}
      primary={{ label: "Continue", onGo: () => void act("planCheck", plan) }}
      others={<Button onPress={() => void act("goHome", null)}>Back to the start</Button>}
      enter="submits-last"
    >
      <p className="note">
        This is generation {dated(keystore)}. Read it aloud. Anyone who was at a later ceremony of this vault
        says so now.
      </p>
      <SharedRolesConfirmation
        problem={problem}
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
      {!keystore.practice && <RehearsalQuestion value={rehearsalHeld} onChange={setRehearsalHeld} />}
      <RuntimeConfirmation
        workstation={workstation}
        practice={keystore.practice}
        checked={runtimeAccepted}
        onChange={setRuntimeAccepted}
      />
    </Screen>
  );
}

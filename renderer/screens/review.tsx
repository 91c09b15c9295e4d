import { useState } from "react";
import { generationAloud } from "../../electron/contract/beside-sentences";
import { placeNotes } from "../../electron/contract/place-notes";
import type { PlanView } from "../../electron/contract/plan";
import type { Renews } from "../../electron/contract/renewal";
import type { WorkstationView } from "../../electron/contract/views";
import { act } from "../bridge";
import { BackButton } from "../components/back-button";
import { Beside } from "../components/beside";
import { ceremonyWords } from "../components/ceremony-words";
import { type Fact, Facts } from "../components/facts";
import { Fours } from "../components/fours";
import { Name, Names } from "../components/name";
import { RehearsalQuestion } from "../components/rehearsal-question";
import { beforeWitnesses } from "../components/roles";
import { RuntimeConfirmation } from "../components/runtime-confirmation";
import { Screen } from "../components/screen";
import { Unproven } from "../components/unproven";
import type { At } from "./step-view";

interface ReviewScreenProps {
  readonly view: At<"review">;
  readonly workstation: WorkstationView;
}

/** The plan, read aloud before it is frozen. */
export function ReviewScreen({ view, workstation }: ReviewScreenProps) {
  const { plan } = view;
  const [runtimeAccepted, setRuntimeAccepted] = useState(false);
  const [rehearsalHeld, setRehearsalHeld] = useState<boolean | null>(null);
  return (
    <Screen
      heading="Read the plan aloud"
      roles={beforeWitnesses(plan)}
      problem={view.problem}
      primary={{
        label: "Accept the plan",
        onGo: () => void act("acceptPlan", { runtimeAccepted, rehearsalHeld }),
      }}
      others={<BackButton />}
      below={
        plan.renews?.kind === "recover-damaged" && (
          <Unproven facts={plan.renews.damaged} fingerprint={plan.renews.fingerprint} />
        )
      }
    >
      <p className="lead">
        Whoever accepts it freezes it: from then on nothing of it is changed, and its script is read and
        printed.
      </p>
      <Facts
        facts={[
          ...whichVault(plan),
          ...whichGeneration(plan),
          ...whyItIsHeld(plan),
          ...whoHoldsShares(plan),
          ...whoHasTwoParts(plan),
          { what: "Keystore", is: <bdi className="path">{plan.keystorePath}</bdi> },
          ...wrappingKeyOf(plan),
          { what: "Time needed", is: timeNeeded(plan) },
        ]}
      />
      {plan.renews !== null && plan.renews.kind !== "recover-damaged" && (
        <Beside beside={plan.renews.beside} />
      )}
      {plan.notes.length > 0 && (
        <section className="notice" aria-labelledby="notes-title">
          <h2 id="notes-title">Good to know</h2>
          <ul>
            {plan.notes.map((note) => (
              <li key={note}>{placeNotes[note]}</li>
            ))}
          </ul>
        </section>
      )}
      {!plan.practice && <RehearsalQuestion value={rehearsalHeld} onChange={setRehearsalHeld} />}
      <RuntimeConfirmation
        workstation={workstation}
        practice={plan.practice}
        checked={runtimeAccepted}
        onChange={setRuntimeAccepted}
      />
    </Screen>
  );
}

/** A renewal says first what it is, why it is held, by whose leave, and what opens the keystore. */
function whyItIsHeld({ renews }: PlanView): readonly Fact[] {
  if (renews === null) return [];
  return [
    { what: "Ceremony", is: ceremonyWords[renews.kind].title },
    { what: "Reason", is: <bdi>{renews.reason}</bdi> },
    { what: "Authorised by", is: <bdi>{renews.authorisation}</bdi> },
    { what: "Opened by", is: whatOpens(renews) },
  ];
}

function whatOpens(renews: Renews): string {
  if (renews.kind === "recover-damaged") return "As many custodians as their shares say";
  const { threshold, custodians } = renews.keystore;
  return renews.opener === "quorum"
    ? `Any ${threshold} of its ${custodians.length} custodians`
    : "The current Wrapping Key";
}

/** The vault by its name, or by the fingerprint on the sheets where the name is only what a damaged file says. */
function whichVault({ renews, vaultName }: PlanView): readonly Fact[] {
  if (renews?.kind !== "recover-damaged") return [{ what: "Vault", is: <Name>{vaultName}</Name> }];
  return [{ what: "Vault fingerprint", is: <Fours hex={renews.fingerprint} /> }];
}

/** Said aloud before anything begins: an older copy opens as well as the newest, and only people know of a later one. */
function whichGeneration({ renews }: PlanView): readonly Fact[] {
  if (renews === null) return [];
  const from: Fact = {
    what: "Generation",
    is: (
      <>
        {generationAloud(renews)}
        <p className="hint">Anyone who was at a later ceremony of this vault says so now.</p>
      </>
    ),
  };
  return renews.kind === "recover-damaged"
    ? [from, { what: "Clean generation", is: renews.damaged.becomes }]
    : [from];
}

/** Whose shares the ceremony is about: who gets one, or whose open the keystore. */
function whoHoldsShares({ renews, threshold, custodians }: PlanView): readonly Fact[] {
  const named: Fact = { what: "Custodians", is: <Names>{custodians}</Names> };
  const quorum = `Any ${threshold} of ${custodians.length} custodians`;
  if (renews === null) return [{ what: "Quorum", is: quorum }, named];
  if (renews.kind === "reshare")
    return [
      { what: "New quorum", is: quorum },
      { ...named, what: "New custodians" },
    ];
  return renews.kind !== "recover-damaged" && renews.opener === "quorum" ? [named] : [];
}

/** A small team's departure from one person, one part. */
function whoHasTwoParts({ sharedRoles }: PlanView): readonly Fact[] {
  if (sharedRoles.length === 0) return [];
  return [
    {
      what: "Two parts",
      is: (
        <>
          <Names>{sharedRoles}</Names>
          <p className="hint">An exception is recorded before the ceremony goes on.</p>
        </>
      ),
    },
  ];
}

/** A reshare leaves the Wrapping Key as it is. */
function wrappingKeyOf({ renews, bits, delivery }: PlanView): readonly Fact[] {
  if (renews?.kind === "reshare") return [{ what: "Wrapping Key", is: "Stays as it is" }];
  return [
    { what: "Wrapping Key", is: `${bits} bit` },
    {
      what: "Delivery",
      is:
        delivery.way === "file" ? (
          <bdi className="path">{delivery.path}</bdi>
        ) : (
          "The Wrapping Key on a printed sheet"
        ),
    },
  ];
}

function timeNeeded({ renews, minutes: { scanned, typed } }: PlanView): string {
  if (scanned === typed) return `About ${typed} minutes`;
  const byCode =
    renews === null || renews.kind === "reshare" ? "scanned and three words are typed" : "scanned";
  return `About ${scanned} minutes if every sheet’s code is ${byCode}, ${typed} if all 31 words are typed`;
}

import { useState } from "react";
import type { KeystoreFacts } from "../../electron/contract/keystore-facts";
import type { RenewalKind } from "../../electron/contract/renewal";
import type { KeystoreView } from "../../electron/contract/views";
import { act } from "../bridge";
import { Beside } from "../components/beside";
import { BetterCopy } from "../components/better-copy";
import { Button } from "../components/buttons";
import { Choice } from "../components/choice";
import { type Fact, Facts } from "../components/facts";
import { Fours } from "../components/fours";
import { Name } from "../components/name";
import { Screen } from "../components/screen";
import { Time } from "../components/time";

type Next = "check" | RenewalKind;

const ceremonies = [
  {
    value: "check",
    label: "Check the sheets",
    description: "Is each custodian’s sheet still good? Nothing is combined, nothing is changed.",
  },
  {
    value: "recover",
    label: "Recover the vault",
    description: "The Wrapping Key is lost. A quorum opens the vault, and it gets a new one.",
  },
  {
    value: "rotate",
    label: "Rotate the Wrapping Key",
    description: "The Wrapping Key is at hand, and due to be replaced. Every sheet stays good.",
  },
  {
    value: "reshare",
    label: "Reshare the vault",
    description: "A custodian leaves, or a sheet is lost. A quorum replaces every sheet.",
  },
] as const;

/** What a keystore says of itself, its seal verified, and the ceremonies that can be held over it. */
export function KeystoreScreen({ facts, beside }: Omit<KeystoreView, "at">) {
  const [next, setNext] = useState<Next>("check");
  const { newer } = beside;
  return (
    <Screen
      heading={
        <>
          Keystore of <Name>{facts.vaultName}</Name>
        </>
      }
      primary={{
        label: "Continue",
        onGo: () => void (next === "check" ? act("startCheck", null) : act("startRenewal", { kind: next })),
      }}
      others={<Button onPress={() => void act("goHome", null)}>Close the keystore</Button>}
      below={<Contents facts={facts} />}
      enter="submits"
    >
      <p>
        The seal holds: the file is as it was sealed. Before you rely on it, compare the vault fingerprint
        with the one on a sheet:
        <br />
        <Fours hex={facts.vaultFingerprint} />
      </p>
      {newer !== null && (
        <BetterCopy title="A newer generation lies beside: use that one" copy={newer}>
          This file is generation {facts.generation}. A renewal of it is refused while a newer one lies
          beside, whatever its name.
        </BetterCopy>
      )}
      <Beside beside={beside} />
      <Warnings facts={facts} />
      <Choice
        legend="What would you like to do with it?"
        first
        value={next}
        onChange={setNext}
        options={ceremonies}
      />
    </Screen>
  );
}

function Warnings({ facts }: { readonly facts: KeystoreFacts }) {
  return (
    <>
      {facts.practice && <p className="note">This keystore was made in a rehearsal. It protects nothing.</p>}
      {facts.readableByOthers && (
        <p className="note">Other users of this machine can read the file. It is useless to them alone.</p>
      )}
      {facts.retiredSets.some(({ quorumAtLarge }) => quorumAtLarge) && (
        <p className="note">
          Of a retired share set so many sheets may still exist that, with an old copy of this keystore, they
          open the vault. Have them destroyed before witnesses; until then replacing the Master Key is
          advised.
        </p>
      )}
    </>
  );
}

function Contents({ facts }: { readonly facts: KeystoreFacts }) {
  return (
    <section className="apart" aria-labelledby="contents-title">
      <h2 id="contents-title">What the file says</h2>
      <Facts facts={[...keys(facts), ...shares(facts), ...history(facts)]} />
    </section>
  );
}

function keys(facts: KeystoreFacts): readonly Fact[] {
  return [
    { what: "File", is: <bdi className="path">{facts.path}</bdi> },
    { what: "Generation", is: facts.generation },
    { what: "Master Key", is: <Fours hex={facts.masterKeyKid} /> },
    {
      what: "Wrapping Key",
      is: (
        <>
          <Fours hex={facts.wrappingKeyKid} />, {facts.wrappingKeyBits} bit
        </>
      ),
    },
  ];
}

function shares({ setId, threshold, custodians }: KeystoreFacts): readonly Fact[] {
  return [
    { what: "Quorum", is: `Any ${threshold} of ${custodians.length} custodians` },
    {
      what: "Custodians",
      is: (
        <ol className="names">
          {custodians.map(({ index, name }) => (
            <li key={index} value={index}>
              {index}. <Name>{name}</Name>
            </li>
          ))}
        </ol>
      ),
    },
    { what: "Share set", is: <Fours hex={setId} /> },
  ];
}

function history(facts: KeystoreFacts): readonly Fact[] {
  const retired = facts.retiredSets.map((set) => ({
    what: `Retired share set ${set.id}`,
    is: (
      <>
        {set.threshold} of {set.sheets.length}, retired <Time at={set.retiredAt} />;{" "}
        {set.sheets.filter(({ destroyedAt }) => destroyedAt !== null).length} sheets known to be destroyed
      </>
    ),
  }));
  return [
    ...retired,
    { what: "Made", is: <Time at={facts.createdAt} /> },
    { what: "Last changed", is: <Time at={facts.updatedAt} /> },
  ];
}

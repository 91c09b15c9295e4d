import type { KeystoreFacts } from "../../electron/contract/keystore-facts";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { type Fact, Facts } from "../components/facts";
import { Fours } from "../components/fours";
import { Name } from "../components/name";
import { Screen } from "../components/screen";
import { Time } from "../components/time";

/** What a keystore says of itself, its seal verified. */
export function KeystoreScreen({ facts }: { readonly facts: KeystoreFacts }) {
  return (
    <Screen
      heading={
        <>
          Keystore of <Name>{facts.vaultName}</Name>
        </>
      }
      primary={{ label: "Check the sheets", onGo: () => void act("startCheck", null) }}
      others={
        <>
          <Button onPress={() => void act("startRenewal", { kind: "recover" })}>Recover</Button>
          <Button onPress={() => void act("startRenewal", { kind: "rotate" })}>
            Rotate the Wrapping Key
          </Button>
          <Button onPress={() => void act("startRenewal", { kind: "reshare" })}>Reshare</Button>
          <Button kind="quiet" onPress={() => void act("goHome", null)}>
            Close the keystore
          </Button>
        </>
      }
    >
      <p className="lead">
        The seal holds: the file is as it was sealed. Compare the vault fingerprint with the one on a sheet
        before you rely on it.
      </p>
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
      <section className="group" aria-labelledby="fingerprint-title">
        <h2 id="fingerprint-title">Vault fingerprint</h2>
        <p>
          <Fours hex={facts.vaultFingerprint} large />
        </p>
      </section>
      <Facts facts={[...keys(facts), ...shares(facts), ...history(facts)]} />
    </Screen>
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

import { useState } from "react";
import type { ProvenByQuorum } from "../../electron/contract/damaged-facts";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { Field } from "../components/field";
import { Fours } from "../components/fours";
import { inWords } from "../components/in-words";
import { Lost } from "../components/lost";
import { Name } from "../components/name";
import { beforeWitnesses } from "../components/roles";
import { Screen } from "../components/screen";
import { isWrongName } from "../components/wrong-name";
import type { At } from "./step-view";

/** The vault is proven. The quorum gives its word for what no key can prove: the names. */
export function NamesScreen({ view }: { readonly view: At<"names"> }) {
  const { plan, quorum, typed, problem } = view;
  const [vaultName, setVaultName] = useState(typed.vaultName);
  const [custodians, setCustodians] = useState(typed.custodians);
  return (
    <Screen
      heading="Confirm the names"
      roles={beforeWitnesses(plan)}
      problem={problem}
      primary={{
        label: "The quorum confirms these names",
        onGo: () => void act("confirmNames", { vaultName, custodians }),
      }}
      others={
        <>
          {problem?.code === "exception.roles" && (
            <Button onPress={() => void act("askException", { about: "roles" })}>Record the exception</Button>
          )}
          <Button onPress={() => void act("enterShare", null)}>Another custodian enters a share</Button>
        </>
      }
    >
      <p className="lead">
        The vault has the fingerprint of the sheets. Its share set is <Fours hex={quorum.setId} />, and any{" "}
        {quorum.threshold} of the {quorum.shares.length} proven shares open it. The names are only what the
        file says: read them aloud, and correct them.
      </p>
      <Field
        label="Vault"
        member="vaultName"
        first
        value={vaultName}
        onChange={setVaultName}
        wrong={problem?.code === "plan.vault-name"}
      />
      <section className="group" aria-labelledby="holders-title">
        <h2 id="holders-title">Who holds each share</h2>
        <div className="name-rows">
          {quorum.shares.map((share, at) => (
            <Field
              // biome-ignore lint/suspicious/noArrayIndexKey: a share is told by its place
              key={at}
              label={`Share ${at + 1}`}
              member={`custodians.${at}`}
              hint={`${share.entered ? "Entered in this ceremony" : "Not entered; it belongs to the same set"}${share.custodian === null ? ". The file names nobody for it: compare with the sheet." : "."}`}
              value={custodians[at] ?? ""}
              onChange={(name) => setCustodians(custodians.map((one, other) => (other === at ? name : one)))}
              wrong={isWrongName(problem, "custodian", at, custodians[at] ?? "")}
            />
          ))}
        </div>
      </section>
      <LeftOut names={quorum.leftOut.filter((name) => name === null || !custodians.includes(name))} />
      {quorum.unfit > 0 && (
        <p className="note">
          {inWords(quorum.unfit, true)} of the entered shares {quorum.unfit === 1 ? "is" : "are"} not of this
          set, whatever the sheet says. Keep that sheet, and find out where it comes from.
        </p>
      )}
      {plan.renews?.kind === "recover-damaged" && <Lost facts={plan.renews.damaged} />}
    </Screen>
  );
}

function LeftOut({ names }: { readonly names: ProvenByQuorum["leftOut"] }) {
  if (names.length === 0) return null;
  return (
    <section className="notice" aria-labelledby="left-out-title">
      <h2 id="left-out-title">Listed in the file, and not proven</h2>
      <ul>
        {names.map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may be equal, or unreadable
          <li key={at}>{name === null ? "A custodian whose name cannot be read" : <Name>{name}</Name>}</li>
        ))}
      </ul>
      <p>
        The clean keystore will not know their sheets. Whoever is here can enter theirs, to be proven and
        listed. For the others reshare the vault soon, so that everybody holds a sheet that it knows.
      </p>
    </section>
  );
}

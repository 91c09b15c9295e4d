import type { Renews } from "../../electron/contract/renewal";
import { act } from "../bridge";
import { AfterWritingNotice } from "../components/after-writing";
import { DeliveredTo } from "../components/delivered-to";
import { type Fact, Facts } from "../components/facts";
import { Fours } from "../components/fours";
import { Lost } from "../components/lost";
import { Name } from "../components/name";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

const headings: Readonly<Record<Renews["kind"], string>> = {
  recover: "The vault is recovered",
  "recover-damaged": "The vault has a clean keystore",
  rotate: "The Wrapping Key is rotated",
  reshare: "The vault is reshared",
};

/** What a renewal has changed and what it has not, and what each person does next. */
export function RenewedScreen({ view }: { readonly view: At<"done"> }) {
  const { plan, made, keptAs, secondCopy } = view;
  if (plan.renews === null) return null;
  const { renews } = plan;
  return (
    <Screen
      heading={headings[renews.kind]}
      roles={{ acts: <Name>{plan.administrator}</Name>, watch: "Everybody" }}
      primary={{ label: "Close this ceremony", onGo: () => void act("goHome", null) }}
    >
      <AfterWritingNotice told={view.told} />
      <section className="group" aria-labelledby="fingerprint-title">
        <h2 id="fingerprint-title">Vault fingerprint, the same as before</h2>
        <p>
          <Fours hex={made.vault} large />
        </p>
      </section>
      <Facts
        facts={[
          { what: "Keystore", is: <bdi className="path">{plan.keystorePath}</bdi> },
          ...generationOf(renews),
          ...changed(view),
          {
            what: "Second copy",
            is: secondCopy === null ? "None" : <bdi className="path">{secondCopy}</bdi>,
          },
          { what: "Old keystore", is: keptAs === null ? "Removed" : <bdi className="path">{keptAs}</bdi> },
        ]}
      />
      {renews.kind === "recover-damaged" && <Lost facts={renews.damaged} />}
      <section className="group" aria-labelledby="next-title">
        <h2 id="next-title">What happens next</h2>
        <ul>
          {renews.kind === "reshare" ? (
            <AfterReshare threshold={renews.keystore.threshold} />
          ) : (
            <AfterNewKey opener={renews.opener} />
          )}
          <li>
            The record stands beside the keystore. Give a copy of it to whoever audits the vault; the
            witnesses keep what they wrote down of it.
          </li>
        </ul>
      </section>
    </Screen>
  );
}

function generationOf(renews: Renews): readonly Fact[] {
  const is = renews.kind === "recover-damaged" ? renews.damaged.becomes : renews.keystore.generation + 1;
  return [{ what: "Generation", is }];
}

function changed({ plan, made }: At<"done">): readonly Fact[] {
  if (plan.renews?.kind === "reshare") {
    return [
      { what: "New share set", is: <Fours hex={made.shareSet} /> },
      { what: "Quorum", is: `Any ${plan.threshold} of ${plan.custodians.length}` },
    ];
  }
  return [
    { what: "New Wrapping Key", is: <Fours hex={made.wrappingKey} /> },
    { what: "Delivered to", is: <DeliveredTo delivery={plan.delivery} /> },
  ];
}

function AfterNewKey({ opener }: Pick<Renews, "opener">) {
  return (
    <>
      <li>The operator starts the vault with the new Wrapping Key and the new keystore.</li>
      <li>
        Every old copy of the keystore still opens with the old Wrapping Key: when the vault runs, replace or
        destroy those copies, backups too.
      </li>
      <li>
        {opener === "quorum"
          ? "The custodians take their sheets back to their places, in the new bags. They stay valid."
          : "The custodians’ sheets were not needed, and stay in their bags. They stay valid."}
      </li>
    </>
  );
}

function AfterReshare({ threshold }: { readonly threshold: number }) {
  return (
    <>
      <li>Each new custodian takes their sealed bag to its place.</li>
      <li>
        Old sheets that still exist are destroyed before the witnesses. The next ceremony notes in the
        keystore which were, those in this record too.
      </li>
      <li>
        Resharing takes nothing away from somebody who keeps an old copy of the keystore: with {threshold} old
        sheets it still opens. While as many of them are not known to be destroyed, replacing the Master Key
        is advised.
      </li>
    </>
  );
}

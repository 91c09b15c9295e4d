import { act } from "../bridge";
import { AfterWritingNotice } from "../components/after-writing";
import { Facts } from "../components/facts";
import { Fours } from "../components/fours";
import { Name } from "../components/name";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** What was made, by fingerprints; where it is; what each person does next. */
export function DoneScreen({ view }: { readonly view: At<"done"> }) {
  const { plan, made, secondCopy } = view;
  return (
    <Screen
      heading="The vault is made"
      roles={{ acts: <Name>{plan.administrator}</Name>, watch: "Everybody" }}
      primary={{ label: "Close this ceremony", onGo: () => void act("goHome", null) }}
    >
      <AfterWritingNotice told={view.told} />
      <section className="group" aria-labelledby="fingerprint-title">
        <h2 id="fingerprint-title">Vault fingerprint</h2>
        <p>
          <Fours hex={made.vault} large />
        </p>
        <p className="hint">Everybody compares it with their sheet, and the witnesses write it down.</p>
      </section>
      <Facts
        facts={[
          { what: "Master Key", is: <Fours hex={made.masterKey} /> },
          { what: "Wrapping Key", is: <Fours hex={made.wrappingKey} /> },
          { what: "Share set", is: <Fours hex={made.shareSet} /> },
          { what: "Keystore", is: <bdi className="path">{plan.keystorePath}</bdi> },
          {
            what: "Second copy",
            is: secondCopy === null ? "None" : <bdi className="path">{secondCopy}</bdi>,
          },
          {
            what: "Wrapping Key at",
            is:
              plan.delivery.way === "file" ? (
                <bdi className="path">{plan.delivery.path}</bdi>
              ) : (
                "On its printed sheet"
              ),
          },
        ]}
      />
      <section className="group" aria-labelledby="next-title">
        <h2 id="next-title">What happens next</h2>
        <ul>
          <li>
            <Name>{plan.administrator}</Name> takes the keystore to where it is used
            {secondCopy === null ? ", and makes a second copy of it today" : ", and keeps its copy elsewhere"}
            .
          </li>
          {spareKeySheets(view) > 0 && (
            <li>Every Wrapping Key sheet that was not read back is destroyed before the witnesses.</li>
          )}
          <li>The vault’s operator takes the Wrapping Key away, apart from the keystore.</li>
          <li>Each custodian takes their sealed bag to its place, and comes when a recovery is called.</li>
          <li>
            The record stands beside the keystore. Give a copy of it to whoever audits the vault; the
            witnesses keep what they wrote down of it.
          </li>
          <li>The workstation is switched off.</li>
        </ul>
      </section>
    </Screen>
  );
}

/** Wrapping Key sheets that may be on paper besides the one that was read back. */
function spareKeySheets({ plan, keySheets }: At<"done">): number {
  return plan.delivery.way === "sheet" ? keySheets - 1 : keySheets;
}

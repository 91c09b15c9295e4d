import type { Renews } from "../../electron/contract/renewal";
import { act } from "../bridge";
import { Name } from "../components/name";
import { Screen } from "../components/screen";
import { Stages } from "../components/stages";
import type { At } from "./step-view";

/** The end without a vault: what is on paper or on disk and must go. */
export function AbortedScreen({ view }: { readonly view: At<"aborted"> }) {
  const { destroy, destroyWrappingKeySheet, remaining } = view;
  const isAsBefore = view.problem?.code !== "file.not-put-back";
  if (view.clearing) {
    return (
      <Screen heading="The ceremony is being aborted" problem={view.problem}>
        <Stages stages={["Wiping every key, removing what was written, and ending the record"]} now={0} />
      </Screen>
    );
  }
  const nothing = isAsBefore && destroy.length === 0 && !destroyWrappingKeySheet && remaining.length === 0;
  return (
    <Screen
      heading="The ceremony was aborted"
      problem={view.problem}
      primary={
        view.record === null
          ? { label: "Back to the start", onGo: () => void act("goHome", null) }
          : { label: "Go on to the record", onGo: () => void act("toRecord", null) }
      }
    >
      <p className="lead">
        {view.renewal === null
          ? "Every key that was made is wiped. There is no vault."
          : `Whatever was entered or made is wiped. ${isAsBefore ? asBefore(view.renewal) : ""}`}
      </p>
      {nothing && (
        <p>
          Nothing new is on paper, and nothing new is on disk.
          {view.record !== null && " Only the record of this ceremony stays."}
        </p>
      )}
      {(destroy.length > 0 || destroyWrappingKeySheet) && (
        <section className="notice" aria-labelledby="destroy-title">
          <h2 id="destroy-title">Destroy these sheets before the witnesses</h2>
          <ul>
            {destroy.map((share) => (
              <li key={share.index}>
                Key Share {share.index} of <Name>{share.custodian}</Name>
                {share.copies > 1 && `: ${share.copies} copies`}
              </li>
            ))}
            {destroyWrappingKeySheet && <li>The Wrapping Key sheet</li>}
          </ul>
        </section>
      )}
      {remaining.length > 0 && (
        <section className="notice" aria-labelledby="remaining-title">
          <h2 id="remaining-title">These files could not be removed</h2>
          <ul>
            {remaining.map((path) => (
              <li key={path}>
                <bdi className="path">{path}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Screen>
  );
}

function asBefore(renewal: Renews["kind"]): string {
  return renewal === "recover-damaged"
    ? "The damaged keystore was not changed, and the sheets of its custodians are as good as before."
    : "The keystore was not changed: the vault opens as it did before, and the sheets of its custodians are good.";
}

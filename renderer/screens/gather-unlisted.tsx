import { type RenewsDamaged, sharesNeeded } from "../../electron/contract/renewal";
import { act } from "../bridge";
import { ceremonyWords } from "../components/ceremony-words";
import { Facts } from "../components/facts";
import { Fours } from "../components/fours";
import { inWords } from "../components/in-words";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

interface GatherUnlistedProps {
  readonly view: At<"gather">;
  readonly renews: RenewsDamaged;
}

/** Custodians come for a damaged keystore: nobody can say whose a share is, and the first one says how many are needed. */
export function GatherUnlistedScreen({ view, renews }: GatherUnlistedProps) {
  const { plan, given } = view;
  const missing = sharesNeeded(renews, given) - given.length;
  const { title, means } = ceremonyWords[renews.kind];
  return (
    <Screen
      heading={
        given.length === 0
          ? "The first custodian is needed"
          : `${inWords(given.length, true)} ${given.length === 1 ? "share is" : "shares are"} in`
      }
      roles={{ acts: "The next custodian", watch: "Everybody" }}
      problem={view.problem}
      primary={{ label: "I approve this, and enter my share", onGo: () => void act("enterShare", null) }}
    >
      <p className="lead" role="status">
        {given.length === 0
          ? "The file cannot be relied on, so the first share says how many are needed."
          : `${inWords(missing, true)} more ${missing === 1 ? "custodian is" : "custodians are"} needed, as the shares say.`}
      </p>
      <section className="group" aria-labelledby="approve-title">
        <h2 id="approve-title">{title}: what you approve</h2>
        <p>{means}</p>
        <Facts
          facts={[
            { what: "Reason", is: <bdi>{renews.reason}</bdi> },
            { what: "Authorised by", is: <bdi>{renews.authorisation}</bdi> },
            { what: "Vault fingerprint", is: <Fours hex={renews.fingerprint} /> },
            { what: "New Wrapping Key", is: `${plan.bits} bit` },
            {
              what: "Delivered to",
              is:
                plan.delivery.way === "file" ? (
                  <bdi className="path">{plan.delivery.path}</bdi>
                ) : (
                  "A printed sheet"
                ),
            },
          ]}
        />
        <p className="hint">
          Compare the fingerprint with your sheet. Whether a share fits this file can only be told when all of
          them are in: if they do not open it, every one is forgotten. Whoever wants any of this changed
          aborts the ceremony and begins again, without the shares that were entered.
        </p>
      </section>
    </Screen>
  );
}

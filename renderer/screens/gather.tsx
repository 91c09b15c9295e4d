import type { PlanView } from "../../electron/contract/views";
import { act } from "../bridge";
import { BackButton } from "../components/back-button";
import { ceremonyWords } from "../components/ceremony-words";
import { type Fact, Facts } from "../components/facts";
import { inWords } from "../components/in-words";
import { Name, Names } from "../components/name";
import { Screen } from "../components/screen";
import { Tick } from "../components/tick";
import type { At } from "./step-view";

/** Custodians come in any order. Each sees what their share is given for before they enter it. */
export function GatherScreen({ view }: { readonly view: At<"gather"> }) {
  const { plan, given } = view;
  if (plan.renews === null) return null;
  const { keystore, kind } = plan.renews;
  const missing = keystore.threshold - given.length;
  const last = given.at(-1);
  return (
    <Screen
      heading={
        last === undefined ? (
          `${inWords(missing, true)} custodians are needed`
        ) : (
          <>
            The share of <Name>{last.custodian}</Name> is in
          </>
        )
      }
      roles={{ acts: "The next custodian, alone", watch: "Everybody, until the share is entered" }}
      problem={view.problem}
      primary={{ label: "I approve this, and enter my share", onGo: () => void act("enterShare", null) }}
      others={<BackButton />}
    >
      <p className="lead" role="status">
        {given.length === 0
          ? `Any ${keystore.threshold} of the ${keystore.custodians.length} may come, in any order.`
          : `${inWords(missing, true)} more ${missing === 1 ? "custodian is" : "custodians are"} needed.`}
      </p>
      <section className="group" aria-labelledby="approve-title">
        <h2 id="approve-title">{ceremonyWords[kind].title}: what you approve</h2>
        <p>{ceremonyWords[kind].means}</p>
        <Facts facts={approved(plan)} />
        <p className="hint">
          Whoever changes any of this begins again, without the shares that were entered.
        </p>
      </section>
      <ul className="shares" aria-label="Custodians">
        {keystore.custodians.map(({ index, name }) => (
          <li key={index} data-verified={given.some((share) => share.index === index)}>
            <span className="share-number">{index}</span>
            <Name>{name}</Name>
            {given.some((share) => share.index === index) && (
              <span className="share-state">
                <Tick /> Entered
              </span>
            )}
          </li>
        ))}
      </ul>
    </Screen>
  );
}

function approved({ renews, custodians, threshold, bits, delivery }: PlanView): readonly Fact[] {
  if (renews === null) return [];
  const why: readonly Fact[] = [
    { what: "Reason", is: <bdi>{renews.reason}</bdi> },
    { what: "Authorised by", is: <bdi>{renews.authorisation}</bdi> },
  ];
  if (renews.kind === "reshare") {
    return [
      ...why,
      { what: "New quorum", is: `Any ${threshold} of ${custodians.length}` },
      { what: "New custodians", is: <Names>{custodians}</Names> },
    ];
  }
  return [
    ...why,
    { what: "New Wrapping Key", is: `${bits} bit` },
    {
      what: "Delivered to",
      is: delivery.way === "file" ? <bdi className="path">{delivery.path}</bdi> : "A printed sheet",
    },
  ];
}

import type { CustodianFacts } from "../../electron/contract/keystore-facts";
import type { PlanView } from "../../electron/contract/plan";
import type { GivenShare } from "../../electron/contract/renewal";
import { act } from "../bridge";
import { ceremonyWords } from "../components/ceremony-words";
import { DeliveredTo } from "../components/delivered-to";
import { type Fact, Facts } from "../components/facts";
import { inWords } from "../components/in-words";
import { Name, Names } from "../components/name";
import { Screen } from "../components/screen";
import { Tick } from "../components/tick";
import type { At } from "./step-view";

/** Custodians come in any order. Each sees what their share is given for before they enter it. */
export function GatherScreen({ view }: { readonly view: At<"gather"> }) {
  const { plan, given } = view;
  if (plan.renews === null || plan.renews.kind === "recover-damaged") return null;
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
            The share of <Name>{last.custodian ?? ""}</Name> is in
          </>
        )
      }
      roles={{ acts: "The next custodian", watch: "Everybody" }}
      problem={view.problem}
      primary={{ label: "I approve this, and enter my share", onGo: () => void act("enterShare", null) }}
      below={<Custodians custodians={keystore.custodians} given={given} />}
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
          Whoever wants any of this changed aborts the ceremony and begins again, without the shares that were
          entered.
        </p>
      </section>
    </Screen>
  );
}

interface CustodiansProps {
  readonly custodians: readonly CustodianFacts[];
  readonly given: readonly GivenShare[];
}

function Custodians({ custodians, given }: CustodiansProps) {
  const entered = new Set(given.map(({ index }) => index));
  return (
    <section className="apart" aria-labelledby="custodians-title">
      <h2 id="custodians-title">Whose share is in</h2>
      <ul className="shares" aria-label="Custodians">
        {custodians.map(({ index, name }) => (
          <li key={index} data-verified={entered.has(index)}>
            <span className="share-number">{index}</span>
            <Name>{name}</Name>
            {entered.has(index) && (
              <span className="share-state">
                <Tick /> Entered
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
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
    { what: "Delivered to", is: <DeliveredTo delivery={delivery} /> },
  ];
}

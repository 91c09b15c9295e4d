import { act } from "../bridge";
import { BagChangeFields, useBagChange } from "../components/bag-change";
import { Name, Names } from "../components/name";
import { NoBag } from "../components/no-bag";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** A share was entered; its sheet goes back into a bag before the next custodian comes. */
export function BagScreen({ view }: { readonly view: At<"bag"> }) {
  const { plan, given, problem } = view;
  const { bags, setBags, changed, withoutNew } = useBagChange();
  const custodian = given.at(-1)?.custodian ?? null;
  return (
    <Screen
      heading="Put the sheet away"
      roles={{
        acts: custodian === null ? "The custodian whose share is in" : <Name>{custodian}</Name>,
        watch: <Names most={3}>{plan.witnesses}</Names>,
      }}
      problem={problem}
      primary={{ label: "The sheet is in its bag", onGo: () => void act("shareBagged", changed) }}
      others={<NoBag label="There is no new bag" onGo={() => void act("shareBagged", withoutNew)} />}
    >
      <p className="lead">
        The share is in. Fold the sheet so that words and code lie inside, and seal it in a new numbered bag.
        The opened bag is kept with the record.
      </p>
      <BagChangeFields bags={bags} onChange={setBags} problem={problem} />
    </Screen>
  );
}

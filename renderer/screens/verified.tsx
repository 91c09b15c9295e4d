import { useState } from "react";
import { act } from "../bridge";
import { Name, Names } from "../components/name";
import { NewBagFields, noNumber } from "../components/new-bag";
import { NoBag } from "../components/no-bag";
import { Screen } from "../components/screen";
import { ShareTitle } from "../components/share-title";
import type { At } from "./step-view";

/** The share is proven; its sheet is put away before anybody else comes near. */
export function VerifiedScreen({ view }: { readonly view: At<"verified"> }) {
  const { share, plan, problem } = view;
  const [bag, setBag] = useState(noNumber);
  return (
    <Screen
      heading="The share is proven"
      roles={{ acts: <Name>{share.custodian}</Name>, watch: <Names most={3}>{plan.witnesses}</Names> }}
      problem={problem}
      primary={{ label: "The sheet is in its bag", onGo: () => void act("shareHandled", { bag }) }}
      others={<NoBag label="There is no bag" onGo={() => void act("shareHandled", { bag: null })} />}
    >
      <ShareTitle share={share} total={view.shares.length} />
      <ol className="instructions">
        <li>Fold the bottom edge up to the line on the sheet, so that words and code lie inside.</li>
        <li>Sign it where it says so, with a witness, and write the bag’s number on it.</li>
        <li>Seal it in an opaque, numbered bag. It stays with you.</li>
      </ol>
      <div className="bag-numbers">
        <NewBagFields label="Bag’s number" member="bag" bag={bag} onChange={setBag} problem={problem} first />
      </div>
    </Screen>
  );
}

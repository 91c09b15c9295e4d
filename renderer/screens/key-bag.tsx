import { useState } from "react";
import { act } from "../bridge";
import { Names } from "../components/name";
import { NewBagFields, noNumber } from "../components/new-bag";
import { NoBag } from "../components/no-bag";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** The Wrapping Key was read back from its sheet, which is put away before the keystore is written. */
export function KeyBagScreen({ view }: { readonly view: At<"key-bag"> }) {
  const { plan, problem } = view;
  const [bag, setBag] = useState(noNumber);
  return (
    <Screen
      heading="Put the Wrapping Key away"
      roles={{ acts: "The vault’s operator", watch: <Names most={3}>{plan.witnesses}</Names> }}
      problem={problem}
      primary={{ label: "The sheet is in its bag", onGo: () => void act("keyBagged", { bag }) }}
      others={<NoBag label="There is no bag" onGo={() => void act("keyBagged", { bag: null })} />}
    >
      <p className="lead">
        The sheet is proven. Fold it so that the key and the code lie inside, and seal it in an opaque,
        numbered bag. The operator takes it away, apart from the keystore.
      </p>
      <div className="bag-numbers">
        <NewBagFields label="Bag’s number" member="bag" bag={bag} onChange={setBag} problem={problem} first />
      </div>
    </Screen>
  );
}

import { useState } from "react";
import { inFours } from "../../electron/contract/fours";
import { act } from "../bridge";
import { Confirmation } from "../components/confirmation";
import { Name } from "../components/name";
import { beforeWitnesses } from "../components/roles";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** After a reshare: the sheets that it retired, and which of them somebody has seen destroyed. None is ticked. */
export function OldSheetsScreen({ view }: { readonly view: At<"old-sheets"> }) {
  const { plan } = view;
  const [destroyed, setDestroyed] = useState<readonly number[]>([]);
  if (plan.renews?.kind !== "reshare") return null;
  const { setId, custodians } = plan.renews.keystore;
  const mark = (index: number, checked: boolean) =>
    setDestroyed(checked ? [...destroyed, index] : destroyed.filter((marked) => marked !== index));
  return (
    <Screen
      heading="Which old sheets were seen destroyed?"
      roles={beforeWitnesses(plan)}
      primary={{
        label: destroyed.length === 0 ? "None yet" : "Note as destroyed",
        onGo: () => void act("noteOldSheets", { destroyed }),
      }}
    >
      <p className="lead">
        Tick only what somebody here saw destroyed. It stands in this ceremony’s record, with the custodian’s
        name.
      </p>
      <p>
        The keystore is written already: the next ceremony notes it there. A sheet that is destroyed later is
        noted then too.
      </p>
      <section className="group" aria-labelledby="old-sheets-title">
        <h2 id="old-sheets-title">Sheets of the retired set {inFours(setId)}</h2>
        {custodians.map(({ index, name }) => (
          <Confirmation
            key={index}
            checked={destroyed.includes(index)}
            onChange={(checked) => mark(index, checked)}
          >
            Key Share {index} of <Name>{name}</Name>
          </Confirmation>
        ))}
      </section>
    </Screen>
  );
}

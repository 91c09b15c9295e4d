import { useState } from "react";
import { act } from "../bridge";
import { DeliveredTo } from "../components/delivered-to";
import { DeliveryChoice } from "../components/delivery-choice";
import { Facts } from "../components/facts";
import { usePrintOrder } from "../components/print-order";
import { PrinterChoice } from "../components/printer-choice";
import { beforeWitnesses } from "../components/roles";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** The Wrapping Key leaves, the way that was planned; another one may be chosen only once that failed. */
export function DeliverScreen({ view }: { readonly view: At<"deliver"> }) {
  const { plan, elsewhere, problem } = view;
  const [delivery, setDelivery] = useState(view.delivery);
  const ordering = usePrintOrder(view);
  const onPaper = delivery.way === "sheet";
  const order = onPaper ? ordering.order : null;
  return (
    <Screen
      heading="Deliver the Wrapping Key"
      roles={beforeWitnesses(plan)}
      problem={problem}
      primary={{
        label: onPaper ? "Print the Wrapping Key" : "Write the Wrapping Key",
        onGo: () => void act("deliver", { delivery, order }),
        disabled: onPaper && order === null,
      }}
    >
      <p className="lead">
        {view.shares.length > 0 && `All ${view.shares.length} shares are proven. `}The Wrapping Key now goes
        to where it is taken away from, and is read back from there before the keystore is written.
      </p>
      {view.keySheets > 0 && (
        <p className="note">
          A Wrapping Key sheet may already be on paper. Destroy it before the witnesses before you go on.
        </p>
      )}
      {elsewhere ? (
        <DeliveryChoice value={delivery} onChange={setDelivery} first wrong={problem !== null} />
      ) : (
        <Facts facts={[{ what: "Planned", is: <DeliveredTo delivery={delivery} /> }]} />
      )}
      {onPaper && <PrinterChoice view={view} ordering={ordering} />}
    </Screen>
  );
}

import { act } from "../bridge";
import { Button } from "../components/buttons";
import { usePrintOrder } from "../components/print-order";
import { PrinterChoice } from "../components/printer-choice";
import { beforeWitnesses } from "../components/roles";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** A printer is proven with a page that holds no secret, or people go on knowingly without. */
export function ProofScreen({ view }: { readonly view: At<"proof"> }) {
  const ordering = usePrintOrder(view);
  const { order } = ordering;
  const none = !view.listing && view.printers.found.length === 0;
  return (
    <Screen
      heading="Prove the printer"
      roles={beforeWitnesses(view.plan)}
      problem={view.problem}
      primary={{
        label: "Print a proof page",
        onGo: () => order && void act("printProof", order),
        disabled: order === null,
      }}
      others={<Button onPress={() => void act("skipProof", null)}>Begin without a proof</Button>}
    >
      <p className="lead">
        Before any key is made, a page without a secret is printed and read back. It shows whether every
        letter and the square code come out clearly.
      </p>
      <PrinterChoice view={view} ordering={ordering} />
      <p>
        {none
          ? "Without a printer the custodians copy their words by hand, and the Wrapping Key goes to a file."
          : "Without a proof a bad printer shows only when the first share is on its paper."}
      </p>
    </Screen>
  );
}

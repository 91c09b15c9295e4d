import { act } from "../bridge";
import { Button } from "../components/buttons";
import { beforeWitnesses } from "../components/roles";
import { Screen } from "../components/screen";
import { Traces } from "../components/traces";
import type { At } from "./step-view";

/** The printer is proven. Nothing was made yet: the next key that is pressed begins the ceremony. */
export function ProvenScreen({ view }: { readonly view: At<"proven"> }) {
  const { plan, printer, traces } = view;
  return (
    <Screen
      heading="The printer is proven"
      roles={beforeWitnesses(plan)}
      problem={view.problem}
      primary={{ label: "Begin the ceremony", onGo: () => void act("begin", null) }}
      others={<Button onPress={() => void act("proveAgain", null)}>Prove another printer</Button>}
    >
      <p className="lead">
        What came out of <bdi>{printer.name}</bdi> can be read. Now the keys are made, and each custodian’s
        sheet is printed on it.
      </p>
      <Traces traces={traces} />
    </Screen>
  );
}

import { beforeWitnesses } from "../components/roles";
import { Screen } from "../components/screen";
import { Stages } from "../components/stages";
import type { At } from "./step-view";

/** The one write that makes the vault: the keystore comes to be. */
export function WritingScreen({ view }: { readonly view: At<"writing"> }) {
  const { plan } = view;
  return (
    <Screen heading="The keystore is being written" roles={beforeWitnesses(plan)}>
      <Stages stages={["Writing the keystore, reading it back and opening it as its reader will"]} now={0} />
    </Screen>
  );
}

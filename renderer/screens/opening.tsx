import { Names } from "../components/name";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** The quorum for a damaged keystore is complete: what it opens is compared with the fingerprint. Nobody acts. */
export function OpeningScreen({ view }: { readonly view: At<"opening"> }) {
  const { administrator, witnesses } = view.plan;
  return (
    <Screen
      heading="The damaged keystore is being opened"
      roles={{ acts: "Nobody", watch: <Names>{[administrator, ...witnesses]}</Names> }}
    >
      <p className="lead" role="status">
        What the shares open is compared with the vault fingerprint from the sheet.
      </p>
    </Screen>
  );
}

import type { CeremonyView } from "../../electron/contract/ceremony-views";
import { sharesNeeded } from "../../electron/contract/renewal";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { ceremonyWords } from "../components/ceremony-words";
import { ShareEntry } from "../components/share-entry";

interface GiveShareProps {
  readonly view: Extract<CeremonyView, { step: "enter-share" | "searching" | "repairs" }>;
}

/** A custodian enters the share that helps to open the keystore. */
export function GiveShareScreen({ view }: GiveShareProps) {
  const { given, plan } = view;
  const { renews } = plan;
  if (renews === null) return null;
  const { title } = ceremonyWords[renews.kind];
  const number = given.length + 1;
  const needed = sharesNeeded(renews, given);
  // Until its first share is in, a damaged keystore's threshold is not known; and more than needed may be proven.
  const isCounted = renews.kind !== "recover-damaged" || (given.length > 0 && number <= needed);
  return (
    <ShareEntry
      entry={view}
      frame={{
        roles: { acts: "The custodian, alone", lookAway: "Everybody else" },
        title: `${title}: share ${number}${isCounted ? ` of ${needed}` : ""}`,
        others: (
          <Button kind="quiet" onPress={() => void act("leaveEntry", null)}>
            Back to the list
          </Button>
        ),
      }}
    />
  );
}

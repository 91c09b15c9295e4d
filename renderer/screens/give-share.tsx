import type { GenerateView } from "../../electron/contract/views";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { ceremonyWords } from "../components/ceremony-words";
import { ShareEntry } from "../components/share-entry";

interface GiveShareProps {
  readonly view: Extract<GenerateView, { step: "enter-share" | "searching" | "repairs" }>;
}

/** A custodian enters the share that helps to open the keystore. */
export function GiveShareScreen({ view }: GiveShareProps) {
  const { given, plan } = view;
  const needed = plan.renews?.keystore.threshold ?? 0;
  const title = plan.renews === null ? "" : ceremonyWords[plan.renews.kind].title;
  return (
    <ShareEntry
      entry={view}
      frame={{
        roles: { acts: "The custodian, alone", lookAway: "Everybody else" },
        title: `${title}: share ${given.length + 1} of ${needed}`,
        others: (
          <Button kind="quiet" onPress={() => void act("leaveEntry", null)}>
            Back to the list
          </Button>
        ),
      }}
    />
  );
}

import { act } from "../bridge";
import { AfterWritingNotice } from "../components/after-writing";
import { Button } from "../components/buttons";
import { beforeWitnesses } from "../components/roles";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** The keystore that was replaced stays beside the new one until the vault runs on the new one. */
export function OldKeystoreScreen({ view }: { readonly view: At<"old-keystore"> }) {
  const { plan, keptAs } = view;
  const isReshare = plan.renews?.kind === "reshare";
  const isDamaged = plan.renews?.kind === "recover-damaged";
  return (
    <Screen
      heading="Keep the old keystore for now"
      roles={beforeWitnesses(plan)}
      problem={view.problem}
      primary={{ label: "Keep it", onGo: () => void act("keepOldKeystore", null) }}
      others={
        <Button onPress={() => void act("removeOldKeystore", null)}>
          The vault runs on the new one: remove the old file
        </Button>
      }
    >
      <AfterWritingNotice told={view.told} />
      <p className="lead">
        The new keystore is written, and it was opened{" "}
        {isReshare ? "by the new shares" : "with the delivered key"}. The {isDamaged ? "damaged" : "old"} one
        is kept beside it, so that nothing is lost if the vault does not start on the new one.
      </p>
      <p>
        <bdi className="path">{keptAs}</bdi>
      </p>
      <p>
        {isReshare
          ? "The old file still opens with the old sheets, as every other old copy of it does. Remove it when the vault has started on the new one."
          : "The old file still opens with the old Wrapping Key, as every other old copy of it does. Remove it when the vault has started with the new key."}
      </p>
    </Screen>
  );
}

import type { MakingStage } from "../../electron/contract/ceremony-views";
import { Names } from "../components/name";
import { Screen } from "../components/screen";
import { Stages } from "../components/stages";
import type { At } from "./step-view";

const generating: readonly MakingStage[] = ["self-tests", "keys", "split", "seal", "proof"];
const renewing: readonly MakingStage[] = ["self-tests", "open", "keys"];

const says: Readonly<Record<MakingStage, string>> = {
  "self-tests": "Testing this workstation’s cryptography against known answers",
  open: "Opening the keystore, and proving the Master Key against fingerprint and seal",
  keys: "Making the Master Key, the Wrapping Key and the Recovery Key",
  split: "Splitting the Recovery Key into Key Shares",
  seal: "Sealing the keystore",
  proof: "Opening it as a reader would, with the key and with the shares",
};

const makesNext = "Making what is new, and opening the next generation as a reader would";

/** The keys are made. Nobody acts and nobody sees a key. */
export function MakingScreen({ view }: { readonly view: At<"making"> }) {
  const renews = view.plan.renews !== null;
  const stages = renews ? renewing : generating;
  return (
    <Screen
      heading="The keys are being made"
      roles={{ acts: "Nobody", watch: <Names>{[view.plan.administrator, ...view.plan.witnesses]}</Names> }}
    >
      <Stages
        stages={stages.map((stage) => (renews && stage === "keys" ? makesNext : says[stage]))}
        now={stages.indexOf(view.stage)}
      />
    </Screen>
  );
}

import type { ShareProgress } from "../../electron/contract/ceremony-views";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { Fours } from "../components/fours";
import { Name } from "../components/name";
import { Screen } from "../components/screen";
import { Tick } from "../components/tick";
import type { At } from "./step-view";

/** Who has their share and who is next, in any order. */
export function DistributeScreen({ view }: { readonly view: At<"distribute"> }) {
  const next = view.shares.find(({ verified }) => !verified);
  const left = view.shares.filter(({ verified }) => !verified).length;
  return (
    <Screen
      heading={next === undefined ? "Every share is proven" : <Next share={next} />}
      roles={{ acts: <Name>{view.plan.administrator}</Name>, watch: "Everybody" }}
      primary={
        next && {
          label: "Hand over",
          onGo: () => void act("chooseShare", { index: next.index }),
        }
      }
    >
      <p className="lead">
        {left === view.shares.length
          ? "The keys are made. Each custodian now receives one Key Share and proves that it can be read."
          : `${view.shares.length - left} of ${view.shares.length} shares are proven. Any custodian may be next.`}
      </p>
      <ul className="shares" aria-label="Key Shares">
        {view.shares.map((share) => (
          <li key={share.index} data-verified={share.verified} data-next={share === next}>
            <span className="share-number">{share.index}</span>
            <Name>{share.custodian}</Name>
            {share.verified ? (
              <span className="share-state">
                <Tick /> Proven
              </span>
            ) : (
              <Button
                kind="quiet"
                label={`Choose share ${share.index}`}
                onPress={() => void act("chooseShare", { index: share.index })}
              >
                Choose
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p>
        Vault fingerprint <Fours hex={view.made.vault} />
      </p>
    </Screen>
  );
}

function Next({ share }: { readonly share: ShareProgress }) {
  return (
    <>
      Next is <Name>{share.custodian}</Name>
    </>
  );
}

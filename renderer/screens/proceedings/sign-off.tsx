import type { ClosingView, Signer } from "../../../electron/contract/proceedings";
import { listed } from "../../../electron/contract/wording";
import { act } from "../../bridge";
import { Button } from "../../components/buttons";
import { Name } from "../../components/name";
import { RecordLines } from "../../components/record-lines";
import { beforeWitnesses } from "../../components/roles";
import { Screen } from "../../components/screen";
import { Stages } from "../../components/stages";
import { Tick } from "../../components/tick";
import type { AnyPlan } from "./plan";

interface SignOffProps {
  readonly view: Extract<ClosingView, { step: "sign-off" }>;
  readonly plan: AnyPlan;
}

/** Everybody reads the record so far, and each person says by name whether it is what happened. */
export function SignOffScreen({ view, plan }: SignOffProps) {
  const { signers, lines, sealing } = view;
  const open = signers.filter(({ said }) => said === "open");
  const next = open.find(mustSign);
  return (
    <Screen
      heading="Sign off the record"
      roles={beforeWitnesses(plan)}
      problem={view.problem}
      primary={
        next === undefined
          ? { label: "Seal the record", onGo: () => void act("sealRecord", null), disabled: sealing }
          : {
              label: (
                <>
                  <Name>{next.name}</Name> signs off
                </>
              ),
              onGo: () => void act("chooseSigner", { name: next.name }),
            }
      }
      below={
        <>
          <section className="apart" aria-labelledby="signers-title">
            <h2 id="signers-title">Who signs off</h2>
            <ul className="shares signers" aria-label="Who signs off">
              {signers.map((signer) => (
                <SignerRow key={signer.name} signer={signer} isNext={signer === next} sealing={sealing} />
              ))}
            </ul>
          </section>
          <section className="apart" aria-labelledby="so-far-title">
            <h2 id="so-far-title">The record so far; times are UTC</h2>
            <RecordLines lines={lines} />
          </section>
        </>
      }
    >
      <p className="lead">
        Everybody reads the record below. Then each person says whether it is what happened.
        {open.some((signer) => !mustSign(signer)) &&
          " Custodians who have left are recorded as absent when it is sealed."}
      </p>
      {sealing && <Stages stages={["Sealing the record"]} now={0} />}
    </Screen>
  );
}

interface SignerRowProps {
  readonly signer: Signer;
  readonly isNext: boolean;
  readonly sealing: boolean;
}

function SignerRow({ signer: { name, roles, said }, isNext, sealing }: SignerRowProps) {
  return (
    <li data-next={isNext}>
      <span>
        <Name>{name}</Name> <span className="hint">{listed(roles)}</span>
      </span>
      {said === "confirmed" && (
        <span className="share-state">
          <Tick /> Confirmed
        </span>
      )}
      {said === "disagrees" && <strong className="share-state share-bad">Disagrees</strong>}
      {said === "open" && !sealing && (
        <Button kind="quiet" label={`Sign off: ${name}`} onPress={() => void act("chooseSigner", { name })}>
          Sign off
        </Button>
      )}
    </li>
  );
}

/** The record is not sealed before the administrator and every witness have said something. */
function mustSign({ roles }: Signer): boolean {
  return roles.includes("administrator") || roles.includes("witness");
}

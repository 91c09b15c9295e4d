import type { OpeningView } from "../../../electron/contract/proceedings";
import { act } from "../../bridge";
import { BackButton } from "../../components/back-button";
import { Button } from "../../components/buttons";
import { Fours } from "../../components/fours";
import { beforeWitnesses } from "../../components/roles";
import { Screen } from "../../components/screen";
import { ScriptSteps } from "../../components/script-steps";
import type { AnyPlan } from "./plan";

interface ScriptProps {
  readonly view: Extract<OpeningView, { step: "script" }>;
  readonly plan: AnyPlan;
}

/** The plan is frozen, and what will be done is read aloud. The record begins with the start. */
export function ScriptScreen({ view, plan }: ScriptProps) {
  const { starting, printed } = view;
  return (
    <Screen
      heading="Read the script"
      roles={beforeWitnesses(plan)}
      problem={view.problem}
      primary={{
        label: "Start the ceremony",
        onGo: () => void act("startCeremony", null),
        disabled: starting,
      }}
      others={
        !starting && (
          <>
            <Button onPress={() => void act("choosePage", null)}>Print the script</Button>
            <BackButton />
          </>
        )
      }
      below={<ScriptSteps steps={view.script} />}
    >
      <p className="lead">
        Read every step aloud, so that everybody knows when to act and when to look away. With the start the
        record begins, and every act, refusal and exception is written into it.
      </p>
      <div className="group">
        <p>
          The parameters’ hash stands on every printed page and in the record:
          <br />
          <Fours hex={plan.parametersHash} />
        </p>
        {printed && <p role="status">The script was printed. Everybody initials each step as it is done.</p>}
      </div>
      {starting && (
        <p className="note" role="status">
          The record is being opened …
        </p>
      )}
    </Screen>
  );
}

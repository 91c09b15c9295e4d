import type { HaltedView } from "../../../electron/contract/proceedings";
import { act } from "../../bridge";
import { Button } from "../../components/buttons";
import { beforeWitnesses } from "../../components/roles";
import { Screen } from "../../components/screen";
import type { AnyPlan } from "./plan";

interface HaltedProps {
  readonly view: HaltedView;
  readonly plan: AnyPlan;
}

/** What happens cannot be written into the record, so nothing happens. */
export function HaltedScreen({ view, plan }: HaltedProps) {
  const { recordPath, committed, problem } = view;
  return (
    <Screen
      heading="The record cannot be written"
      roles={beforeWitnesses(plan)}
      problem={problem}
      primary={{ label: "Try again", onGo: () => void act("retryRecord", null) }}
      others={
        committed && (
          <Button onPress={() => void act("endWithoutRecord", null)}>End without the record’s seal</Button>
        )
      }
    >
      <p className="lead">
        The ceremony stands still: nothing goes on before the record can be written. Make room on its medium,
        or put the medium back, and try again.
      </p>
      {committed && (
        <p>
          The keystore is written, and it is safe. What this ceremony was held for is done; only its record is
          not complete.
        </p>
      )}
      <p>
        The record, as far as it was written: <bdi className="path">{recordPath}</bdi>
      </p>
    </Screen>
  );
}

import { useState } from "react";
import type { OpeningView } from "../../../electron/contract/proceedings";
import { act } from "../../bridge";
import { Button } from "../../components/buttons";
import { Field } from "../../components/field";
import { LiveClock } from "../../components/live-clock";
import { Name } from "../../components/name";
import { Screen } from "../../components/screen";
import type { AnyPlan } from "./plan";

interface ClockProps {
  readonly view: Extract<OpeningView, { step: "clock" }>;
  readonly plan: AnyPlan;
}

/** The workstation's clock is read aloud and held against one that is not of this workstation. */
export function ClockScreen({ view, plan }: ClockProps) {
  const [source, setSource] = useState("");
  const answer = (same: boolean) => void act("compareClock", { source, same });
  return (
    <Screen
      heading="Compare the clock"
      roles={{ acts: <Name>{plan.administrator}</Name>, watch: "Everybody, with their watches" }}
      problem={view.problem}
      primary={{ label: "They agree", onGo: () => answer(true) }}
      others={<Button onPress={() => answer(false)}>They differ</Button>}
    >
      <LiveClock />
      <p className="lead">
        One person reads this time aloud, and another compares it with a clock of their own, to the minute.
        Every line of the record carries the time of this clock.
      </p>
      <p>
        <bdi>{view.finding.found}</bdi>
      </p>
      <Field
        member="source"
        label="Compared with"
        hint="Whose clock, and how it is set: Ruth’s wristwatch, set by radio this morning."
        first
        value={source}
        onChange={setSource}
        wrong={view.problem !== null}
      />
    </Screen>
  );
}

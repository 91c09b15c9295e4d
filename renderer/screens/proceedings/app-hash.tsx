import { useState } from "react";
import type { OpeningView } from "../../../electron/contract/proceedings";
import { act } from "../../bridge";
import { toldHash } from "../../components/app-hash";
import { Button } from "../../components/buttons";
import { Field } from "../../components/field";
import { Hash } from "../../components/hash";
import { Name } from "../../components/name";
import { Screen } from "../../components/screen";
import type { AnyPlan } from "./plan";

interface AppHashProps {
  readonly view: Extract<OpeningView, { step: "app-hash" }>;
  readonly plan: AnyPlan;
}

/** The app's own hash is held against the one that its makers published. */
export function AppHashScreen({ view, plan }: AppHashProps) {
  const [source, setSource] = useState("");
  const answer = (same: boolean) => void act("compareAppHash", { source, same });
  return (
    <Screen
      heading="Compare the app’s hash"
      roles={{ acts: <Name>{plan.administrator}</Name>, watch: "Everybody" }}
      problem={view.problem}
      primary={{ label: "They are the same", onGo: () => answer(true) }}
      others={
        <>
          <Button onPress={() => answer(false)}>They differ</Button>
          <Button onPress={() => void act("compareAppHash", null)}>
            There is nothing to compare it with
          </Button>
        </>
      }
    >
      <Found found={view.finding.found} />
      <p>
        One person reads aloud, and another follows on the paper. A changed app could name the published hash
        as its own: have its files hashed by other means too.
      </p>
      <Field
        member="source"
        label="Compared with"
        hint="Where the published hash was taken from: the release notes of version 1.0, printed on 3 May."
        first
        value={source}
        onChange={setSource}
        wrong={view.problem !== null}
      />
    </Screen>
  );
}

function Found({ found }: { readonly found: string }) {
  const hash = toldHash(found);
  if (hash === null) {
    return (
      <p className="lead">
        <bdi>{found}</bdi>
      </p>
    );
  }
  return (
    <>
      <p className="hash-words">{hash.words.join(" ")}</p>
      <Hash hex={hash.hex} beside />
    </>
  );
}

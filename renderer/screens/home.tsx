import { useState } from "react";
import type { HomeView } from "../../electron/contract/views";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { LookAtFile } from "../components/look-at-file";
import { Screen } from "../components/screen";
import { Unfinished } from "../components/unfinished";
import { WhatNowScreen } from "./what-now";

/** The beginning: a new vault, a rehearsal, or a look at a keystore that exists. */
export function HomeScreen({ page }: { readonly page: HomeView }) {
  const [inTrouble, setInTrouble] = useState(false);
  if (inTrouble) return <WhatNowScreen onLeave={() => setInTrouble(false)} />;
  return (
    <Screen
      heading="What would you like to do?"
      primary={{
        label: "Create a new vault",
        onGo: () => void act("startGenerate", { practice: false }),
      }}
      others={
        <>
          <Button onPress={() => void act("startGenerate", { practice: true })}>Rehearse</Button>
          <Button onPress={() => setInTrouble(true)}>Something is lost: what now?</Button>
          <Button kind="quiet" onPress={() => void act("lookAtWorkstation", null)}>
            Look at this workstation
          </Button>
        </>
      }
      below={<LookAtFile />}
    >
      {page.unfinished !== null && <Unfinished unfinished={page.unfinished} />}
      <p className="lead">
        A vault’s Master Key is made here, in front of witnesses, and nobody ever sees it. Its keystore opens
        with the Wrapping Key, or with a quorum of custodians and their Key Shares on paper.
      </p>
      <p>
        A rehearsal takes the same steps with the same people. Every screen, every sheet and the record say
        that it was one, and what it makes is refused in production. Hold one before a production ceremony.
      </p>
    </Screen>
  );
}

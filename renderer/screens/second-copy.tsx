import { useState } from "react";
import { act } from "../bridge";
import { AfterWritingNotice } from "../components/after-writing";
import { Button } from "../components/buttons";
import { PathField } from "../components/path-field";
import { beforeWitnesses } from "../components/roles";
import { Screen } from "../components/screen";
import { Stages } from "../components/stages";
import type { At } from "./step-view";

/** The keystore exists once. Without it paper recovers nothing, so a second copy is offered. */
export function SecondCopyScreen({ view }: { readonly view: At<"second-copy"> }) {
  const { plan, copying } = view;
  const [path, setPath] = useState("");
  return (
    <Screen
      heading="Make a second copy of the keystore"
      roles={beforeWitnesses(plan)}
      problem={view.problem}
      primary={{
        label: "Make the copy",
        onGo: () => void act("copyKeystore", { path }),
        disabled: copying || path === "",
      }}
      others={
        !copying && (
          <Button onPress={() => void act("skipSecondCopy", null)}>Go on without a second copy</Button>
        )
      }
    >
      <AfterWritingNotice told={view.told} />
      <p className="lead">
        The keystore is written and was opened again. If this one file is lost, all sheets together recover
        nothing. Keep a second copy in another place.
      </p>
      <PathField
        label="Second copy"
        member="path"
        hint="A new file on another medium. It is read back and compared."
        purpose="second-copy"
        first
        value={path}
        onChange={setPath}
        wrong={view.problem !== null}
      />
      {copying && <Stages stages={["Copying the keystore and comparing the copy"]} now={0} />}
    </Screen>
  );
}

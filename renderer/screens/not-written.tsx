import { useState } from "react";
import { act } from "../bridge";
import { PathField } from "../components/path-field";
import { beforeWitnesses } from "../components/roles";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** The keystore could not be written; everything else still stands, and another place can be picked. */
export function NotWrittenScreen({ view }: { readonly view: At<"not-written"> }) {
  const { plan, problem } = view;
  const [path, setPath] = useState(view.path);
  return (
    <Screen
      heading="The keystore was not written"
      roles={beforeWitnesses(plan)}
      problem={problem}
      primary={{ label: "Write it here", onGo: () => void act("writeKeystore", { path }) }}
    >
      <p className="lead">
        Nothing is lost: every share is proven and the Wrapping Key is delivered. Make room, or choose another
        place, and try again.
      </p>
      <PathField label="Keystore file" purpose="new-keystore" first value={path} onChange={setPath} wrong />
    </Screen>
  );
}

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
  const renews = plan.renews !== null;
  return (
    <Screen
      heading="The keystore was not written"
      roles={beforeWitnesses(plan)}
      problem={problem}
      primary={{
        label: renews ? "Try again" : "Write it here",
        onGo: () => void act("writeKeystore", { path }),
      }}
    >
      <p className="lead">
        {renews
          ? "Nothing is lost: the vault opens as it did before. Make room, or remove what is in the way, and try again."
          : "Nothing is lost: every share is proven and the Wrapping Key is delivered. Make room, or choose another place, and try again."}
      </p>
      {!renews && (
        <PathField
          label="Keystore file"
          member="path"
          purpose="new-keystore"
          first
          value={path}
          onChange={setPath}
          wrong
        />
      )}
    </Screen>
  );
}

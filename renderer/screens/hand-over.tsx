import { act } from "../bridge";
import { Button } from "../components/buttons";
import { Name } from "../components/name";
import { Screen } from "../components/screen";
import type { At } from "./step-view";

/** One custodian comes to the screen; from here until the share is proven nobody else looks. */
export function HandOverScreen({ view }: { readonly view: At<"hand-over"> }) {
  const { share } = view;
  return (
    <Screen
      heading={
        <>
          <Name big>{share.custodian}</Name> comes to the screen, alone
        </>
      }
      roles={{
        acts: <Name>{share.custodian}</Name>,
        watch: "Nobody else",
        lookAway: "Everybody else, from the screen and from the printer",
      }}
      problem={view.problem}
      primary={{ label: "I am here alone", onGo: () => void act("custodianReady", null) }}
      others={<Button onPress={() => void act("leaveShare", null)}>Choose another custodian</Button>}
    >
      <ol className="instructions">
        <li>
          <Name>{share.custodian}</Name> sits down at the keyboard. The witnesses stay in the room, where they
          see the person and not the screen.
        </li>
        <li>
          <Name>{share.custodian}</Name> alone fetches the sheet from the printer.
        </li>
        <li>The sheet is read back here before anybody else comes to the screen.</li>
      </ol>
    </Screen>
  );
}

import { act } from "../bridge";
import { Button } from "../components/buttons";
import { Name } from "../components/name";
import { Screen } from "../components/screen";
import { Traces } from "../components/traces";
import type { At } from "./step-view";

/** Only a person knows whether the Wrapping Key's page came out. */
export function KeyPrintedScreen({ view }: { readonly view: At<"key-printed"> }) {
  const { plan, printer } = view;
  return (
    <Screen
      heading="Did the Wrapping Key sheet come out?"
      roles={{ acts: <Name>{plan.administrator}</Name>, lookAway: "Everybody but the vault’s operator" }}
      problem={view.problem}
      primary={{
        label: "Yes, I have the page",
        onGo: () => void act("answerKeyPrinted", { cameOut: true }),
      }}
      others={
        <Button onPress={() => void act("answerKeyPrinted", { cameOut: false })}>
          No, or not as it should
        </Button>
      }
    >
      <p>
        One page was sent to <bdi>{printer.name}</bdi>. If it came out badly, destroy it before the witnesses
        and print it again.
      </p>
      <Traces traces={view.traces} />
    </Screen>
  );
}
